using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Vta.Hdl.Testbench;

/// <summary>What a process awaits: clock edges. Awaiting allocates nothing.</summary>
public readonly struct ClockWait : ICriticalNotifyCompletion
{
    private readonly BenchProcess _process;

    internal ClockWait(BenchProcess process) => _process = process;

    /// <summary>False: at least one edge has to come.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool IsCompleted => false;

    /// <summary>For <c>await</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ClockWait GetAwaiter() => this;

    /// <summary>For <c>await</c>.</summary>
    /// <exception cref="BenchFailedException">The edges that were allowed are over.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void GetResult() => _process.EndWait();

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void OnCompleted(Action continuation) => _process.Suspend(continuation);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void UnsafeOnCompleted(Action continuation) => _process.Suspend(continuation);
}
