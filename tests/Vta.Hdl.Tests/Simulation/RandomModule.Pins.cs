namespace Vta.Hdl.Tests.Simulation;

/// <content>Bidirectional pins: driven as a whole, bit by bit, as open drains, by an instance inside.</content>
internal sealed partial class RandomModule
{
    private static bool HasPins(int seed) => seed % 4 == 1;

    private void DrivePins()
    {
        Pins[0].Drive(RegNext(Any(5)), RegNext(Bit()));
        using (When(RegNext(Bit())))
            Pins[1].Drive(RegNext(Any(8)), RegNext(Any(8)));
        using (When(RegNext(Bit())))
            Pins[1].Drive(5, true);
        Pins[2].PullLow(RegNext(Any(2)));
        var inner = Instance(new PulledPin());
        inner.Enable.Set(Bit());
        Pins[3].Connect(inner.Pin);
    }

    private sealed class PulledPin : Module
    {
        public readonly Bool Enable = In();
        public readonly Inout<UInt> Pin = Inout(Hw.UInt(1));

        protected override void Build() => Pin.PullLow(RegNext(Enable));
    }
}
