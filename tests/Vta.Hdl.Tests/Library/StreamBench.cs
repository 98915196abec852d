using System.Numerics;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation;

namespace Vta.Hdl.Tests.Library;

/// <summary>Drives the streams of a module at random: values come and are taken with gaps, and what is offered must stay.</summary>
internal sealed class StreamBench : IDisposable
{
    private readonly Random _random;
    private readonly List<Action> _before = [];
    private readonly List<Action> _at = [];

    public StreamBench(Design design, int seed)
    {
        _random = new(seed);
        Simulator = new(design);
        Simulator.Reset();
    }

    public Simulator Simulator { get; }

    /// <summary>Sends random values into a stream; they are listed as they move.</summary>
    public List<BigInteger> Send(Stream<UInt> stream, double share = 0.6)
    {
        var sent = new List<BigInteger>();
        var isOffered = false;
        _before.Add(() =>
        {
            if (isOffered)
                return;
            isOffered = _random.NextDouble() < share;
            Simulator.Poke(stream.Valid, isOffered);
            Simulator.Poke(stream.Payload, _random.Next());
        });
        _at.Add(() =>
        {
            if (!Simulator.Peek(stream.Fire))
                return;
            sent.Add(Simulator.Peek(stream.Payload));
            isOffered = false;
        });
        return sent;
    }

    /// <summary>Takes values from a stream.</summary>
    public List<BigInteger> Receive<T>(Stream<T> stream, double share = 0.6, bool isHeld = true)
        where T : Packed
    {
        var received = new List<BigInteger>();
        BigInteger? offered = null;
        _before.Add(() => Simulator.Poke(stream.Ready, _random.NextDouble() < share));
        _at.Add(() =>
        {
            BigInteger? value = Simulator.Peek(stream.Valid) ? Simulator.Peek((Packed)stream.Payload) : null;
            if (isHeld && offered is not null)
                value.Should().Be(offered, "what is offered stays");
            offered = Simulator.Peek(stream.Ready) ? null : value;
            if (value is { } moved && Simulator.Peek(stream.Ready))
                received.Add(moved);
        });
        return received;
    }

    /// <summary>Something to do in every cycle before its edge.</summary>
    public void InEachCycle(Action action) => _before.Add(action);

    public void Run(int cycles)
    {
        for (var i = 0; i < cycles; i++)
        {
            _before.ForEach(a => a());
            _at.ForEach(a => a());
            Simulator.Step();
        }
    }

    public void Dispose() => Simulator.Dispose();
}
