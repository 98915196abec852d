using Vta.Hdl.Testbench;
using Vta.Hdl.Tests.Library.Registers;

namespace Vta.Hdl.Tests.Tutorial;

public sealed class TimerTests
{
    [Fact]
    public void It_raises_the_alarm_at_the_end_of_each_period_until_the_host_has_seen_it()
    {
        var timer = new HdlTutorial.Timer();
        using var bench = new Bench(timer.Elaborate());
        var host = new AxiLiteHost(timer.Host);
        bench.Process(async clock =>
        {
            (await host.Read(clock, 0x4)).Data.Should().Be(uint.MaxValue);
            await host.Write(clock, 0x4, 49);
            await host.Write(clock, 0x0, 1);
            await clock.Until(timer.Alarm, timeout: 60);
            (await host.Read(clock, 0xc)).Data.Should().Be(1);
            await host.Write(clock, 0xc, 1);
            clock.Get(timer.Alarm).Should().BeFalse();

            // From here on to the end after next are some fifty cycles.
            await clock.Until(timer.Alarm, timeout: 50);
            await host.Write(clock, 0xc, 1);
            await clock.Tick(20);
            (await host.Read(clock, 0x8)).Data.Should().BeInRange(20, 35);
            await host.Write(clock, 0x0, 0b11);
            (await host.Read(clock, 0x8)).Data.Should().BeLessThan(10);
            await host.Write(clock, 0x0, 0);
            var count = (await host.Read(clock, 0x8)).Data;
            await clock.Tick(100);
            (await host.Read(clock, 0x8)).Data.Should().Be(count);
        });

        bench.RunUntilDone();
    }
}
