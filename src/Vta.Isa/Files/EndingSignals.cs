using System.Runtime.InteropServices;

namespace Vta.Isa.Files;

/// <summary>The signals that end a process from outside, such as Ctrl-C: while this lives, something is done before they do.</summary>
public sealed class EndingSignals : IDisposable
{
    private static readonly PosixSignal[] s_all = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];

    private readonly PosixSignalRegistration[] registrations;
    private readonly Action? release;

    private EndingSignals(Action before, Action? release)
    {
        registrations = Array.ConvertAll(s_all, signal => PosixSignalRegistration.Create(signal, _ => before()));
        this.release = release;
    }

    /// <summary>Does something first, in another thread.</summary>
    public static EndingSignals Before(Action action) => new(action, release: null);

    /// <summary>Lets them wait until this is disposed: what takes moments, and is not to be left half done.</summary>
    public static EndingSignals Wait()
    {
        var done = new ManualResetEventSlim();
        return new EndingSignals(done.Wait, done.Set);
    }

    public void Dispose()
    {
        release?.Invoke();
        Array.ForEach(registrations, registration => registration.Dispose());
    }
}
