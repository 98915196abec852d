using System.Numerics;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation;

namespace Vta.Hdl.Tests.Simulation;

/// <summary>What may be driven from outside.</summary>
internal static class RandomPins
{
    /// <summary>For each pin of the top module, what enables its outside, and those of the bits that it enables now that the design lets go of.</summary>
    public static IEnumerable<(Signal Enable, BigInteger Mask)> Free(SimulatorBase simulator) => simulator.Design.Netlist.Outside.Select(outside =>
    {
        var enabled = simulator.Peek(outside.Enable.Path);
        if (outside.Pin.Innermost.Driver is not var (_, enable))
            return (outside.Enable, enabled);
        var inside = simulator.Peek(enable.Path);
        var taken = enable.Width > 1 ? inside : inside.IsZero ? 0 : Bits.Mask(outside.Enable.Width);
        return (outside.Enable, enabled & ~taken);
    });
}
