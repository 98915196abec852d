namespace Vta.Isa.Instructions;

/// <summary>Which queues an instruction's dependency flags mean on each unit.</summary>
public static class TokenQueue
{
    /// <summary>Number of queues; queue n is bit n of <see cref="TokenQueues"/>.</summary>
    public const int Count = 4;

    /// <summary>The most tokens a counter holds: a push beyond waits.</summary>
    public const int MaxTokens = 65_535;

    /// <summary>Queues that <paramref name="unit"/> takes a token from; a neighbour it does not have is left out.</summary>
    public static TokenQueues Popped(Unit unit, Dependencies dependencies) =>
        (dependencies.HasFlag(Dependencies.PopPrev) ? FromPrev(unit) : TokenQueues.None)
        | (dependencies.HasFlag(Dependencies.PopNext) ? FromNext(unit) : TokenQueues.None);

    /// <summary>Queues that <paramref name="unit"/> puts a token into; a neighbour it does not have is left out.</summary>
    public static TokenQueues Pushed(Unit unit, Dependencies dependencies) =>
        (dependencies.HasFlag(Dependencies.PushPrev) ? ToPrev(unit) : TokenQueues.None)
        | (dependencies.HasFlag(Dependencies.PushNext) ? ToNext(unit) : TokenQueues.None);

    /// <summary>The unit that puts tokens into a queue.</summary>
    public static Unit Producer(TokenQueues queue) => queue switch
    {
        TokenQueues.LoadToCompute => Unit.Load,
        TokenQueues.StoreToCompute => Unit.Store,
        _ => Unit.Compute,
    };

    /// <summary>The unit that takes tokens from a queue.</summary>
    public static Unit Consumer(TokenQueues queue) => queue switch
    {
        TokenQueues.ComputeToLoad => Unit.Load,
        TokenQueues.ComputeToStore => Unit.Store,
        _ => Unit.Compute,
    };

    /// <summary>Name of a queue as messages show it: <c>load→compute</c>.</summary>
    public static string Name(TokenQueues queue) => $"{Producer(queue).Name()}→{Consumer(queue).Name()}";

    /// <summary>The single queues of a set, in order.</summary>
    public static IEnumerable<TokenQueues> Each(TokenQueues queues) =>
        Enumerable.Range(0, Count).Select(index => (TokenQueues)(1 << index)).Where(queue => queues.HasFlag(queue));

    private static TokenQueues FromPrev(Unit unit) => unit switch
    {
        Unit.Compute => TokenQueues.LoadToCompute,
        Unit.Store => TokenQueues.ComputeToStore,
        _ => TokenQueues.None,
    };

    private static TokenQueues FromNext(Unit unit) => unit switch
    {
        Unit.Load => TokenQueues.ComputeToLoad,
        Unit.Compute => TokenQueues.StoreToCompute,
        _ => TokenQueues.None,
    };

    private static TokenQueues ToPrev(Unit unit) => unit switch
    {
        Unit.Compute => TokenQueues.ComputeToLoad,
        Unit.Store => TokenQueues.StoreToCompute,
        _ => TokenQueues.None,
    };

    private static TokenQueues ToNext(Unit unit) => unit switch
    {
        Unit.Load => TokenQueues.LoadToCompute,
        Unit.Compute => TokenQueues.ComputeToStore,
        _ => TokenQueues.None,
    };
}
