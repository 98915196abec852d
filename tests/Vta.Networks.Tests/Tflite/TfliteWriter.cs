using System.Runtime.InteropServices;
using Google.FlatBuffers;

namespace Vta.Networks.Tests.Tflite;

/// <summary>Makes TFLite files: tensors and operators, field by field of the schema.</summary>
internal sealed class TfliteWriter
{
    internal const sbyte RealType = 0, WholeType = 2, UnsignedType = 3, SignedType = 9;

    private readonly FlatBufferBuilder builder = new(1024);
    private readonly List<Offset<byte>> buffers = [];
    private readonly List<Offset<byte>> tensors = [];
    private readonly List<Offset<byte>> codes = [];
    private readonly List<Offset<byte>> operators = [];

    internal TfliteWriter() => AddBuffer([]);

    /// <summary>One field of an operator's options.</summary>
    internal readonly record struct Option(int Field, object Value);

    /// <summary>Adds a tensor, and gives its number.</summary>
    internal int Tensor(
        int[] shape, sbyte type = SignedType, float[]? scales = null, long[]? zeroPoints = null, int axis = 0, byte[]? content = null)
    {
        var buffer = content is null ? 0 : AddBuffer(content);
        var name = builder.CreateString($"t{tensors.Count}");
        var extents = Vector(shape);
        var quantization = scales is null ? default : Quantization(scales, zeroPoints ?? new long[scales.Length], axis);
        builder.StartTable(8);
        builder.AddOffset(0, extents.Value, 0);
        builder.AddSbyte(1, type, 0);
        builder.AddUint(2, (uint)buffer, 0);
        builder.AddOffset(3, name.Value, 0);
        if (scales is not null)
            builder.AddOffset(4, quantization.Value, 0);
        tensors.Add(new(builder.EndTable()));
        return tensors.Count - 1;
    }

    /// <summary>Adds a constant of 32-bit integers.</summary>
    internal int Integers(params int[] values) => Tensor([values.Length], WholeType, content: MemoryMarshal.AsBytes<int>(values).ToArray());

    /// <summary>Adds an operator.</summary>
    internal void Operator(int code, int[] inputs, int[] outputs, params Option[] options)
    {
        builder.StartTable(4);
        builder.AddSbyte(0, (sbyte)Math.Min(code, 127), 0);
        builder.AddInt(3, code, 0);
        codes.Add(new(builder.EndTable()));

        var optionTable = Options(options);
        var (inputVector, outputVector) = (Vector(inputs), Vector(outputs));
        builder.StartTable(9);
        builder.AddUint(0, (uint)codes.Count - 1, 0);
        builder.AddOffset(1, inputVector.Value, 0);
        builder.AddOffset(2, outputVector.Value, 0);
        builder.AddOffset(4, optionTable.Value, 0);
        operators.Add(new(builder.EndTable()));
    }

    /// <summary>The file.</summary>
    internal byte[] Finish(int[] inputs, int[] outputs)
    {
        var (tensorVector, operatorVector) = (Tables(tensors), Tables(operators));
        var (inputVector, outputVector) = (Vector(inputs), Vector(outputs));
        builder.StartTable(5);
        builder.AddOffset(0, tensorVector.Value, 0);
        builder.AddOffset(1, inputVector.Value, 0);
        builder.AddOffset(2, outputVector.Value, 0);
        builder.AddOffset(3, operatorVector.Value, 0);
        var graphs = Tables([new Offset<byte>(builder.EndTable())]);
        var (codeVector, bufferVector) = (Tables(codes), Tables(buffers));
        builder.StartTable(5);
        builder.AddUint(0, 3, 0);
        builder.AddOffset(1, codeVector.Value, 0);
        builder.AddOffset(2, graphs.Value, 0);
        builder.AddOffset(4, bufferVector.Value, 0);
        builder.Finish(builder.EndTable(), "TFL3");
        return builder.SizedByteArray();
    }

    private int AddBuffer(byte[] content)
    {
        builder.StartVector(1, content.Length, 16);
        foreach (var value in content.Reverse())
            builder.AddByte(value);
        var data = builder.EndVector();
        builder.StartTable(3);
        if (content.Length > 0)
            builder.AddOffset(0, data.Value, 0);
        buffers.Add(new(builder.EndTable()));
        return buffers.Count - 1;
    }

    private Offset<byte> Options(Option[] options)
    {
        builder.StartTable(8);
        foreach (var (field, value) in options)
        {
            switch (value)
            {
                case sbyte number: builder.AddSbyte(field, number, 0); break;
                case bool flag: builder.AddBool(field, flag, false); break;
                case int number: builder.AddInt(field, number, 0); break;
                case float number: builder.AddFloat(field, number, 0); break;
                default: throw new ArgumentException(value.GetType().Name);
            }
        }
        return new(builder.EndTable());
    }

    private Offset<byte> Quantization(float[] scales, long[] zeroPoints, int axis)
    {
        builder.StartVector(4, scales.Length, 4);
        foreach (var scale in scales.Reverse())
            builder.AddFloat(scale);
        var scaleVector = builder.EndVector();
        builder.StartVector(8, zeroPoints.Length, 8);
        foreach (var zeroPoint in zeroPoints.Reverse())
            builder.AddLong(zeroPoint);
        var zeroPointVector = builder.EndVector();
        builder.StartTable(7);
        builder.AddOffset(2, scaleVector.Value, 0);
        builder.AddOffset(3, zeroPointVector.Value, 0);
        builder.AddInt(6, axis, 0);
        return new(builder.EndTable());
    }

    private VectorOffset Vector(int[] values)
    {
        builder.StartVector(4, values.Length, 4);
        foreach (var value in values.Reverse())
            builder.AddInt(value);
        return builder.EndVector();
    }

    private VectorOffset Tables(List<Offset<byte>> tables)
    {
        builder.StartVector(4, tables.Count, 4);
        foreach (var table in Enumerable.Reverse(tables))
            builder.AddOffset(table.Value);
        return builder.EndVector();
    }
}
