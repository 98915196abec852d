using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Elaboration;

/// <summary>
/// Lets a read port give what is written at the same edge: registers keep which bits those are, and their values, while the memory itself gives the old word.
/// </summary>
internal static class WriteForwarding
{
    /// <summary>What a read port gives.</summary>
    /// <param name="memory">The memory; ports that write it may be described later.</param>
    /// <param name="stored">What comes out of the memory itself.</param>
    /// <param name="name">The name of the result.</param>
    /// <param name="location">Where it is read.</param>
    public static Signal Of(Memory memory, Signal stored, string name, SourceLocation location)
    {
        var context = BuildContext.Current(location);
        var result = new Forwarded(context, memory, stored, name);
        context.AtLast(result.Drive);
        return result.Word;
    }

    private sealed class Forwarded(BuildContext context, Memory memory, Signal stored, string name)
    {
        public Signal Word { get; } = context.NewSignal(name, memory.Width, SignalKind.Wire, stored.Location);

        public void Drive()
        {
            var port = memory.ReadPorts.Single(p => p.Data == stored);
            var bits = memory.WritePorts.Exists(p => p.Mask is not null) ? memory.Width : 1;
            Expression taken = Make.Constant(0, bits), word = memory.WritePorts.FirstOrDefault()?.Data ?? Make.Constant(0, memory.Width);
            foreach (var write in memory.WritePorts)
            {
                RequireClock(write);
                var isSame = Make.Operate(BinaryOperator.And, Make.Operate(BinaryOperator.Equal, port.Address, write.Address), memory.IsInside(port.Address));
                var meets = Make.Operate(BinaryOperator.And, write.Enable, isSame);
                var these = Make.Repeat(meets, bits);
                if (write.Mask is { } mask)
                    these = Make.Operate(BinaryOperator.And, these, Spread(mask));
                taken = Make.Operate(BinaryOperator.Or, taken, these);
                word = Choose(these, write.Data, word);
            }
            var (kept, keptWord) = (Register("written", taken), Register("new", word));
            var enabled = new If(port.Enable, stored.Location);
            enabled.Then.Statements.AddRange([new Assign(SignalPart.Whole(kept), taken, stored.Location), new Assign(SignalPart.Whole(keptWord), word, stored.Location)]);
            context.Instance.Body.Statements.Add(enabled);
            context.Instance.Body.Statements.Add(new Assign(SignalPart.Whole(Word), Choose(kept, keptWord, stored), stored.Location));
        }

        private Signal Register(string suffix, Expression value) =>
            context.NewSignal($"{name}_{suffix}", value.Width, SignalKind.Register, stored.Location, domain: stored.Domain);

        /// <summary>A mask with a bit for each bit of a word.</summary>
        private Expression Spread(Expression mask) =>
            Make.Join([.. Enumerable.Range(0, mask.Width).Reverse().Select(i => Make.Repeat(Make.Take(mask, i, 1), memory.Width / mask.Width))]);

        private void RequireClock(MemoryWritePort write)
        {
            if (write.Domain != stored.Domain)
            {
                context.Report(
                    Rule.Parameter,
                    $"'{memory.Name}' gives new words to a read at the clock '{stored.Domain}', and is written at the clock '{write.Domain}': that takes one clock",
                    stored.Location);
            }
        }
    }

    /// <summary>One of two words, or bit by bit where there is a bit for each.</summary>
    private static Expression Choose(Expression bits, Expression whenOne, Expression whenZero) =>
        bits.Width == 1 ? Make.Select(bits, whenOne, whenZero) : Make.SelectBits(bits, whenOne, whenZero);
}
