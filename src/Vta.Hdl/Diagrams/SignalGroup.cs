using Vta.Hdl.Ir;

namespace Vta.Hdl.Diagrams;

/// <summary>Signals of one declaration: the fields of a bundle or stream. It has the direction of its first: what flows back, such as ready, is not drawn.</summary>
/// <param name="Name">What their names have in common.</param>
/// <param name="Forward">The signals with the direction of the first.</param>
internal sealed record SignalGroup(string Name, IReadOnlyList<Signal> Forward)
{
    public SignalKind Kind => Forward[0].Kind;

    public int Width => Forward.Sum(signal => signal.Width);

    public string Details => DetailsOf(Forward);

    /// <summary>Signals with their widths, a line each.</summary>
    public static string DetailsOf(IEnumerable<Signal> signals) => string.Join("\n", signals.Select(signal => $"{signal.Name}, {signal.Width} bit"));

    /// <summary>Signals in groups, in the order of declaration.</summary>
    public static IReadOnlyList<SignalGroup> Of(IEnumerable<Signal> signals) =>
        [.. signals.GroupBy(signal => signal.Location).SelectMany(OfPlace)];

    private static IEnumerable<SignalGroup> OfPlace(IEnumerable<Signal> place)
    {
        Signal[] signals = [.. place];
        if (CommonName(signals) is { Length: > 0 } name)
            return [new(name, [.. signals.Where(signal => signal.Kind == signals[0].Kind)])];
        return signals.Select(signal => new SignalGroup(signal.Name, [signal]));
    }

    /// <summary>The words that all names begin with; empty where there are none.</summary>
    private static string CommonName(IReadOnlyList<Signal> signals)
    {
        var words = signals[0].Name.Split('_');
        var common = words.Length;
        foreach (var signal in signals)
        {
            var others = signal.Name.Split('_');
            common = words.Take(common).Zip(others).TakeWhile(pair => pair.First == pair.Second).Count();
        }
        return string.Join('_', words.Take(common));
    }
}
