using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Memory;

namespace Vta.Simulator.Tests;

public sealed class SequencerTests
{
    private const uint Address = 0x1000;

    private static readonly VtaConfig Config = VtaConfig.Default;

    private readonly Dram dram = new();
    private readonly BehaviouralSimulator simulator = new(Config);

    [Fact]
    public void A_token_that_never_comes_is_a_deadlock()
    {
        var result = Launch(Load(Dependencies.PopNext), Finish(Dependencies.PopPrev));
        result.Status.Should().Be(new FaultStatus(Faults.Deadlock, TokenQueues.None));
        result.FaultInstruction.Should().Be(0);
        result.LoadWait.Should().Be(new UnitWait(TokenQueues.ComputeToLoad, TokenQueues.None, false, 0));
        result.ComputeWait.Should().Be(new UnitWait(TokenQueues.LoadToCompute, TokenQueues.None, false, 1));
        result.StoreWait.Should().Be(default(UnitWait));
    }

    [Fact]
    public void Finish_waits_for_units_that_never_end()
    {
        var result = Launch(Store(Dependencies.PopPrev), Finish());
        result.Status.Faults.Should().Be(Faults.Deadlock);
        result.ComputeWait.Should().Be(new UnitWait(TokenQueues.None, TokenQueues.None, true, 1));
        result.StoreWait.Should().Be(new UnitWait(TokenQueues.ComputeToStore, TokenQueues.None, false, 0));
    }

    [Fact]
    public void A_program_without_finish_is_a_deadlock_with_nobody_waiting()
    {
        var result = Launch(Load());
        result.Should().Be(new LaunchResult { Statistics = new() { [Counters.InpLoadBytes] = 16 }, Status = new(Faults.Deadlock, TokenQueues.None) });
    }

    [Fact]
    public void Two_pops_take_both_tokens_or_none()
    {
        var result = Launch(Load(Dependencies.PushNext), Finish(Dependencies.PopPrev | Dependencies.PopNext));
        result.ComputeWait.Should().Be(new UnitWait(TokenQueues.StoreToCompute, TokenQueues.None, false, 1));
    }

    [Fact]
    public void Tokens_left_over_are_a_fault_of_finish_and_gone_at_the_next_launch()
    {
        var result = Launch(Load(Dependencies.PushNext), Store(Dependencies.PushPrev), Finish(Dependencies.PushNext));
        result.Status.Should().Be(new FaultStatus(
            Faults.Tokens, TokenQueues.LoadToCompute | TokenQueues.StoreToCompute | TokenQueues.ComputeToStore));
        result.FaultInstruction.Should().Be(2);
        Launch(Finish()).Status.Should().Be(default(FaultStatus));
    }

    [Fact]
    public void Flags_for_a_neighbour_that_is_not_there_do_nothing() =>
        Launch(Load(Dependencies.PopPrev | Dependencies.PushPrev), Store(Dependencies.PopNext | Dependencies.PushNext), Finish())
            .Status.Should().Be(default(FaultStatus));

    [Theory]
    [InlineData(Commands.MaxUnfinished - 1, false)]
    [InlineData(Commands.MaxUnfinished, true)]
    public void Fetch_waits_behind_a_full_queue(int loads, bool isDeadlock)
    {
        // The first load waits for a token that comes only after all of them.
        var program = new List<InstructionWord> { Load(Dependencies.PopNext) };
        program.AddRange(Enumerable.Repeat(Load(), loads - 1));
        program.Add(Load());
        program.Add(Compute(Dependencies.PushPrev));
        program.Add(Finish());
        var result = Launch([.. program]);
        result.Status.Faults.Should().Be(isDeadlock ? Faults.Deadlock : Faults.None);
        result.ComputeWait.IsWaiting.Should().BeFalse();
        result.LoadWait.IsWaiting.Should().Be(isDeadlock);
    }

