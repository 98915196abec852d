using Vta.Compiler.LoopIr;
using Vta.Compiler.LoopIr.Arithmetic;
using Vta.Compiler.TensorExpressions;
using Vta.Isa;

namespace Vta.Compiler.Passes;

/// <summary>Turns tensors into buffers of consecutive values, as large as the part of a tensor that is needed at a time.</summary>
internal sealed class StorageFlatten
{
    private readonly Dictionary<DataProducer, (LoopBuffer Buffer, IReadOnlyList<Expr> Mins)> buffers = [];
    private readonly Simplifier simplifier;

    private StorageFlatten(Bounds bounds, IReadOnlyDictionary<SymbolicTensor, LoopBuffer> arguments)
    {
        simplifier = new Simplifier(bounds);
        foreach (var (tensor, buffer) in arguments)
            buffers.Add(tensor, (buffer, [.. tensor.Shape.Select(_ => (Expr)0)]));
    }

    internal static Stmt Run(Stmt program, Bounds bounds, IReadOnlyDictionary<SymbolicTensor, LoopBuffer> arguments) =>
        new StorageFlatten(bounds, arguments).Visit(program);

    private Stmt Visit(Stmt statement)
    {
        switch (statement)
        {
            case Realize realize:
                var buffer = new LoopBuffer(realize.Tensor.Name, realize.Tensor.Type, [.. realize.Ranges.Select(range => range.Most)], realize.Scope);
                buffers.Add(realize.Tensor, (buffer, [.. realize.Ranges.Select(range => range.Min)]));
                return new Allocate(buffer, Visit(realize.Body));
            case TensorStore store:
                var (target, index) = Place(store.Tensor, store.Indices);
                return new BufferStore(target, index, Visit(store.Value));
            case TensorizedCall call:
                return call.Intrinsic.Lower(call.IsReset, Element(call.Result), [.. call.Inputs.Select(Element)]);
            default:
                return statement.Map(Visit, Visit);
        }
    }

    private Expr Visit(Expr expression)
    {
        var mapped = expression.MapChildren(Visit);
        if (mapped is not TensorRead read)
            return mapped;
        var (buffer, index) = Place(read.Tensor, read.Indices);
        return new BufferLoad(buffer, index);
    }

    private BufferAddress Element(TensorRead read)
    {
        var (buffer, index) = Place(read.Tensor, read.Indices);
        var values = buffer.Scope.Shape!.ElemValues;
        var form = LinearForm.Of(index);
        return form.IsMultipleOf(values)
            ? new BufferAddress(buffer, form.Divide(values).ToExpr())
            : throw new VtaInputException($"{read.Tensor.Name} in {buffer.Scope} is used from value {index} on, in the middle of an element of {values}: "
                + "keep the two inner axes of a tensor as long as those of an element");
    }

    private (LoopBuffer Buffer, Expr Index) Place(DataProducer tensor, IReadOnlyList<Expr> indices)
    {
        var (buffer, mins) = buffers[tensor];
        Expr flat = 0;
        for (var axis = 0; axis < indices.Count; axis++)
            flat = flat * buffer.Shape[axis] + (indices[axis] - mins[axis]);
        return (buffer, simplifier.Simplify(flat));
    }
}
