using System.Collections.Immutable;
using Vta.Isa;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Tflite;

/// <summary>One operator of a model: operands and options.</summary>
internal sealed class TfliteOperator
{
    /// <summary>Two numbers for each axis.</summary>
    private const int MaxConstants = 2 * NetworkLimits.Rank;

    private const int InputsField = 1, OutputsField = 2, OptionsField = 4;

    private readonly TfliteTensors tensors;
    private readonly FlatTable? options;
    private readonly int[] inputs;
    private readonly int[] outputs;

    internal TfliteOperator(Origin origin, FlatTable table, TfliteTensors tensors)
    {
        (Origin, this.tensors) = (origin, tensors);
        options = table.Table(OptionsField);
        inputs = table.Vector<int>(InputsField);
        outputs = table.Vector<int>(OutputsField);
    }

    internal Origin Origin { get; }

    internal int InputCount => inputs.Length;

    /// <summary>The only output.</summary>
    internal Tensor Output => outputs.Length == 1
        ? tensors[outputs[0]]
        : throw new VtaInputException($"outputs: there are {outputs.Length}; this operator has one");

    internal IEnumerable<Tensor> Inputs => inputs.Select(index => tensors[index]);

    internal IEnumerable<Tensor> Outputs => outputs.Select(index => tensors[index]);

    internal Tensor Input(int position) => OptionalInput(position) ?? throw new VtaInputException($"input {position}: is missing");

    /// <summary>An input that may be left out: null then.</summary>
    internal Tensor? OptionalInput(int position) => position < inputs.Length && inputs[position] >= 0 ? tensors[inputs[position]] : null;

    /// <summary>An input of a few whole numbers that has to be constant.</summary>
    internal ImmutableArray<long> Constant(int position)
    {
        var tensor = Input(position);
        if (tensor.Type == ElementType.Float32 || tensor.Constant is not { } content || content.Length != tensor.Bytes)
            throw new VtaInputException($"input {position} {tensor}: has to be constant whole numbers");
        if (tensor.Shape.Elements > MaxConstants)
            throw new VtaInputException($"input {position} {tensor}: has {tensor.Shape.Elements} elements; there may be {MaxConstants}");
        return tensor.Integers();
    }

    internal bool Flag(int field) => options?.Boolean(field) ?? false;

    internal byte Code(int field) => options?.Byte(field) ?? 0;

    internal int Number(int field, int absent = 0) => options?.Int32(field, absent) ?? absent;

    internal float Real(int field) => options?.Single(field) ?? 0;

    /// <summary>The activation that ends it.</summary>
    internal Activation ReadActivation(int field) => Code(field) switch
    {
        0 => Activation.None,
        1 => Activation.Relu,
        2 => Activation.ReluN1To1,
        3 => Activation.Relu6,
        var other => throw new VtaInputException($"fused activation: is {other}; 0 none, 1 RELU, 2 RELU_N1_TO_1 and 3 RELU6 are supported"),
    };

    /// <summary>A constant made of one of its inputs.</summary>
    internal Tensor Derive(Tensor from, Shape shape, byte[] content, Quantization? quantization) =>
        tensors.Derive(from, shape, content, quantization);
}
