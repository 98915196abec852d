using Vta.Compiler.LoopIr;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;
using Vta.Isa;

namespace Vta.Compiler.Passes;

/// <summary>Finds the splits that make a buffer smaller, by trying each.</summary>
internal static class SplitAdvice
{
    /// <summary>The message for a buffer that does not fit.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="buffer">The buffer that is too large.</param>
    /// <param name="message">What it needs and what there is.</param>
    internal static VtaInputException TooLarge(Schedule schedule, LoopBuffer buffer, string message)
    {
        var stage = schedule.Stages.First(stage => stage.Tensor.Name == buffer.Tensor && stage.Scope == buffer.Scope);
        var advice = new List<string>();
        foreach (var split in schedule.Stages.SelectMany(one => one.Relations).OfType<SplitRelation>().ToList())
        {
            var owner = schedule.OwnerOf(split.Outer)!;
            var isThread = owner.Threads.ContainsKey(split.Inner);
            var finer = split.Factor > 1 ? split with { Factor = (split.Factor + 1) / 2 } : split with { Parts = split.Parts * 2 };
            if (!isThread && ValuesWith(schedule, stage, owner, split, finer) < buffer.Values)
                advice.Add($"the split of {split.Parent.Name} of {owner.Tensor.Name} {(split.Factor is { } factor ? $"by {factor}" : $"into {split.Parts}")} at {split.Where}");
        }
        var change = advice.Count switch
        {
            0 when stage.Attach is null => $"compute {buffer.Tensor} inside of a loop, with ComputeAt",
            0 => $"split a loop that {buffer.Tensor} is computed in further inside",
            _ => $"make smaller blocks in {string.Join(", or ", advice)}",
        };
        return new VtaInputException($"{message}; its tile is {string.Join("x", buffer.Shape)}: {change}", stage.Attach?.Where.ToString());
    }

    private static int ValuesWith(Schedule schedule, Stage stage, Stage owner, SplitRelation split, SplitRelation finer)
    {
        owner.Replace(split, finer);
        try
        {
            return InferBound.Run(schedule)[stage].Roots.Where(root => root.Key.Kind == IterKind.Data).Aggregate(1, (product, root) => product * root.Value.Most);
        }
        catch (VtaInputException)
        {
            return int.MaxValue;
        }
        finally
        {
            owner.Replace(owner.Relations.OfType<SplitRelation>().Single(one => one.Outer == split.Outer), split);
        }
    }
}
