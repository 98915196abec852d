namespace Vta.Hardware.Computing;

/// <summary>The inputs that the steps of a DWCONV read last, the latest first. Combinational from the latest on, so that it takes no cycle.</summary>
internal sealed class InputWindow(VtaConfig config) : Module
{
    /// <summary>A step of DWCONV has its input in this cycle.</summary>
    public readonly Bool Shifts = In();

    /// <summary>Nothing before this input counts.</summary>
    public readonly Bool Starts = In();

    public readonly UInt Inp = In(UInt(config.Inp.ElemBits));

    /// <summary>As many elements as there are taps.</summary>
    public readonly Vec<UInt> Elements = Out(VecOf(config.DepthwiseTaps, UInt(config.Inp.ElemBits)));

    protected override void Build()
    {
        var before = RegNoReset(VecOf(config.DepthwiseTaps - 1, UInt(config.Inp.ElemBits)));
        var elements = Let(Cat(Mux(Starts, 0, before.AsUInt()), Inp));
        using (When(Shifts))
            before.Set(elements.Trunc(before.Width).AsVec(UInt(config.Inp.ElemBits)));
        Elements.Set(elements.AsVec(UInt(config.Inp.ElemBits)));
    }
}
