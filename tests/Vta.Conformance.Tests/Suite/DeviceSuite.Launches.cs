using Vta.Isa;
using Vta.Isa.Alu;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Runtime;

namespace Vta.Conformance.Tests.Suite;

/// <content>Launches, and what is kept between them.</content>
internal sealed partial class DeviceSuite
{
    private const uint Accumulators = 0x4000;
    private const uint Outputs = 0x8000;

    private void Two_launches_on_one_device_are_as_good_as_two_devices()
    {
        using var one = Create();
        using var first = Create();
        using var second = Create();

        FillAndDouble(one, 3);
        FillAndDouble(one, 5);
        FillAndDouble(first, 3);
        FillAndDouble(second, 5);

        Read(one, Outputs, 512).Should().Equal([.. Read(first, Outputs, 256), .. Read(second, Outputs + 256, 256)]);
    }

    /// <summary>Stores seed + 0, seed + 1, … twice as large, to a place that depends on the seed.</summary>
    private void FillAndDouble(IDevice device, int seed)
    {
        for (var i = 0; i < 256; i++)
            device.Dram.Write(Accumulators + ((uint)i * 4), BitConverter.GetBytes((seed + i) % 60));
        device.Dram.Write(0, BitConverter.GetBytes(new MicroOp(0, 0, 0).Encode(s_layout)));
        var add = new AluInstruction(
            Dependencies.PushNext, 0, 1, 1, 16, AddOperation.Code, false, 0, 0, 1, 0, 1).Encode(s_layout);
        var fault = Launch(
            device,
            Load(MemoryId.Uop, 0, 0, 1, 1),
            Load(MemoryId.Acc, 0, Accumulators / 64, 1, 16),
            add,
            Store(0, (Outputs + (seed == 5 ? 256u : 0)) / 16, 16, Dependencies.PopPrev | Dependencies.PushPrev),
            Finish(Dependencies.PopNext));
        fault.Should().BeNull();
        Read(device, Outputs + (seed == 5 ? 256u : 0), 256).Should().Equal(Enumerable.Range(0, 256).Select(i => (byte)((seed + i) % 60 * 2)));
    }

    private void On_chip_memories_are_kept_from_launch_to_launch()
    {
        using var device = Create();
        device.Dram.Write(Accumulators, Enumerable.Range(1, 64).Select(i => (byte)i).ToArray());

        Launch(device, Load(MemoryId.Acc, 7, Accumulators / 64, 1, 1), Finish()).Should().BeNull();
        Launch(device, Store(7, Outputs / 16, 1), Finish()).Should().BeNull();

        Read(device, Outputs, 16).Should().Equal(Enumerable.Range(0, 16).Select(i => (byte)((4 * i) + 1)));
    }

    private void FINISH_lets_instructions_before_it_push_their_tokens()
    {
        using var device = Create();
        device.Dram.Write(Accumulators, Enumerable.Range(1, 64).Select(i => (byte)i).ToArray());

        var fault = Launch(
            device,
            Load(MemoryId.Acc, 0, Accumulators / 64, 1, 1, Dependencies.PushNext),
            Store(0, Outputs / 16, 1, Dependencies.PopPrev),
            Finish());

        fault.Should().BeNull("FINISH waits behind the load, whose token the store waits for");
        Read(device, Outputs, 1).Should().Equal(1);
    }

    private void A_launch_beyond_memory_is_refused()
    {
        using var device = Create();

        var launch = () => device.Launch(new LaunchRequest(0xFFFF_FFF0, 2));

        launch.Should().Throw<VtaInputException>().WithMessage("2 instructions from address 0xfffffff0 on reach beyond 32-bit addresses");
    }
}
