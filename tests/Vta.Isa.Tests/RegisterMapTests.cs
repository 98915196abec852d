using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Isa.Tests;

public sealed class RegisterMapTests
{
    [Fact]
    public void Registers_of_the_design_are_where_it_says() =>
        RegisterMap.All.Take(10).Select(register => (register.Name, register.Offset)).Should().Equal(
            ("control", 0x00), ("cycles", 0x04), ("instruction_count", 0x08), ("instruction_address", 0x0c), ("uop_base", 0x10),
            ("inp_base", 0x14), ("wgt_base", 0x18), ("acc_base", 0x1c), ("out_base", 0x20), ("acc_writes", 0x24));

    [Fact]
    public void Registers_do_not_overlap()
    {
        RegisterMap.All.Zip(RegisterMap.All.Skip(1)).Should().OnlyContain(pair => pair.First.Offset + pair.First.Width / 8 <= pair.Second.Offset);
        RegisterMap.All.Skip(10).Should().OnlyContain(register => register.Offset >= 0x40 && register.Access == RegisterAccess.ReadOnly);
    }

    [Fact]
    public void A_result_is_read_from_them()
    {
        // Each register holds its own offset, so that a mix-up shows.
        var result = RegisterReader.Result(offset => (uint)offset);
        long Value(int offset) => ((long)(offset + 4) << 32) | (uint)offset;
        result.Statistics.Should().Be(new LaunchStatistics
        {
            [Counters.UopLoadBytes] = Value(0xd8),
            [Counters.InpLoadBytes] = Value(0xe0),
            [Counters.WgtLoadBytes] = Value(0xe8),
            [Counters.AccLoadBytes] = Value(0xf0),
            [Counters.OutStoreBytes] = Value(0xf8),
            [Counters.GemmSteps] = Value(0x100),
            [Counters.AluSteps] = Value(0x108),
            [Counters.ParLoadBytes] = Value(0x140),
            [Counters.AccWrites] = Value(0x88),
            CycleCount = Value(0x80),
        });
        result.Status.Should().Be(FaultStatus.Decode(0x48));
        result.FaultInstruction.Should().Be(0x4c);
        result.StoreWait.Should().Be(UnitWait.Decode(0x60, 0x64));
        result.Cycles.Should().Equal(
            new UnitCycles(Value(0x90), Value(0x98), Value(0xa0), Value(0x110), Value(0x118)),
            new UnitCycles(Value(0xa8), Value(0xb0), Value(0xb8), Value(0x120), Value(0x128)),
            new UnitCycles(Value(0xc0), Value(0xc8), Value(0xd0), Value(0x130), Value(0x138)));
    }

    [Fact]
    public void Status_and_waits_survive_their_registers()
    {
        var status = new FaultStatus(Faults.Index | Faults.Tokens, TokenQueues.LoadToCompute | TokenQueues.StoreToCompute);
        status.Encode().Should().Be(0x909);
        FaultStatus.Decode(0x909).Should().Be(status);
        var wait = new UnitWait(TokenQueues.ComputeToLoad, TokenQueues.ComputeToStore, true, 7);
        wait.Encode().Should().Be(0x142);
        UnitWait.Decode(0x142, 7).Should().Be(wait);
    }
}
