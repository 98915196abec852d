using Vta.Isa;
using Xunit.Abstractions;

namespace Vta.Compiler.Tests;

public class LayerTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. ConvolutionLayers.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void AutoScheduleIsRight(string layer)
    {
        var w = System.Diagnostics.Stopwatch.StartNew();
        var compiled = Fsim.Compile("conv2d", "auto", VtaConfig.Default, ("layer", layer));
        output.WriteLine($"{layer} {w.ElapsedMilliseconds} ms: {compiled.Schedule}, {compiled.Program.Instructions.Count} instructions");
        output.WriteLine($"{Fsim.Verify(compiled)}");
    }
}
