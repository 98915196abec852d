namespace Vta.Compiler.Tilings.Timing;

/// <summary>When the tokens of a queue are pushed. They are taken in that order.</summary>
internal sealed class TokenTimes
{
    private readonly Queue<long> times = [];

    internal bool IsEmpty => times.Count == 0;

    /// <summary>When the next can be taken; there is one.</summary>
    internal long Next => times.Peek();

    internal void Push(long time) => times.Enqueue(time);

    internal void Pop() => times.Dequeue();
}
