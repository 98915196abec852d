namespace Vta.Compiler.LoopIr;

/// <summary>How values along an axis become one.</summary>
public enum Reducer
{
    Sum,
    Min,
    Max,
}
