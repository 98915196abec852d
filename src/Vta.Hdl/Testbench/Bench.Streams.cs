using System.Numerics;
using System.Runtime.CompilerServices;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Testbench;

/// <content>Processes that drive and take streams. Payloads are bits side by side, as <see cref="DataExtensions.AsBits"/> gives them.</content>
public sealed partial class Bench
{
    /// <summary>Random values of this many bits, without end.</summary>
    public IEnumerable<BigInteger> RandomValues(int width)
    {
        var random = NewRandom();
        return Values();

        IEnumerable<BigInteger> Values()
        {
            while (true)
                yield return NextValue(random, width);
        }
    }

    /// <summary>Sends values into a stream that the design consumes; while it has none to offer, the payload is random.</summary>
    /// <param name="stream">A stream of inputs of the top module.</param>
    /// <param name="values">What is sent, in this order; it may have no end.</param>
    /// <param name="stalls">Probability that it pauses in a cycle in which it could offer a value.</param>
    /// <param name="domain">Its clock; null for that of the top module.</param>
    /// <param name="name">The name of the process.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The values that have moved; it grows.</returns>
    public IReadOnlyList<BigInteger> Drive<T>(
        Stream<T> stream,
        IEnumerable<BigInteger> values,
        double stalls = 0,
        ClockDomain? domain = null,
        [CallerArgumentExpression(nameof(stream))] string name = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
        where T : Data
    {
        var random = NewRandom();
        var moved = new List<BigInteger>();
        var (fire, payload) = (stream.Fire, stream.Payload.AsBits());
        Process(Body, $"drives {name}", domain, isBackground: false, file, line);
        return moved;

        async Task Body(BenchProcess clock)
        {
            foreach (var value in values)
            {
                while (random.NextDouble() < stalls)
                {
                    Pause(clock);
                    await clock.Tick();
                }
                clock.Set(stream.Valid, true);
                clock.SetBits(stream.Payload, value);
                await clock.Until(fire, text: $"{name}.Fire");
                moved.Add(clock.Get(payload));
            }
            Pause(clock);
        }

        void Pause(BenchProcess clock)
        {
            clock.Set(stream.Valid, false);
            clock.SetBits(stream.Payload, NextValue(random, payload.Width));
        }
    }

    /// <summary>
    /// Takes values from a stream that the design produces, in the background, and watches the rule of streams: what is offered stays until it is taken.
    /// </summary>
    /// <param name="stream">A stream of outputs of the top module.</param>
    /// <param name="stalls">Probability that it is not ready in a cycle.</param>
    /// <param name="domain">Its clock; null for that of the top module.</param>
    /// <param name="name">The name of the process.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The values that have moved; it grows.</returns>
    public IReadOnlyList<BigInteger> Take<T>(
        Stream<T> stream,
        double stalls = 0,
        ClockDomain? domain = null,
        [CallerArgumentExpression(nameof(stream))] string name = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
        where T : Data
    {
        var random = NewRandom();
        var moved = new List<BigInteger>();
        var payload = stream.Payload.AsBits();
        Process(Body, $"takes {name}", domain, isBackground: true, file, line);
        return moved;

        async Task Body(BenchProcess clock)
        {
            BigInteger? held = null;
            while (true)
            {
                var isReady = random.NextDouble() >= stalls;
                clock.Set(stream.Ready, isReady);
                await clock.Tick();
                BigInteger? offered = clock.Get(stream.Valid) ? clock.Get(payload) : null;
                if (held is not null && offered != held)
                    throw new BenchFailedException($"{name} offered {held}, and {(offered is { } other ? $"{other}" : "nothing")} in cycle {Cycle}, before that was taken");
                held = isReady ? null : offered;
                if (isReady && offered is { } value)
                    moved.Add(value);
            }
        }
    }

    private static BigInteger NextValue(Random random, int width)
    {
        var bytes = new byte[(width / 8) + 1];
        random.NextBytes(bytes);
        return new BigInteger(bytes, isUnsigned: true) & Bits.Mask(width);
    }
}
