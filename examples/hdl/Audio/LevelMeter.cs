using Vta.Hdl;
using Vta.Hdl.Ir;
using Vta.Hdl.Library;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>The loudest of the samples that come with a clock of their own, for a reader with another: they pass through an asynchronous FIFO.</summary>
/// <param name="width">Bits of a sample, without sign.</param>
public sealed class LevelMeter(int width) : Module
{
    private static readonly ClockDomain s_audio = new("audio");

    /// <summary>In the domain <c>audio</c>.</summary>
    public readonly Stream<UInt> Samples = Sink(UInt(width));

    /// <summary>The loudest sample since the level was read last.</summary>
    public readonly UInt Level = Out(UInt(width));

    /// <summary>The level is read in this cycle.</summary>
    public readonly Bool Read = In();

    protected override void Build()
    {
        var fifo = Instance(new AsyncFifo<UInt>(UInt(width), depth: 4, from: s_audio, to: ClockDomain.Main));
        fifo.Enq.Connect(Samples);

        var level = Reg(UInt(width));
        var came = fifo.Deq;
        came.Ready.Set(true);
        level.Set(Max(Mux(Read, 0, level), Mux(came.Fire, came.Payload, 0)));
        Level.Set(level);

        // A sample is never lost between two readings, not even one that comes with the reading.
        var last = Reg(UInt(width));
        last.Set(Mux(came.Fire, came.Payload, Mux(Read, 0, last)));
        Assert(level >= last, "the level is not below a sample that came since");
        Cover(level == 1, "a sample passes");
    }
}
