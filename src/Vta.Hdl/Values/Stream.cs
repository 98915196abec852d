using System.Runtime.CompilerServices;

namespace Vta.Hdl;

/// <summary>
/// A stream of values with a handshake: a value moves in every cycle in which <see cref="Valid"/> and <see cref="Ready"/> are both high. Once
/// valid is high, it and the payload stay until that cycle. Ready may depend on valid, valid must not depend on ready.
/// </summary>
/// <param name="valid">One bit, driven by the producer.</param>
/// <param name="ready">One bit, driven by the consumer.</param>
/// <param name="payload">The value, driven by the producer.</param>
public sealed class Stream<T>(Bool valid, Bool ready, T payload)
    where T : Data
{
    /// <summary>The producer has a value.</summary>
    public Bool Valid { get; } = valid;

    /// <summary>The consumer takes it.</summary>
    public Bool Ready { get; } = ready;

    /// <summary>The value, meaningful while valid.</summary>
    public T Payload { get; } = payload;

    /// <summary>A value moves in this cycle.</summary>
    public Bool Fire => Valid & Ready;

    /// <summary>
    /// Joins two streams: this side is driven with the producer's valid and payload, the producer's ready with this side's.
    /// </summary>
    public void Connect(Stream<T> producer, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Valid.Set(producer.Valid, file, line);
        DataExtensions.Set(Payload, producer.Payload, file, line);
        producer.Ready.Set(Ready, file, line);
    }
}
