using System.Globalization;
using Vta.Compiler;
using Vta.Compiler.Operators;
using Vta.Isa;

namespace Vta.Cli.Workloads;

/// <summary>What a user asks of a workload.</summary>
internal sealed class WorkloadArguments
{
    /// <summary>Name of the schedule; <c>auto</c> finds one.</summary>
    public string Schedule { get; init; } = Workload.AutoSchedule;

    /// <summary>Seed of the random inputs.</summary>
    public int Seed { get; init; }

    /// <summary>Whether the result of plain arithmetic is computed, to compare with.</summary>
    public bool HasExpected { get; init; } = true;

    /// <summary>Values of options, by name.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether an option is given.</summary>
    internal bool Has(string name) => Options.ContainsKey(name);

    /// <summary>The text of an option; null where it is not given.</summary>
    internal string? Text(string name) => Options.GetValueOrDefault(name);

    /// <summary>The number of an option.</summary>
    /// <exception cref="VtaInputException">It is not a number of at least <paramref name="minimum"/>.</exception>
    internal int Number(string name, int ifMissing, int minimum = 1) =>
        Text(name) is { } text ? ParseNumber(name, text, minimum) : ifMissing;

    /// <summary>Two numbers, written as <c>3x5</c> or as <c>3</c> for both.</summary>
    /// <exception cref="VtaInputException">They are not numbers of at least <paramref name="minimum"/>.</exception>
    internal (int Height, int Width) Pair(string name, (int Height, int Width) ifMissing, int minimum = 1)
    {
        if (Text(name) is not { } text)
            return ifMissing;
        return text.Split('x') switch
        {
            [var both] => (ParseNumber(name, both, minimum), ParseNumber(name, both, minimum)),
            [var height, var width] => (ParseNumber(name, height, minimum), ParseNumber(name, width, minimum)),
            _ => throw new VtaInputException($"{name} is \"{text}\"; it has to be a number, or two as in 3x5"),
        };
    }

    /// <summary>Padding of rows and columns, written as <c>1</c> for all sides, as <c>1x2</c>, or as top, left, bottom and right: <c>1,2,0,1</c>.</summary>
    /// <exception cref="VtaInputException">It is none of these.</exception>
    internal (Padding Height, Padding Width) Padding(string name, (Padding Height, Padding Width) ifMissing)
    {
        if (Text(name) is not { } text)
            return ifMissing;
        if (!text.Contains(','))
        {
            var (height, width) = Pair(name, default, 0);
            return (height, width);
        }
        return text.Split(',') is [var top, var left, var bottom, var right]
            ? (new Padding(ParseNumber(name, top, 0), ParseNumber(name, bottom, 0)), new Padding(ParseNumber(name, left, 0), ParseNumber(name, right, 0)))
            : throw new VtaInputException($"{name} is \"{text}\"; it has to be a number, two as in 3x5, or four as in 1,2,0,1: top, left, bottom, right");
    }

    internal static int ParseNumber(string name, string text, int minimum) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= minimum
            ? number
            : throw new VtaInputException($"{name} is \"{text}\"; it has to be a whole number"
                + (minimum == int.MinValue ? "" : $" of at least {minimum}"));
}
