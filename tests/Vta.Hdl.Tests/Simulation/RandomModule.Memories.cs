using System.Numerics;
using Vta.Hdl.Ir;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Simulation;

/// <content>Memories.</content>
internal sealed partial class RandomModule
{
    private IReadOnlyList<BigInteger> Contents(int width, bool isFile)
    {
        BigInteger[] words = [Number(width), Number(width)];
        return isFile ? MemoryFile.Parse("words.hex", string.Join('\n', words.Select(word => word.ToString("x")))) : words;
    }

    /// <summary>Declares a memory and reads it; what comes back writes it. Ports often meet at one address.</summary>
    private Action MakeMemory()
    {
        var depth = Pick(2, 3, 4, 7, 16, 33);
        var parts = Pick(1, 2, 4, 8, 16);
        var width = parts * Pick(1, 3, 5, 8, 16, 64, 72);
        var memory = Mem(UInt(width), depth, (ReadUnderWrite)(_values.Count % 3), contents: Contents(width, isFile: depth % 4 == 0));
        var address = Any(memory.AddressWidth);
        if (_random.Next(2) == 0)
        {
            _values.Add(memory[Address()]);
        }
        else
        {
            using (When(Bit()))
                _values.Add(memory.Read(Address()));
        }
        return () =>
        {
            for (var port = _random.Next(1, 5); port > 0; port--)
                Sometimes(() => Write());
        };

        UInt Address() => _random.Next(4) switch
        {
            0 => Lit(_random.Next(depth), memory.AddressWidth),
            1 => Any(memory.AddressWidth),
            _ => address,
        };

        void Write()
        {
            if (width >= 3 && _random.Next(5) == 0)
                memory.Write(Address(), _random.Next(8));
            else if (_random.Next(2) == 0)
                memory.Write(Address(), Any(width));
            else
                memory.Write(Address(), Any(width), Operand(parts));
        }
    }
}
