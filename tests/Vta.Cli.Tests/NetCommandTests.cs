namespace Vta.Cli.Tests;

public sealed class NetCommandTests : IDisposable
{
    private static readonly string Models = Path.Combine(Repository.Root, "tests", "models");

    private readonly string folder = Directory.CreateTempSubdirectory("vta-cli-test").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void It_writes_the_output_and_compares_it()
    {
        var output = Path.Combine(folder, "out.bin");

        var run = CliRun.Of("net", Model("kws"), "--input", Golden("kws", "00.input"), "-o", output, "--compare", Golden("kws", "00.output"));

        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
        run.Output.Should().StartWith(
            """
            model on fsim, rounding double: verified
            on the host: node 12 SOFTMAX: exponentials are a function of the host
            output %34 1x12 int8: sha256 
            """);
        File.ReadAllBytes(output).Should().Equal(File.ReadAllBytes(Golden("kws", "00.output")));
    }

    [Fact]
    public void Json_says_what_ran_where()
    {
        var json = CliRun.Of("net", Model("kws"), "--input", Golden("kws", "00.input"), "--compare", Golden("kws", "00.output"),
            "--target", "fsim", "--target", "host", "--json").Json;

        json["verified"]!.GetValue<bool>().Should().BeTrue();
        json["rounding"]!.GetValue<string>().Should().Be("double");
        foreach (var (target, index) in new[] { "fsim", "host" }.Select((name, index) => (name, index)))
        {
            var run = json["targets"]![index]!;
            run["target"]!.GetValue<string>().Should().Be(target);
            run["layers"]!.AsArray().Should().HaveCount(13);
            run["layers"]![1]!["operator"]!.GetValue<string>().Should().Be("DEPTHWISE_CONV_2D");
            run["layers"]![1]!["where"]!.GetValue<string>().Should().Be(target == "host" ? "host" : "device");
            run["layers"]![12]!["where"]!.GetValue<string>().Should().Be("host");
            run["outputs"]![0]!["sha256"]!.GetValue<string>().Should().HaveLength(64);
        }
    }

    [Fact]
    public void Another_output_fails_the_check()
    {
        var run = CliRun.Of("net", Model("ic"), "--input", Golden("ic", "00.input"), "--compare", Golden("ic", "01.output"));

        run.ExitCode.Should().Be(1);
        run.Error.Should().StartWith("model on fsim: FAILED: ").And.Contain(" of 10 bytes differ, first byte ").And.EndWith("; every layer is as in plain C#\n");
    }

    [Fact]
    public void All_tensors_can_be_saved()
    {
        var all = Path.Combine(folder, "all");

        CliRun.Of("net", Model("ad"), "--input", Golden("ad", "00.input"), "--save-all", all).ExitCode.Should().Be(0);

        Directory.GetFiles(all).Should().HaveCount(10);
        File.ReadAllBytes(Path.Combine(all, "op09.t030.bin")).Should().Equal(File.ReadAllBytes(Golden("ad", "00.output")));
    }

    [Fact]
    public void An_input_of_another_size_is_refused() =>
        CliRun.Of("net", Model("ic"), "--input", Golden("kws", "00.input"))
            .ShouldBeRefused("error: input 0 has 490 bytes; 1x32x32x3 of int8 are 3072");

    [Fact]
    public void Another_number_of_inputs_is_refused() =>
        CliRun.Of("net", Model("ic"), "--input", Golden("ic", "00.input"), "--input", Golden("ic", "01.input"))
            .ShouldBeRefused("error: 2 inputs are given; the network takes 1");

    [Fact]
    public void A_configuration_without_extensions_leaves_all_to_the_host()
    {
        var config = Path.Combine(Repository.Root, "vta_config.json");

        var run = CliRun.Of("net", Model("sww"), "--input", Golden("sww", "00.input"), "--compare", Golden("sww", "00.output"), "--config", config);

        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("node 10 SOFTMAX: the configuration has no requantisation (LOG_PAR_BUFF_SIZE)");
    }

    [Fact]
    public void Other_targets_are_refused() =>
        CliRun.Of("net", Model("ic"), "--input", Golden("ic", "00.input"), "--target", "psim")
            .ShouldBeRefused("error: --target: unknown target 'psim'; there are host, fsim, rtl, tsim");

    private static string Model(string name) => Path.Combine(Models, name, "model.tflite");

    private static string Golden(string name, string part) => Path.Combine(Models, name, $"{part}.bin");
}
