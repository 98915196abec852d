namespace Vta.Runtime.Axi;

/// <summary><see cref="MemoryModel.Slow"/>.</summary>
internal sealed class SlowHandshakes : ReadyRule
{
    /// <summary>Cycles that everything waits for.</summary>
    private const int Pause = 5;

    private const int Answers = BusChannels.ReadData | BusChannels.Response;

    private readonly int[] cycles = new int[BusChannels.Count];

    public override int Held(BusTraffic traffic)
    {
        var held = 0;
        for (var index = 0; index < cycles.Length; index++)
        {
            var channel = 1 << index;

            // What is taken is counted from when it is offered, what is given from when the last was taken.
            var counts = (channel & Answers) != 0 ? (traffic.Fired & channel) == 0 : traffic.Waits(channel);
            cycles[index] = counts ? Math.Min(cycles[index] + 1, Pause) : 0;
            if (cycles[index] < Pause)
                held |= channel;
        }
        return held;
    }
}
