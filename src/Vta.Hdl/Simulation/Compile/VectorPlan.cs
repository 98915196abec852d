using System.Runtime.Intrinsics;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;
using Vta.Hdl.Simulation.Passes;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>How the lanes of a map lie in vectors: a container of 8, 16, 32 or 64 bits each, 512 bits at a time.</summary>
internal sealed record VectorPlan(LaneMap Map, int Container)
{
    private const int VectorBits = 512;

    /// <summary>The code is repeated for each vector: beyond so many, a loop over lanes is better.</summary>
    private const int MostVectors = 16;

    public int LanesAtOnce => VectorBits / Container;

    public int Vectors => Map.Count / LanesAtOnce;

    public Type Element => Container switch { 8 => typeof(byte), 16 => typeof(ushort), 32 => typeof(uint), _ => typeof(ulong) };

    public Type VectorType => typeof(Vector512<>).MakeGenericType(Element);

    /// <summary>The plan for a map; null where its body, or its number of lanes, is not for vectors.</summary>
    /// <param name="map">The map.</param>
    /// <param name="lanes">What varies in it.</param>
    /// <param name="storesLanes">The lanes are stored; otherwise they are summed up.</param>
    public static VectorPlan? For(LaneMap map, LaneVariables lanes, bool storesLanes)
    {
        var varying = ExpressionGraph.PostOrder([map.Body]).Where(e => lanes.Varies(e, map)).ToArray();
        var operands = varying.SelectMany(ExpressionGraph.Operands).Where(o => !lanes.Varies(o, map));
        if (!lanes.Varies(map.Body, map) || !varying.All(CanVary))
            return null;
        var widest = varying.Concat(operands).Max(e => e.Width);
        var least = varying.Any(e => e is Binary { Operator: >= BinaryOperator.ShiftLeft }) ? 32
            : varying.Any(e => e is Binary { Operator: BinaryOperator.Multiply } || IsBit(e)) ? 16
            : 8;
        for (var container = least; container <= 64; container *= 2)
        {
            if (container < widest || map.Count % (VectorBits / container) != 0 || map.Count / (VectorBits / container) > MostVectors)
                continue;
            if (map.Parameters.All(p => CanLoad(p.Width, container)) && (!storesLanes || CanStore(map.Body.Width, container)))
                return new(map, container);
        }
        return null;
    }

    /// <summary>Lanes of any width can be packed, a group of sixteen at a time, where the processor can permute bytes.</summary>
    public static bool IsPacked(int width, int container) => container == 32 && width is > 1 and <= 25 and not (8 or 16) && VectorKernels.CanPack;

    private static bool IsBit(Expression e) => e is LaneParameter { Width: 1 };

    private static bool CanLoad(int width, int container) => width is 1 or 8 or 16 or 32 or 64 || IsPacked(width, container);

    private static bool CanStore(int width, int container) => width is 1 or 8 or 16 or 32 or 64 || IsPacked(width, container);

    private static bool CanVary(Expression e) => e.Width <= 64 && e is LaneParameter or LaneIndex or Ir.Mux or Slice or Extend or Concat or Binary
        or Unary { Operator: UnaryOperator.Not or UnaryOperator.ReduceOr or UnaryOperator.ReduceAnd };
}
