using Vta.Isa;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Tflite;

/// <summary>The tensors of a model, made when they are first asked for: those that no operator takes may be of any type.</summary>
internal sealed class TfliteTensors(FlatFile file, FlatTables tables, FlatTables buffers)
{
    private readonly Dictionary<int, Tensor> made = [];
    private int nextId = tables.Count;

    /// <summary>The tensor of a number.</summary>
    /// <exception cref="VtaInputException">There is none, or it is of an unsupported kind.</exception>
    internal Tensor this[int index]
    {
        get
        {
            if (index < 0 || index >= tables.Count)
                throw new VtaInputException($"tensor {index}: there is none; the model has {tables.Count}");
            if (!made.TryGetValue(index, out var tensor))
                made.Add(index, tensor = Make(index, tables[index]));
            return tensor;
        }
    }

    /// <summary>A constant that is not in the file as it is needed.</summary>
    internal Tensor Derive(Tensor from, Shape shape, byte[] content, Quantization? quantization)
    {
        file.Spend(content.Length);
        return new(nextId++, from.Name, shape, from.Type, quantization) { Constant = content };
    }

    private Tensor Make(int index, FlatTable table)
    {
        const int ShapeField = 0, TypeField = 1, BufferField = 2, NameField = 3, QuantizationField = 4, SparsityField = 6;
        if (table.Table(SparsityField) is not null)
            throw new VtaInputException($"tensor {index}: is sparse; dense ones are supported");
        var shape = new Shape(table.Vector<int>(ShapeField).Select(extent => (long)extent));
        var type = TypeOf(index, table.Byte(TypeField));
        return new(index, table.Text(NameField), shape, type, Quantization(table.Table(QuantizationField)))
        {
            Constant = Content(index, table.UInt32(BufferField)),
        };
    }

    private ReadOnlyMemory<byte>? Content(int index, uint buffer)
    {
        const int DataField = 0, OffsetField = 1, SizeField = 2;
        if (buffer >= buffers.Count)
            throw new VtaInputException($"tensor {index}: has the buffer {buffer}; the model has {buffers.Count}");
        var table = buffers[(int)buffer];
        var (offset, size) = (table.UInt64(OffsetField), table.UInt64(SizeField));
        // Offsets 0 and 1 mean that the data, if any, is in the table.
        var data = offset > 1
            ? file.Slice((long)Math.Min(offset, long.MaxValue), (long)Math.Min(size, long.MaxValue))
            : table.Bytes(DataField);
        return data is { Length: > 0 } ? data : null;
    }

    private static Quantization? Quantization(FlatTable? table)
    {
        const int ScaleField = 2, ZeroPointField = 3, AxisField = 6;
        if (table is not { } numbers)
            return null;
        var scales = numbers.Vector<float>(ScaleField);
        var zeroPoints = numbers.Vector<long>(ZeroPointField);
        if (scales.Length == 0)
            return null;
        if (zeroPoints.Length == 0)
            zeroPoints = new long[scales.Length];
        var narrowed = zeroPoints.Select(zeroPoint => (int)Math.Clamp(zeroPoint, int.MinValue, int.MaxValue));
        return new([.. scales], [.. narrowed], numbers.Int32(AxisField));
    }

    private static ElementType TypeOf(int index, byte code) => code switch
    {
        0 => ElementType.Float32,
        2 => ElementType.Int32,
        3 => ElementType.UInt8,
        4 => ElementType.Int64,
        9 => ElementType.Int8,
        _ => throw new VtaInputException($"tensor {index}: is of type {code}; float32, int32, uint8, int64 and int8 are supported"),
    };
}
