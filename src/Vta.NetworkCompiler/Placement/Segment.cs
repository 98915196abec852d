using Vta.NetworkCompiler.Operators;
using Vta.Networks.Graph.Tensors;

namespace Vta.NetworkCompiler.Placement;

/// <summary>Operators that the accelerator does one after the other, in one program.</summary>
internal sealed class Segment
{
    private readonly List<DeviceOperator> operators = [];
    private readonly List<Operand> inputs = [];
    private readonly Dictionary<Tensor, DeviceOperator> makers = [];

    /// <summary>The operators, in order.</summary>
    internal IReadOnlyList<DeviceOperator> Operators => operators;

    /// <summary>What the host puts into memory before.</summary>
    internal IReadOnlyList<Operand> Inputs => inputs;

    /// <summary>Whether an operator of this segment makes a tensor.</summary>
    internal bool Makes(Tensor tensor) => makers.ContainsKey(tensor);

    /// <summary>Whether an operand is there as it has to be, made by an operator of this segment.</summary>
    internal bool Has(Operand operand) => makers.TryGetValue(operand.Tensor, out var maker) && maker.Output.Equals(operand.Layout);

    /// <summary>Appends an operator; what nothing here makes becomes an input.</summary>
    internal void Add(DeviceOperator deviceOperator)
    {
        inputs.AddRange(deviceOperator.Inputs.Where(operand => !Has(operand) && !inputs.Contains(operand)));
        operators.Add(deviceOperator);
        makers.Add(deviceOperator.Node.Output, deviceOperator);
    }
}
