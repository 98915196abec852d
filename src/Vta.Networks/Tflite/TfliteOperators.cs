using Vta.Networks.Graph.Nodes;

namespace Vta.Networks.Tflite;

/// <summary>The operators that are imported, by their code in the schema.</summary>
internal static class TfliteOperators
{
    private static readonly Dictionary<int, (string Name, Func<TfliteOperator, IEnumerable<Node>> Import)> Known = new()
    {
        [0] = ("ADD", Elements.Add),
        [1] = ("AVERAGE_POOL_2D", Pools.Average),
        [2] = ("CONCATENATION", Movements.Concatenation),
        [3] = ("CONV_2D", Convolutions.Conv2D),
        [4] = ("DEPTHWISE_CONV_2D", Convolutions.DepthwiseConv2D),
        [6] = ("DEQUANTIZE", Elements.Dequantize),
        [9] = ("FULLY_CONNECTED", Products.FullyConnected),
        [14] = ("LOGISTIC", Elements.Logistic),
        [17] = ("MAX_POOL_2D", Pools.Max),
        [18] = ("MUL", Elements.Mul),
        [19] = ("RELU", Elements.Relu),
        [21] = ("RELU6", Elements.Relu6),
        [22] = ("RESHAPE", Movements.Reshape),
        [25] = ("SOFTMAX", Elements.Softmax),
        [28] = ("TANH", Elements.Tanh),
        [34] = ("PAD", Movements.Pad),
        [39] = ("TRANSPOSE", Movements.Transpose),
        [40] = ("MEAN", Pools.Mean),
        [41] = ("SUB", Elements.Sub),
        [43] = ("SQUEEZE", Movements.Reshape),
        [45] = ("STRIDED_SLICE", Movements.StridedSlice),
        [49] = ("SPLIT", Movements.Split),
        [60] = ("PADV2", Movements.PadV2),
        [65] = ("SLICE", Movements.Slice),
        [67] = ("TRANSPOSE_CONV", Convolutions.TransposeConv),
        [70] = ("EXPAND_DIMS", Movements.Reshape),
        [114] = ("QUANTIZE", Elements.Quantize),
        [126] = ("BATCH_MATMUL", Products.BatchMatMul),
    };

    /// <summary>The name of an operator; its number where it is not one of these.</summary>
    internal static string NameOf(int code, string custom) =>
        Known.TryGetValue(code, out var known) ? known.Name : custom.Length > 0 ? $"custom {custom}" : $"builtin {code}";

    /// <summary>Turns an operator into nodes; null where it is not one of these.</summary>
    internal static Func<TfliteOperator, IEnumerable<Node>>? Find(int code) => Known.TryGetValue(code, out var known) ? known.Import : null;

    /// <summary>The names of all.</summary>
    internal static IEnumerable<string> Names => Known.Values.Select(known => known.Name);
}
