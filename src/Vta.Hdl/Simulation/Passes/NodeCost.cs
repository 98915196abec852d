using Vta.Hdl.Ir;

namespace Vta.Hdl.Simulation.Passes;

/// <summary>Estimates of work, in instructions.</summary>
internal static class NodeCost
{
    /// <summary>The node alone, without its operands.</summary>
    public static int Of(Expression e) => e switch
    {
        _ when TaskGraph.IsFree(e) => 0,
        LaneMap map => 2 + (map.Count * ExpressionGraph.PostOrder([map.Body]).Sum(Of) / 4),
        _ => 1 + (e.Width / 256),
    };
}
