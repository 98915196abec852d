using System.Reflection.Emit;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>The address of a value in running code: an offset from a pointer in a local, or from the start of the state block.</summary>
internal readonly record struct WidePlace(LocalBuilder? Base, int Offset)
{
    public WidePlace Plus(int bytes) => this with { Offset = Offset + bytes };
}
