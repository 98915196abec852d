using System.Runtime.InteropServices;
using System.Text;
using Google.FlatBuffers;

namespace Vta.Networks.Tflite;

/// <summary>One table of a file. Fields are named by their number in the schema; what is absent has its default.</summary>
internal readonly struct FlatTable
{
    private const int VtableHeaderBytes = 4;

    private readonly FlatFile file;
    private readonly Table table;
    private readonly int tableBytes;

    internal FlatTable(FlatFile file, int position)
    {
        this.file = file;
        file.Spend(sizeof(int));
        file.Require(position, sizeof(int));
        table = new Table(position, file.Buffer);
        var vtable = position - (long)file.Buffer.GetInt(position);
        file.Require(vtable, VtableHeaderBytes);
        file.Require(vtable, file.Buffer.GetUshort((int)vtable));
        tableBytes = file.Buffer.GetUshort((int)vtable + sizeof(ushort));
        file.Require(position, tableBytes);
    }

    internal bool Boolean(int field) => Byte(field) != 0;

    internal byte Byte(int field, byte absent = 0) => At(field, sizeof(byte)) is { } at ? file.Buffer.Get(at) : absent;

    internal int Int32(int field, int absent = 0) => At(field, sizeof(int)) is { } at ? file.Buffer.GetInt(at) : absent;

    internal uint UInt32(int field) => At(field, sizeof(uint)) is { } at ? file.Buffer.GetUint(at) : 0;

    internal ulong UInt64(int field) => At(field, sizeof(ulong)) is { } at ? file.Buffer.GetUlong(at) : 0;

    internal float Single(int field) => At(field, sizeof(float)) is { } at ? file.Buffer.GetFloat(at) : 0;

    internal FlatTable? Table(int field) => Target(field) is { } at ? new FlatTable(file, at) : null;

    /// <summary>Tables that are asked for one by one.</summary>
    internal FlatTables Tables(int field)
    {
        if (Target(field) is not { } at)
            return default;
        var count = Count(at, sizeof(uint));
        return new FlatTables(file, at + sizeof(uint), count);
    }

    /// <summary>A vector of numbers; empty where it is absent.</summary>
    internal T[] Vector<T>(int field)
        where T : unmanaged
    {
        if (Target(field) is not { } at)
            return [];
        var bytes = (long)Count(at, Marshal.SizeOf<T>()) * Marshal.SizeOf<T>();
        file.Spend(bytes);
        return MemoryMarshal.Cast<byte, T>(file.Slice(at + sizeof(uint), bytes).Span).ToArray();
    }

    /// <summary>A vector of bytes, not copied; null where it is absent.</summary>
    internal ReadOnlyMemory<byte>? Bytes(int field) => Target(field) is { } at ? file.Slice(at + sizeof(uint), Count(at, 1)) : null;

    internal string Text(int field) => Encoding.UTF8.GetString(Vector<byte>(field));

    // Where a field lies; null where it is absent.
    private int? At(int field, int bytes)
    {
        var offset = table.__offset(VtableHeaderBytes + sizeof(ushort) * field);
        if (offset == 0)
            return null;
        if (offset < 0 || offset + bytes > tableBytes)
            throw FlatFile.Fault($"field {field} leaves the table at {table.bb_pos}");
        return table.bb_pos + offset;
    }

    private int? Target(int field) => At(field, sizeof(uint)) is { } at ? file.Follow(at) : null;

    private int Count(int at, int elementBytes)
    {
        var count = file.Buffer.GetUint(at);
        file.Require(at + (long)sizeof(uint), count * (long)elementBytes);
        return (int)count;
    }
}
