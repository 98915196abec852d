using Vta.Isa;
using Vta.Networks.Graph.Nodes;

namespace Vta.Networks.Tflite;

/// <summary>FULLY_CONNECTED and BATCH_MATMUL.</summary>
internal static class Products
{
    internal static IEnumerable<Node> FullyConnected(TfliteOperator source)
    {
        const int ActivationField = 0, FormatField = 1, KeepDimensionsField = 2;
        if (source.Code(FormatField) != 0)
            throw new VtaInputException($"weights format: is {source.Code(FormatField)}; 0, not shuffled, is supported");
        yield return new FullyConnected(
            source.Origin, source.Input(0), source.Input(1), source.OptionalInput(2), source.Output, source.Flag(KeepDimensionsField),
            source.ReadActivation(ActivationField));
    }

    internal static IEnumerable<Node> BatchMatMul(TfliteOperator source)
    {
        const int TransposeLeftField = 0, TransposeRightField = 1;
        if (source.Flag(TransposeLeftField))
            throw new VtaInputException("adj_x: is true; false is supported");
        yield return new MatMul(source.Origin, source.Input(0), source.Input(1), source.Output, source.Flag(TransposeRightField));
    }
}
