namespace Vta.Hardware.Control;

/// <summary>Choices by a select signal of which one bit is set.</summary>
internal static class OneOf
{
    /// <summary>The value whose bit is set; the last one where there is a single value, or none is.</summary>
    public static T Select<T>(UInt selected, IReadOnlyList<T> values)
        where T : Data
    {
        var result = values[^1];
        for (var i = values.Count - 2; i >= 0; i--)
            result = Mux(selected[i], values[i], result);
        return result;
    }
}
