namespace Vta.Hdl.Library;

/// <summary>
/// Gives each value of a stream to several consumers. Each takes its copy when it likes; the next value comes when all have it. No consumer waits for
/// another's ready, so forks and joins can't block each other.
/// </summary>
/// <param name="type">The values.</param>
/// <param name="outputs">Number of consumers, at least 2 (HW0011).</param>
public sealed class Fork<T>(HwType<T> type, int outputs) : Module
    where T : Data
{
    /// <summary>Values come in here.</summary>
    public readonly Stream<T> Enq = Sink(type);

    /// <summary>Each value leaves at each of these.</summary>
    public readonly IReadOnlyList<Stream<T>> Deq = [.. Enumerable.Range(0, outputs).Select(i => Port.Source(type, $"deq_{i}"))];

    /// <inheritdoc/>
    protected override string DefinitionName => $"Fork_{outputs}x{type.Width}";

    /// <inheritdoc/>
    protected override void Build()
    {
        Require(outputs >= 2);
        Parameter("outputs", outputs);
        var hasTaken = Deq.Select((_, i) => Reg(reset: false, $"taken_{i}")).ToArray();
        Enq.Ready.Set(AllOf(Deq.Select((d, i) => hasTaken[i] | d.Ready)));
        for (var i = 0; i < outputs; i++)
        {
            Deq[i].Valid.Set(Enq.Valid & !hasTaken[i]);
            Deq[i].Payload.Set(Enq.Payload);
            using (When(Enq.Fire))
                hasTaken[i].Set(false);
            using (ElseWhen(Deq[i].Fire))
                hasTaken[i].Set(true);
        }
    }
}
