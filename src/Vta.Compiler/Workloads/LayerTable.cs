using Vta.Compiler.Operators;
using Vta.Isa;

namespace Vta.Compiler.Workloads;

/// <summary>Layers of known networks, by names such as <c>resnet18.c2</c>; shapes are of one image.</summary>
public sealed class LayerTable<TShape>
    where TShape : WindowShape
{
    private readonly IReadOnlyList<(string Name, TShape Shape)> layers;

    internal LayerTable(params IReadOnlyList<(string Name, TShape Shape)> layers)
    {
        this.layers = layers;
        Names = [.. layers.Select(layer => layer.Name)];
        Networks = [.. Names.GroupBy(name => name.Split('.')[0], (_, names) => $"{names.First()} … {names.Last().Split('.')[^1]}")];
    }

    /// <summary>The names of all layers.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The networks with their first and last layer, as in <c>resnet18.c2 … c11</c>.</summary>
    public IReadOnlyList<string> Networks { get; }

    /// <summary>The shape of a layer, for one image.</summary>
    /// <exception cref="VtaInputException">There is no layer of that name.</exception>
    public TShape Find(string name)
    {
        foreach (var layer in layers)
        {
            if (layer.Name == name)
                return layer.Shape;
        }
        throw new VtaInputException($"there is no layer \"{name}\"; there are {string.Join(", ", Names)}");
    }
}
