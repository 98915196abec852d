using System.Text.Json.Nodes;
using Vta.Cli.Output;
using Vta.Isa.Memory;

namespace Vta.Cli.Execution;

/// <summary>Compares what targets made of one program.</summary>
internal static class Agreement
{
    /// <summary>Where targets that ran it differ: in a counter, in cycles where both count them, in notes, or in any byte of memory.</summary>
    public static IReadOnlyList<string> Differences(IEnumerable<TargetRun> runs)
    {
        var ran = runs.Where(run => run.Statistics is not null).ToList();
        List<TargetRun> ended = [.. ran.Where(run => run.Memory is not null)];
        return [.. Statistics(ran), .. Notes(ended), .. Memory(ended)];
    }

    private static IEnumerable<string> Statistics(List<TargetRun> runs)
    {
        var counters = runs.ConvertAll(run => (run.Target, Values: StatisticsOutput.ToJson(run.Statistics)));
        foreach (var name in counters.SelectMany(each => each.Values.Select(pair => pair.Key)).Distinct())
        {
            // Not every target counts cycles.
            var values = counters.Where(each => each.Values.ContainsKey(name)).ToList();
            if (values.Any(each => !JsonNode.DeepEquals(each.Values[name], values[0].Values[name])))
                yield return $"{name} differs: {string.Join(", ", values.Select(each => $"{each.Values[name]} on {each.Target}"))}";
        }
    }

    private static IEnumerable<string> Notes(List<TargetRun> runs) => runs.Skip(1)
        .Where(run => !run.Notes.SequenceEqual(runs[0].Notes))
        .Select(run => $"notes differ: {Text(runs[0])}, {Text(run)}");

    private static string Text(TargetRun run) => $"{(run.Notes.Count == 0 ? "none" : string.Join(" and ", run.Notes))} on {run.Target}";

    private static IEnumerable<string> Memory(List<TargetRun> runs) => runs.Skip(1)
        .Select(run => (run.Target, Address: FirstDifference(runs[0].Memory!, run.Memory!)))
        .Where(each => each.Address is not null)
        .Select(each => $"memory differs at 0x{each.Address:x8} between {runs[0].Target} and {each.Target}");

    private static uint? FirstDifference(Dram left, Dram right)
    {
        for (var page = 0L; page <= uint.MaxValue; page += Dram.PageBytes)
        {
            var a = left.ReadRun((uint)page, Dram.PageBytes);
            var common = a.CommonPrefixLength(right.ReadRun((uint)page, Dram.PageBytes));
            if (common < a.Length) return (uint)page + (uint)common;
        }

        return null;
    }
}
