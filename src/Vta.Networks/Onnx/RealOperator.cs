namespace Vta.Networks.Onnx;

/// <summary>An operator on real numbers whose result is quantised later: by a QuantizeLinear, or by itself in its QLinear form.</summary>
/// <param name="Operands">How many operands are real numbers, from the first; all of them where it is <see cref="All"/>.</param>
/// <param name="Build">Makes the result, given these operands and, where there is one after them, the bias.</param>
internal sealed record RealOperator(int Operands, Func<OnnxNode, IReadOnlyList<StoredValue>, StoredValue?, PendingValue> Build)
{
    internal const int All = -1;
}
