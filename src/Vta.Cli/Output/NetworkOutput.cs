using System.Text.Json.Nodes;
using Vta.NetworkCompiler;
using Vta.Networks.Graph;
using Vta.Networks.Graph.Analysis;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Printing;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;

namespace Vta.Cli.Output;

/// <summary>A network as JSON.</summary>
internal static class NetworkOutput
{
    /// <param name="network">The network.</param>
    /// <param name="layers">Where each node would run.</param>
    public static JsonObject ToJson(Network network, IReadOnlyList<Layer> layers)
    {
        var totals = NetworkTotals.Of(network);
        return new()
        {
            ["network"] = network.Name,
            ["rounding"] = network.Rounding.Name(),
            ["inputs"] = Array(network.Inputs.Select(ToJson)),
            ["outputs"] = Array(network.Outputs.Select(ToJson)),
            ["nodes"] = Array(layers.Select(ToJson)),
            ["multiply_adds"] = totals.MultiplyAdds,
            ["parameters"] = totals.Parameters,
            ["constant_bytes"] = totals.ConstantBytes,
        };
    }

    private static JsonObject ToJson(Layer layer, int index) => ToJson(layer.Node, index, layer);

    private static JsonObject ToJson(Node node, int index, Layer layer) => new()
    {
        ["index"] = index,
        ["where"] = layer.IsOnDevice ? "device" : "host",
        ["remark"] = layer.Remark,
        ["operator"] = node.Operator,
        ["origin"] = new JsonObject { ["index"] = node.Origin.Index, ["operator"] = node.Origin.Operator, ["name"] = node.Origin.Name },
        ["attributes"] = new JsonObject(
            NodeAttributes.Of(node).Select(attribute => KeyValuePair.Create<string, JsonNode?>(attribute.Name, attribute.Value))),
        ["inputs"] = Array(node.Inputs.Select(ToJson)),
        ["output"] = ToJson(node.Output),
        ["multiply_adds"] = NodeCost.MultiplyAdds(node),
        ["parameters"] = NodeCost.Parameters(node),
    };

    private static JsonObject ToJson(Tensor tensor)
    {
        var result = new JsonObject
        {
            ["tensor"] = tensor.Id,
            ["name"] = tensor.Name,
            ["shape"] = new JsonArray([.. tensor.Shape.Dimensions.Select(extent => JsonValue.Create(extent))]),
            ["type"] = tensor.Type.Name(),
            ["constant"] = tensor.Constant is not null,
        };
        if (tensor.Quantization is not { } numbers) return result;
        result["scales"] = new JsonArray([.. numbers.Scales.Select(scale => JsonValue.Create(scale))]);
        result["zero_points"] = new JsonArray([.. numbers.ZeroPoints.Select(zeroPoint => JsonValue.Create(zeroPoint))]);
        if (numbers.IsPerChannel) result["axis"] = numbers.Axis;
        return result;
    }

    private static JsonArray Array(IEnumerable<JsonObject> objects) => new([.. objects]);
}
