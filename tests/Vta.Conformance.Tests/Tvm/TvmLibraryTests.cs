using Vta.Conformance.Tests.Suite;
using Vta.Isa;
using Vta.Isa.Programs;
using Vta.Runtime;
using Vta.Runtime.Bundles;
using Vta.TestSupport;

namespace Vta.Conformance.Tests.Tvm;

/// <summary>The accelerator as TVM's simulation loads it, driven by a C++ program that does what TVM's runtime does.</summary>
public sealed class TvmLibraryTests(TvmClient client) : IClassFixture<TvmClient>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vta-tvm-test").FullName;

    public static TheoryData<string> Bundles => [.. DeviceSuite.Bundles];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [ToolTheory("verilator", "g++")]
    [MemberData(nameof(Bundles))]
    public void Runs_the_bundle_in_the_cycles_of_tsim(string name)
    {
        var bundle = ProgramBundle.Load(Path.Combine(GoldenFile.Repository, "tests", "programs", name));
        var library = Path.Combine(folder, "libvta_hw.so");
        TvmLibrary.Write(bundle.Config, library);

        var (cycles, memory) = client.Run(library, bundle);

        foreach (var (found, expected) in memory.Zip(bundle.Expected))
            found.AsSpan().SequenceEqual(expected.Data).Should().BeTrue("this is what the bundle expects");
        cycles.Should().Be(BundleRunner.Run(bundle, Devices.Tsim).Statistics.CycleCount);
    }

    [Fact]
    public void Outputs_of_parts_of_words_are_refused()
    {
        var narrow = Configurations.With("LOG_BLOCK=3 LOG_INP_WIDTH=2 LOG_INP_BUFF_SIZE=12 LOG_WGT_BUFF_SIZE=14 LOG_ACC_BUFF_SIZE=14");
        var write = () => TvmLibrary.Write(narrow, Path.Combine(folder, "libvta_hw.so"));
        write.Should().Throw<VtaInputException>().WithMessage(
            "outputs of * have 4 bytes; the memory of TVM's simulation writes 8 at a time: LOG_BATCH or LOG_BLOCK has to be greater");
        Directory.GetFiles(folder).Should().BeEmpty();
    }
}
