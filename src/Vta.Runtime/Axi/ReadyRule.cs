using System.Diagnostics;

namespace Vta.Runtime.Axi;

/// <summary>A <see cref="MemoryModel"/>: which channels a memory holds up, by what it has seen before.</summary>
internal abstract class ReadyRule
{
    /// <summary>It holds up nothing, and needs to see nothing.</summary>
    public virtual bool IsFree => false;

    /// <summary>The <see cref="BusChannels"/> that are held up in the cycle after those seen; asked once for each cycle.</summary>
    public abstract int Held(BusTraffic traffic);

    public static ReadyRule Of(MemoryModel model) => model switch
    {
        MemoryModel.Ideal => new AlwaysReady(),
        MemoryModel.PairedWrites => new PairedWrites(),
        MemoryModel.DataFirst => new DataFirst(),
        MemoryModel.OneBurst => new OneBurst(),
        MemoryModel.Slow => new SlowHandshakes(),
        _ => throw new UnreachableException(),
    };

    private sealed class AlwaysReady : ReadyRule
    {
        public override bool IsFree => true;

        public override int Held(BusTraffic traffic) => 0;
    }
}
