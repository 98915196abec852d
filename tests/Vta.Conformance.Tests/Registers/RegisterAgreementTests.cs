using Vta.Hardware.Shells;
using Vta.Hdl.Ir;
using Vta.Hdl.Verilog;
using Vta.Hdl.Waves;
using Vta.Isa.Programs;
using Vta.Runtime;
using Vta.Runtime.Bundles;
using Vta.Runtime.Rtl;
using Vta.TestSupport;

namespace Vta.Conformance.Tests.Registers;

/// <summary>The in-process simulator against Verilator, deeper than at the ports: their waves of one program are compared.</summary>
public sealed class RegisterAgreementTests : IDisposable
{
    private const int RtlTimePerCycle = 10_000;
    private const int TsimTimePerCycle = 2;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vta-registers-");

    public void Dispose() => _folder.Delete(recursive: true);

    [ToolFact("verilator", "g++", "make", "fst2vcd")]
    public void Every_register_agrees_with_Verilator_in_every_cycle_of_a_program()
    {
        var bundle = ProgramBundle.Load(Path.Combine(GoldenFile.Repository, "tests", "programs", "tvm-gemm-1"));
        Run(bundle, Devices.Rtl, PathOf("rtl.vcd"));
        File.CreateSymbolicLink(PathOf("link.fst"), "tsim.fst");
        Run(bundle, Devices.Tsim, PathOf("link.fst"));
        new FileInfo(PathOf("link.fst")).LinkTarget.Should().Be("tsim.fst", "Verilator would replace it");
        ExternalTool.Run("fst2vcd", PathOf("tsim.fst"), "-o", PathOf("tsim.vcd")).ExitCode.Should().Be(0);

        using var rtlFile = File.OpenText(PathOf("rtl.vcd"));
        using var tsimFile = File.OpenText(PathOf("tsim.vcd"));
        var (rtl, tsim) = (new VcdReader(rtlFile), new VcdReader(tsimFile));
        var design = AcceleratorDesign.Of(bundle.Config).Design;
        var (_, names) = VerilogEmitter.Emit(design, new VerilogDialect());
        var registers = names.Signals.Where(s => s.Kind is SignalKind.Register or SignalKind.ReadData)
            .Select(s => (InRtl: s.Path, InTsim: $"VtaLatched.{LatchedShell.Inside}.{names.PathOf(s)}")).ToArray();
        registers.Length.Should().BeGreaterThan(250, "all are compared");
        registers.Select(r => r.InRtl).Should().BeSubsetOf(rtl.Paths);
        registers.Select(r => r.InTsim).Should().BeSubsetOf(tsim.Paths);

        var cycles = 0;
        for (; GoTo(tsim, cycles * TsimTimePerCycle); cycles++)
        {
            GoTo(rtl, (long)cycles * RtlTimePerCycle).Should().BeTrue("rtl has as many cycles as tsim");
            foreach (var (inRtl, inTsim) in registers)
            {
                if (rtl.Value(inRtl) != tsim.Value(inTsim))
                    rtl.Value(inRtl).Should().Be(tsim.Value(inTsim), "{0} in cycle {1}", inRtl, cycles);
            }
        }
        cycles.Should().BeGreaterThan(457, "that many the program takes");
    }

    private static void Run(ProgramBundle bundle, string target, string waveform)
    {
        using var device = Devices.Create(target, bundle.Config, new DeviceOptions { TraceFile = waveform });
        BundleRunner.Run(bundle, device).Verified.Should().BeTrue();
    }

    private static bool GoTo(VcdReader wave, long time)
    {
        var isThere = true;
        while (isThere && wave.Time < time)
            isThere = wave.Advance();
        return isThere;
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
