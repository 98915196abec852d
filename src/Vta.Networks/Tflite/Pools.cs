using Vta.Isa;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Tflite;

/// <summary>AVERAGE_POOL_2D, MAX_POOL_2D and MEAN.</summary>
internal static class Pools
{
    private const int WidthField = 3, HeightField = 4, ActivationField = 5;

    internal static IEnumerable<Node> Average(TfliteOperator source)
    {
        var (window, padding) = Geometry(source);
        yield return new AveragePool(
            source.Origin, source.Input(0), source.Output, window, Windows.Stride(source), padding, source.ReadActivation(ActivationField));
    }

    internal static IEnumerable<Node> Max(TfliteOperator source)
    {
        var (window, padding) = Geometry(source);
        yield return new MaxPool(
            source.Origin, source.Input(0), source.Output, window, Windows.Stride(source), padding, source.ReadActivation(ActivationField));
    }

    internal static IEnumerable<Node> Mean(TfliteOperator source)
    {
        const int KeepDimensionsField = 0;
        var input = source.Input(0);
        var axes = source.Constant(1).Select(axis => Axes.Resolve(axis, input.Shape.Rank)).Distinct().Order();
        yield return new Mean(source.Origin, input, source.Output, [.. axes], source.Flag(KeepDimensionsField));
    }

    private static (Size2D Window, Padding Padding) Geometry(TfliteOperator source)
    {
        var window = new Size2D(source.Number(HeightField), source.Number(WidthField));
        if (window.Height < 1 || window.Width < 1)
            throw new VtaInputException($"filter: is {window}; it has to be 1 or more");
        return (window, Windows.ReadPadding(source, source.Input(0).Shape, window, new(1, 1)));
    }
}
