using System.Reflection.Emit;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;
using Vta.Hdl.Simulation.Passes;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>Lanes as vectors: the code of a map once for each vector that its lanes fill.</summary>
internal sealed class VectorCompiler(Emitter il, LaneVariables lanes, ValueCompiler values, PackedLanes packed)
{
    /// <summary>
    /// Stores the lanes of a map; false where it is not for vectors. Where a lane has one bit, those of a vector are left on the stack, and
    /// <paramref name="storeBits"/> is told the first lane and how many there are.
    /// </summary>
    public bool TryStore(LaneMap map, WidePlace to, Action<int, int> storeBits)
    {
        if (VectorPlan.For(map, lanes, storesLanes: true) is not { } plan || (map.Body.Width > 1 && map.Width <= 64))
            return false;
        var emit = new VectorEmitter(il, plan);
        EachVector(plan, emit, (vector, first) =>
        {
            if (map.Body.Width > 1)
            {
                new LaneMemory(il, emit, plan, packed).Store(vector, map.Body, to, first);
                return;
            }
            vector.Push(map.Body);
            emit.Call(nameof(VectorKernels.Gather));
            storeBits(first, plan.LanesAtOnce);
        });
        return true;
    }

    /// <summary>Puts the sum of all lanes of a map on the stack; false where it is not for vectors.</summary>
    public bool TrySum(LaneMap map)
    {
        if (map.Body.Width == 1 || VectorPlan.For(map, lanes, storesLanes: false) is not { } plan)
            return false;
        var emit = new VectorEmitter(il, plan);
        var sum = il.DeclareLocal(plan.VectorType);
        EachVector(plan, emit, (vector, first) =>
        {
            vector.Push(map.Body);
            if (first > 0)
            {
                il.Emit(OpCodes.Ldloc, sum);
                emit.CallOperator("op_Addition");
            }
            il.Emit(OpCodes.Stloc, sum);
        });
        il.Emit(OpCodes.Ldloc, sum);
        emit.Call(nameof(VectorKernels.Sum));
        return true;
    }

    /// <param name="plan">The map, and how its lanes lie in vectors.</param>
    /// <param name="emit">Writes code for such vectors.</param>
    /// <param name="use">Emits what is done with a vector, whose values are computed, and which starts at a lane.</param>
    private void EachVector(VectorPlan plan, VectorEmitter emit, Action<VectorOperations, int> use)
    {
        var map = plan.Map;
        var sources = map.Parameters.Select(p => (Parameter: p, Vector: SourceOf(p))).ToArray();
        foreach (var invariant in lanes.OperandsOf(map).Skip(map.Parameters.Count).Where(e => e is not Literal))
            values.Let(invariant);
        var varying = ExpressionGraph.PostOrder([map.Body]).Where(e => lanes.Varies(e, map)).ToArray();
        var memory = new LaneMemory(il, emit, plan, packed);
        for (var i = 0; i < plan.Vectors; i++)
        {
            var first = i * plan.LanesAtOnce;
            var vector = new VectorOperations(il, emit, plan, values);
            foreach (var (parameter, source) in sources)
                vector.Let(parameter, () => memory.Load(parameter.Width, source, first));
            vector.Let(map.Index, () =>
            {
                il.Constant((ulong)first);
                emit.Call(nameof(VectorKernels.Numbers));
            });
            foreach (var e in varying.Where(e => !vector.Knows(e)))
                vector.Let(e, () => vector.Compute(e));
            use(vector, first);
        }
    }

    private LaneVector SourceOf(LaneParameter parameter) =>
        parameter.Width == 1 ? values.VectorOf(parameter.Vector, 1) : new(values.InMemory(parameter.Vector), null, parameter.Width);
}
