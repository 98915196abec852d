using System.Collections.Immutable;
using Vta.Isa;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Onnx.Messages;

namespace Vta.Networks.Onnx;

/// <summary>A node of a model: attributes, and the values of its operands.</summary>
internal sealed class OnnxNode(NodeProto source, Origin origin, OnnxScope scope)
{
    internal Origin Origin => origin;

    /// <summary>Where its tensors are made.</summary>
    internal OnnxScope Scope => scope;

    internal string Operator => source.OpType;

    internal int OperandCount => source.Input.Count;

    internal IReadOnlyList<string> Outputs => source.Output;

    /// <summary>The name of the first output.</summary>
    internal string Output => source.Output.Count > 0 ? source.Output[0] : throw new VtaInputException("outputs: there are none");

    internal bool HasOperand(int position) => position < source.Input.Count && source.Input[position].Length > 0;

    /// <summary>An operand of any kind.</summary>
    internal OnnxValue Operand(int position) => HasOperand(position)
        ? scope[source.Input[position]]
        : throw new VtaInputException($"input {position}: is missing");

    /// <summary>An operand that is a tensor.</summary>
    internal StoredValue Stored(int position) => Operand(position) as StoredValue
        ?? throw new VtaInputException($"input {position} '{source.Input[position]}': is not quantised; QuantizeLinear has to follow its node");

    /// <summary>An operand of quantised real numbers.</summary>
    internal StoredValue Real(int position)
    {
        var value = Stored(position);
        return value is { IsReal: true, Tensor.Quantization: not null }
            ? value
            : throw new VtaInputException($"input {position} '{source.Input[position]}': is not quantised; DequantizeLinear has to be before it");
    }

    /// <summary>An operand that has to be constant.</summary>
    internal Tensor Constant(int position)
    {
        var value = Stored(position);
        return value.Tensor.Constant is not null
            ? scope.LaidOut(value, origin).Tensor
            : throw new VtaInputException($"input {position} '{source.Input[position]}': is not constant; it has to be");
    }

    internal long Integer(string name, long absent) => Find(name)?.I ?? absent;

    internal bool Flag(string name, bool absent = false) => Integer(name, absent ? 1 : 0) != 0;

    internal float Float(string name, float absent) => Find(name)?.F ?? absent;

    internal string Text(string name) => Find(name)?.S.ToStringUtf8() ?? "";

    internal TensorProto? Tensor(string name) => Find(name)?.T;

    /// <summary>A list of numbers; null where it is left out.</summary>
    internal ImmutableArray<long>? Integers(string name) => Find(name) is { } found ? [.. found.Ints] : null;

    /// <summary>A list that is an attribute in older models and an operand in newer ones; null where it is neither.</summary>
    internal ImmutableArray<long>? IntegersOrOperand(string name, int position) =>
        Integers(name) ?? (HasOperand(position) ? Constant(position).RequireIntegers($"input {position}") : null);

    private AttributeProto? Find(string name) => source.Attribute.FirstOrDefault(attribute => attribute.Name == name);
}
