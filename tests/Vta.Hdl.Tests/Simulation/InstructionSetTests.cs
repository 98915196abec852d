using System.Runtime.Intrinsics;
using Vta.TestSupport;

namespace Vta.Hdl.Tests.Simulation;

/// <summary>Random designs in processes of their own, in which .NET is told to leave instructions of the processor out.</summary>
public sealed class InstructionSetTests
{
    [Theory]
    [InlineData("EnableAVX512", 256)]
    [InlineData("EnableAVX2", 128)]
    [InlineData("EnableHWIntrinsic", 0)]
    public void Designs_compute_the_same_with_any_width_of_vectors(string switchedOff, int bits)
    {
        if (bits == 256 && !Vector512.IsHardwareAccelerated)
            return;
        var (exitCode, output) = ExternalTool.Run("env", $"DOTNET_{switchedOff}=0", $"HDL_VECTOR_BITS={bits}", "dotnet", typeof(Program).Assembly.Location, "simulators", "1", "12");

        output.Trim().Should().Be("12 designs, 0 differences");
        exitCode.Should().Be(0);
    }
}
