using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Library.Axi;

/// <summary>
/// What the checkers of both protocols are made of: a rule is a promise of one end of the bus, an assertion or an assumption of the module being described.
/// </summary>
internal sealed class AxiChecker(string bus, AxiRole? assumed, SourceLocation location)
{
    /// <summary>Adds a rule that a role has to keep.</summary>
    public void Rule(AxiRole role, Bool condition, string text) =>
        Module.Add(role == assumed ? AssertionKind.Assume : AssertionKind.Assert, condition, $"{bus}: {text}", location);

    /// <summary>The rule of every channel: what is offered stays until it is taken.</summary>
    public void Held<TAddress, TWriteData, TWriteResponse, TReadData>(AxiChannels<TAddress, TWriteData, TWriteResponse, TReadData> bus)
        where TAddress : Data
        where TWriteData : Data
        where TWriteResponse : Data
        where TReadData : Data
    {
        Held(AxiRole.Master, bus.WriteAddress, "aw");
        Held(AxiRole.Master, bus.WriteData, "w");
        Held(AxiRole.Slave, bus.WriteResponse, "b");
        Held(AxiRole.Master, bus.ReadAddress, "ar");
        Held(AxiRole.Slave, bus.ReadData, "r");
    }

    /// <summary>A register of the checker.</summary>
    public UInt Register(string name, int width) => Module.Reg(UInt(width), $"{bus}_{name}", location.File, location.Line);

    /// <summary>Counts what has begun and not ended, up to a limit that the checker can count to.</summary>
    public UInt UnderWay(string name, Bool begins, Bool ends, int limit)
    {
        var count = Register(name, Bits.WidthFor(limit));
        count.Set(count + begins.AsUInt() - ends.AsUInt());
        Rule(AxiRole.Master, !begins | ends | count != limit, $"no more than {limit} {name.Replace('_', ' ')} are under way, as many as are checked");
        return count;
    }

    private void Held<T>(AxiRole source, Stream<T> channel, string name)
        where T : Data => Module.AddHeld(source == assumed ? AssertionKind.Assume : AssertionKind.Assert, channel, $"{bus}_{name}", location);
}
