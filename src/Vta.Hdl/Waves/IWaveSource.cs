using System.Numerics;
using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;

namespace Vta.Hdl.Waves;

/// <summary>A simulation that can be recorded.</summary>
internal unsafe interface IWaveSource
{
    /// <summary>The design that is simulated.</summary>
    Netlist Netlist { get; }

    /// <summary>The settled value of now.</summary>
    BigInteger Evaluate(Expression value);

    /// <summary>A word of a memory.</summary>
    BigInteger ReadWord(Memory memory, int address);

    /// <summary>Where the value of a signal lies, which is quicker to read; null where it has no place.</summary>
    byte* AddressOf(Signal signal);

    /// <summary>Where a word lies; null where it has no place.</summary>
    byte* AddressOf(Memory memory, int address);
}
