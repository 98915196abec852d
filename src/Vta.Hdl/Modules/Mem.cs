using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>A memory of words of one type. Addresses have as many bits as the depth takes.</summary>
public sealed class Mem<T>
    where T : Data
{
    private readonly Memory _memory;
    private readonly HwType<T> _type;

    internal Mem(Memory memory, HwType<T> type)
    {
        _memory = memory;
        _type = type;
    }

    internal Memory Memory => _memory;

    /// <summary>Bits of an address.</summary>
    public int AddressWidth => _memory.AddressWidth;

    /// <summary>The word at an address in the same cycle: for small memories, which become LUT RAM.</summary>
    /// <exception cref="HdlException">HW0001: the address does not have <see cref="AddressWidth"/> bits.</exception>
    public T this[UInt address] => _type.FromBits(new(new MemoryRead(_memory, Address(address))));

    /// <summary>
    /// A synchronous read port, under the conditions in force: the word at the address, one cycle later. While they do not hold, the
    /// result is not to be relied on.
    /// </summary>
    /// <exception cref="HdlException">
    /// HW0001: the address does not have <see cref="AddressWidth"/> bits. HW0011: the memory gives new words, and a port that writes has another clock.
    /// </exception>
    public T Read(UInt address, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var location = new SourceLocation(file, line);
        var context = BuildContext.Current(location);
        var isForwarded = _memory.ReadUnderWrite == ReadUnderWrite.New;
        var given = context.NameOf(name, location, nameof(Read), _memory.Name + "_data");
        var data = context.NewSignal(isForwarded ? given + "_stored" : given, _memory.Width, SignalKind.ReadData, location);
        var place = Address(address);
        context.UnderConditions(conditions => _memory.ReadPorts.Add(new(_memory, place, conditions, data, location)));
        return _type.FromBits(new(isForwarded ? WriteForwarding.Of(_memory, data, given, location) : data));
    }

    /// <summary>Writes a word at the clock edge, under the conditions in force.</summary>
    /// <exception cref="HdlException">HW0001: the address does not have <see cref="AddressWidth"/> bits, or the word is of another width. HW0002: a literal does not fit.</exception>
    public void Write(UInt address, T word, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        AddWrite(address, word, null, new(file, line));

    /// <summary>
    /// Writes the parts of a word whose mask bit is one; the mask has one bit for each of its equal parts, the lowest first.
    /// </summary>
    /// <exception cref="HdlException">HW0001: the address does not have <see cref="AddressWidth"/> bits, the word is of another width, or the mask does not divide it. HW0002: a literal does not fit, or the mask is one without a width.</exception>
    public void Write(UInt address, T word, UInt mask, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        AddWrite(address, word, Require.HasWidth(mask.Expression), new(file, line));

    private void AddWrite(UInt address, T word, Expression? mask, SourceLocation location)
    {
        if (mask is not null && _memory.Width % mask.Width != 0)
        {
            throw new HdlException(
                Rule.WidthMismatch, $"a mask of {mask.Width} bits does not divide a word of {_memory.Width} bits into equal parts", location);
        }
        var context = BuildContext.Current(location);
        var data = Make.Join([.. Matching.Leaves(_type, word, $"what is written to '{_memory.Name}'").Reverse()]);
        var (place, domain) = (Address(address), context.Domain);
        context.UnderConditions(conditions =>
        {
            // A mask of one bit is one more condition.
            var port = new MemoryWritePort(_memory, place, data, conditions, mask, location) { Domain = domain };
            _memory.WritePorts.Add(mask is { Width: 1 } ? port with { Enable = Make.Operate(BinaryOperator.And, conditions, mask), Mask = null } : port);
        });
    }

    private Expression Address(UInt address)
    {
        var sized = Require.Sized(address.Expression, _memory.AddressWidth, signed: false);
        Require.SameWidth($"The address of '{_memory.Name}'", sized, _memory.AddressWidth);
        return sized;
    }
}