    [Fact]
    public void A_push_into_a_full_counter_waits()
    {
        var pushes = Enumerable.Repeat(Load(Dependencies.PushNext), TokenQueue.MaxTokens + 1).ToArray();
        var result = Launch([.. pushes, Finish()]);
        result.Status.Faults.Should().Be(Faults.Deadlock);
        result.LoadWait.Should().Be(new UnitWait(TokenQueues.None, TokenQueues.LoadToCompute, false, TokenQueue.MaxTokens));
        result.ComputeWait.Should().Be(new UnitWait(TokenQueues.None, TokenQueues.None, true, TokenQueue.MaxTokens + 1));
        result.Statistics[Counters.InpLoadBytes].Should().Be(16 * (TokenQueue.MaxTokens + 1));

        Launch([.. pushes, Compute(Dependencies.PopPrev), Finish(Dependencies.PopPrev)]).Status
            .Should().Be(new FaultStatus(Faults.Tokens, TokenQueues.LoadToCompute));
    }

    [Fact]
    public void Nothing_after_finish_runs()
    {
        var result = Launch(Finish(), new InstructionWord(7, 0), Load());
        result.Should().Be(new LaunchResult { Statistics = new() });
    }

    [Fact]
    public void Instructions_that_memory_does_not_answer_do_nothing()
    {
        dram.AddErrors(Address, Dram.ErrorGranularity);
        var result = Launch([.. Enumerable.Repeat(Load(), 300), Finish()]);
        result.Status.Faults.Should().Be(Faults.Bus);
        result.FaultInstruction.Should().Be(0);
        result.Statistics[Counters.InpLoadBytes].Should().Be((300 - 256) * 16);
    }

    [Fact]
    public void On_chip_memories_keep_their_contents()
    {
        dram.Write(0x200, Enumerable.Range(1, 64).Select(i => (byte)i).ToArray());
        Launch(new MemoryInstruction(Opcode.Load, Dependencies.None, MemoryId.Acc, 7, 0x200 / 64, 1, 1, 1).Encode(Config.Layout), Finish());
        Launch(new MemoryInstruction(Opcode.Store, Dependencies.None, MemoryId.Out, 7, 0, 1, 1, 1).Encode(Config.Layout), Finish());
        var stored = new byte[16];
        dram.Read(0, stored);
        stored.Should().Equal(Enumerable.Range(0, 16).Select(i => (byte)(4 * i + 1)));
    }

    [Fact]
    public void No_memory_is_allocated_per_instruction()
    {
        InstructionWord[] few = [Load(), Store(), Compute(), Finish()];
        InstructionWord[] many = [.. Enumerable.Repeat(few[..3], 1000).SelectMany(words => words), Finish()];
        // 1,000 instructions of each unit more; the smallest object has 24 bytes, so one for each instruction of a unit would be 24,000. The runtime itself
        // allocates some thousands now and then.
        Allocated(many).Should().BeLessThan(Allocated(few) + 12_000);
    }

    private static InstructionWord Load(Dependencies dependencies = Dependencies.None) =>
        new MemoryInstruction(Opcode.Load, dependencies, MemoryId.Inp, 0, 0, 1, 1, 1).Encode(Config.Layout);

    private static InstructionWord Store(Dependencies dependencies = Dependencies.None) =>
        new MemoryInstruction(Opcode.Store, dependencies, MemoryId.Out, 0, 0, 1, 1, 1).Encode(Config.Layout);

    private static InstructionWord Compute(Dependencies dependencies = Dependencies.None) =>
        new GemmInstruction(dependencies, false, 0, 1, 1, 1).Encode(Config.Layout);

    private static InstructionWord Finish(Dependencies dependencies = Dependencies.None) =>
        InstructionWords.Finish(Config.Layout, dependencies);

    private long Allocated(InstructionWord[] program)
    {
        Launch(program);
        var request = new LaunchRequest(Address, (uint)program.Length);
        var before = GC.GetAllocatedBytesForCurrentThread();
        simulator.Launch(dram, request);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private LaunchResult Launch(params InstructionWord[] program)
    {
        var bytes = new byte[InstructionWord.Bytes];
        for (var index = 0; index < program.Length; index++)
        {
            program[index].Write(bytes);
            dram.Write((uint)(Address + index * InstructionWord.Bytes), bytes);
        }
        return simulator.Launch(dram, new LaunchRequest(Address, (uint)program.Length));
    }
}
