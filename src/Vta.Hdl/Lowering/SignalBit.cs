using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>One bit of a signal.</summary>
internal readonly record struct SignalBit(Signal Signal, int Bit)
{
    /// <summary>As messages name it.</summary>
    public override string ToString() => Signal.Width == 1 ? $"'{Signal.Path}'" : $"'{Signal.Path}'[{Bit}]";
}
