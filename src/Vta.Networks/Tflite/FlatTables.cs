namespace Vta.Networks.Tflite;

/// <summary>A vector of tables; empty where it is absent.</summary>
internal readonly struct FlatTables(FlatFile file, int position, int count)
{
    internal int Count => count;

    internal FlatTable this[int index] => new(file, file.Follow(position + index * sizeof(uint)));
}
