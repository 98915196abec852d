using Vta.Isa.Instructions;

namespace Vta.Conformance.Tests.Suite;

/// <content>What goes wrong, and what is said about it: the same words on every target.</content>
internal sealed partial class DeviceSuite
{
    private void An_index_past_its_buffer_wraps_and_is_told()
    {
        using var device = Create();
        device.Dram.Write(Accumulators, Enumerable.Repeat((byte)9, 128).ToArray());

        var fault = Launch(
            device,
            Load(MemoryId.Acc, s_config.Acc.Depth - 1, Accumulators / 64, 1, 2, Dependencies.PushNext),
            Store(0, Outputs / 16, 1, Dependencies.PopPrev | Dependencies.PushPrev),
            Finish(Dependencies.PopNext));

        fault.Should().Be("""
            fault INDEX: an index or SRAM range went past its buffer and wrapped
              at instruction 0: LOAD ACC sram 2047, dram 256, size 1x2, stride 2 [push store]
            """);
        Read(device, Outputs, 2).Should().Equal(9, 9);
    }

    private void An_undefined_instruction_is_skipped_and_told()
    {
        using var device = Create();

        Launch(device, new InstructionWord(6, 0), Finish()).Should().Be("""
            fault ILLEGAL: an opcode, memory or ALU code is not defined, the instruction was skipped
              at instruction 0: OPCODE_6
            """);
    }

    private void An_operation_that_the_device_lacks_is_skipped_and_told()
    {
        using var device = Create();
        var difference = new AluInstruction(Dependencies.None, 0, 1, 1, 1, AbsoluteDifference.Code, true, 1).Encode(s_layout);

        Launch(device, difference, Finish()).Should().Be("""
            fault ILLEGAL: an opcode, memory or ALU code is not defined, the instruction was skipped
              at instruction 0: ALU CODE_5 uops 0..1, loops 1x1, dst +0 +0, imm 1
            """);
    }

    private void A_bus_error_is_told()
    {
        using var device = Create();
        device.Dram.AddErrors(0x4000_0000, 4096);

        Launch(device, Load(MemoryId.Inp, 0, 0x4000_0000 / 16, 1, 4), Finish()).Should().Be("""
            fault BUS: memory answered with an error
              at instruction 0: LOAD INP sram 0, dram 67108864, size 1x4, stride 4
            """);
    }

    private void Tokens_left_over_are_told_and_no_fault()
    {
        using var device = Create();
        var push = Load(MemoryId.Inp, 0, 0, 1, 1, Dependencies.PushNext);

        Launch(device, push, push, Store(0, Outputs / 16, 1, Dependencies.PushPrev), push, Finish(Dependencies.PopPrev), push).Should().BeNull();
        notes.Should().Equal("2 tokens left over in load→compute", "1 token left over in store→compute");

        Launch(device, push, Finish(Dependencies.PopPrev)).Should().BeNull();
        notes.Should().BeEmpty("every launch starts without tokens");
    }

    private void A_token_that_never_comes_is_told()
    {
        using var device = Create();

        var fault = Launch(
            device,
            Load(MemoryId.Inp, 0, 0, 1, 1, Dependencies.PopNext),
            Load(MemoryId.Acc, 0, 0, 1, 1, Dependencies.PopPrev),
            Finish());

        fault.Should().Be("""
            fault DEADLOCK: the run cannot go on
              load waits for a token from compute at instruction 0: LOAD INP sram 0, dram 0, size 1x1, stride 1 [pop compute]
              compute waits for a token from load at instruction 1: LOAD ACC sram 0, dram 0, size 1x1, stride 1 [pop load]
              store has nothing to do
            """);
    }

    private void A_program_without_FINISH_is_told()
    {
        using var device = Create();

        Launch(device, Load(MemoryId.Inp, 0, 0, 1, 1)).Should().Be("""
            fault DEADLOCK: the program ends without FINISH
              load has nothing to do
              compute has nothing to do
              store has nothing to do
            """);
    }

    private void A_queue_that_fills_up_behind_a_wait_is_a_deadlock()
    {
        using var device = Create();
        var waiting = Load(MemoryId.Inp, 0, 0, 1, 1, Dependencies.PopNext);
        var giving = Load(MemoryId.Uop, 0, 0, 1, 1, Dependencies.PushPrev);

        Launch(device, [.. Enumerable.Repeat(waiting, 512), .. Enumerable.Repeat(giving, 512), Finish()]).Should().BeNull("512 wait at most");
        Launch(device, [.. Enumerable.Repeat(waiting, 513), .. Enumerable.Repeat(giving, 513), Finish()]).Should().Be("""
            fault DEADLOCK: the run cannot go on
              fetch waits for room in the queue of load (512 instructions are in it) at instruction 512: LOAD INP sram 0, dram 0, size 1x1, stride 1 [pop compute]
              load waits for a token from compute at instruction 0: LOAD INP sram 0, dram 0, size 1x1, stride 1 [pop compute]
              compute has nothing to do
              store has nothing to do
            """);
    }

    private void The_least_faulting_instruction_is_named()
    {
        using var device = Create();
        device.Dram.AddErrors(0x4000_0000, 4096);

        var fault = Launch(
            device,
            Load(MemoryId.Inp, 0, 0x4000_0000 / 16, 4, 64),
            new InstructionWord(7, 0),
            Finish());

        fault.Should().Be("""
            fault ILLEGAL, BUS: an opcode, memory or ALU code is not defined, the instruction was skipped; memory answered with an error
              first at instruction 0: LOAD INP sram 0, dram 67108864, size 4x64, stride 64
            """, "though the second fault comes first");
    }
}
