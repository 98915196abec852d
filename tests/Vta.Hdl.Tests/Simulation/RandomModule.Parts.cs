using Vta.Hdl.Ir;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Simulation;

/// <content>Parts of signals that are set: bits, slices and elements, at known places and at computed ones.</content>
internal sealed partial class RandomModule
{
    /// <summary>Some parts of a signal, which may overlap, each from a place of its own.</summary>
    private void DriveParts(UInt signal)
    {
        for (var i = _random.Next(1, 5); i > 0; i--)
            Sometimes(() => SetPart(signal, Any));
    }

    /// <summary>A wire with a default and exceptions to it.</summary>
    private UInt WithExceptions(int width)
    {
        var wire = Wire(UInt(width), "excepted");
        wire.Set(Any(width));
        DriveParts(wire);
        return wire;
    }

    /// <summary>A wire whose pieces are set one by one. Higher ones read lower ones.</summary>
    private UInt InPieces(int width)
    {
        var wire = Wire(UInt(width), "pieces");
        for (var low = 0; low < width;)
        {
            var size = _random.Next(1, Math.Min(width - low, 40) + 1);
            var piece = wire[low + size - 1, low];
            var value = low > 0 && _random.Next(2) == 0 ? Any(size) ^ wire[_random.Next(low)].Repeat(size) : Any(size);
            if (_random.Next(2) == 0)
            {
                piece.Set(value);
            }
            else
            {
                using (When(Bit()))
                    piece.Set(value);
                using (Else())
                    piece.Set(Any(size));
            }
            low += size;
        }
        return wire;
    }

    private void SetPart(UInt signal, Func<int, UInt> value)
    {
        var width = signal.Width;
        var size = Divisor(width);
        var elements = signal.AsVec(UInt(size));
        switch (_random.Next(6))
        {
            case 0:
                signal[_random.Next(width)].Set(Bit());
                break;
            case 1:
                var low = _random.Next(width);
                var high = _random.Next(low, width);
                signal[high, low].Set(value(high - low + 1));
                break;
            case 2:
                signal[Index(9)].Set(Bit());
                break;
            case 3:
                elements[Index(6)].Set(value(size));
                break;
            case 4:
                elements[Index(6)][size - 1, size / 2].Set(value(size - (size / 2)));
                break;
            default:
                var row = Divisor(size);
                signal.AsVec(VecOf(size / row, UInt(row)))[Index(6)][Index(4)].Set(value(row));
                break;
        }
    }

    /// <summary>A place that is computed, of less than so many bits: one that is known past the last element is refused.</summary>
    private UInt Index(int bits)
    {
        var index = Any(_random.Next(1, bits));
        return index.Expression is Literal ? Inputs[1][index.Width - 1, 0] : index;
    }
}
