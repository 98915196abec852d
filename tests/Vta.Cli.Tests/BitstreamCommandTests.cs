namespace Vta.Cli.Tests;

public sealed class BitstreamCommandTests : IDisposable
{
    private static readonly string s_blink = Path.Combine(Repository.Root, "examples", "hdl", "Boards", "Blink.cs");

    private readonly string _folder = Directory.CreateTempSubdirectory("vta-cli-test").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [ToolFact("yosys", "nextpnr-ice40", "icepack")]
    public void One_file_becomes_a_bitstream()
    {
        var run = CliRun.Of("bitstream", "--from", s_blink, "-o", _folder);

        run.Error.Should().BeEmpty();
        run.Output.Should().MatchRegex(@"Blink\.bin: \d+ of 7680 logic cells, 0 of 32 block memories, up to [\d.]+ MHz\n$");
        new FileInfo(Path.Combine(_folder, "Blink.bin")).Length.Should().BeGreaterThan(100_000);
    }

    [Fact]
    public void A_module_without_a_device_is_told_what_it_lacks() => CliRun.Of(
        "bitstream", "KeptPromise", "--from", typeof(OwnModuleTests).Assembly.Location, "-o", _folder)
        .ShouldBeRefused("error: HW0011: KeptPromise is for no device: put [Ice40(Ice40Device.…, \"package\")] at the class");
}
