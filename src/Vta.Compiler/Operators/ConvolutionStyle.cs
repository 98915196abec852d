namespace Vta.Compiler;

/// <summary>Which of two programs is made for the same tiles; the loads and the GEMM steps are the same.</summary>
public enum ConvolutionStyle
{
    /// <summary>
    /// The first load of a tile may run while the tile before is finished; the largest axes become instruction loops, so that kernels
    /// have few micro-ops; stores take as many rows as they can.
    /// </summary>
    Streamlined,

    /// <summary>
    /// As TVM's tutorial lowers it: loads of a tile wait until its accumulators are cleared, the outermost axes become instruction loops,
    /// a store takes one element.
    /// </summary>
    Tutorial,
}
