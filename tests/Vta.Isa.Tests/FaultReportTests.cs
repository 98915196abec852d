using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Memory;

namespace Vta.Isa.Tests;

public sealed class FaultReportTests
{
    private static readonly VtaConfig Config = VtaConfig.Default;
    private static readonly LaunchRequest Request = new(0x1000, 3);
    private readonly Dram dram = new();

    public FaultReportTests()
    {
        Put(0, new MemoryInstruction(Opcode.Load, Dependencies.PopNext, MemoryId.Inp, 2047, 5, 1, 2, 2));
        Put(1, new MemoryInstruction(Opcode.Load, Dependencies.PopPrev | Dependencies.PopNext, MemoryId.Uop, 0, 0, 1, 1, 1));
        Put(2, new MemoryInstruction(Opcode.Store, Dependencies.PushPrev, MemoryId.Out, 0, 0, 1, 1, 1));
    }

    [Fact]
    public void A_run_without_fault_throws_nothing() =>
        new LaunchResult { Statistics = new() }.ThrowOnFault(Config, dram, Request);

    [Fact]
    public void A_fault_shows_its_instruction() =>
        Message(new() { Statistics = new(), Status = new(Faults.Index, TokenQueues.None), FaultInstruction = 0 }).Should().Be(
            """
            fault INDEX: an index or SRAM range went past its buffer and wrapped
              at instruction 0: LOAD INP sram 2047, dram 5, size 1x2, stride 2 [pop compute]
            """);

    [Fact]
    public void Several_faults_are_all_named()
    {
        Put(1, new MemoryInstruction(Opcode.Load, Dependencies.None, MemoryId.Uop, 0, 0, 1, 1, 1));
        Message(new()
        {
            Statistics = new(),
            Status = new(Faults.Illegal | Faults.Bus | Faults.Tokens, TokenQueues.StoreToCompute),
            FaultInstruction = 2,
        }).Should().Be(
            """
            fault ILLEGAL, BUS: an opcode, memory or ALU code is not defined, the instruction was skipped; memory answered with an error
              first at instruction 2: STORE OUT sram 0, dram 0, size 1x1, stride 1 [push compute]
              1 token left over in store→compute
            """);
    }

    [Fact]
    public void Tokens_left_over_are_counted_and_no_fault()
    {
        Put(0, new MemoryInstruction(Opcode.Load, Dependencies.PushNext, MemoryId.Inp, 0, 0, 1, 1, 1));
        Put(1, new MemoryInstruction(Opcode.Load, Dependencies.PushNext, MemoryId.Wgt, 0, 0, 1, 1, 1));
        Put(2, new MemoryInstruction(Opcode.Store, Dependencies.PushPrev, MemoryId.Out, 0, 0, 1, 1, 1));
        Put(3, new MemoryInstruction(Opcode.Load, Dependencies.PushNext, MemoryId.Inp, 0, 0, 1, 1, 1));
        Put(4, InstructionWords.Finish(Config.Layout, Dependencies.PopPrev));
        Put(5, new MemoryInstruction(Opcode.Load, Dependencies.PushNext, MemoryId.Inp, 0, 0, 1, 1, 1));
        var request = new LaunchRequest(0x1000, 6);
        var result = new LaunchResult { Statistics = new(), Status = new(Faults.Tokens, TokenQueues.LoadToCompute | TokenQueues.StoreToCompute) };

        result.ThrowOnFault(Config, dram, request);
        result.LeftoverTokens(Config, dram, request).Select(tokens => $"{tokens}")
            .Should().Equal("2 tokens left over in load→compute", "1 token left over in store→compute");
    }

    [Fact]
    public void A_deadlock_names_the_full_queue_that_fetch_waits_for()
    {
        var count = (uint)Commands.MaxUnfinished + 3;
        for (var index = 0u; index < count; index++)
            Put(index, new MemoryInstruction(Opcode.Load, Dependencies.PopNext, MemoryId.Inp, 0, index, 1, 1, 1));
        var result = new LaunchResult
        {
            Statistics = new(),
            Status = new(Faults.Deadlock, TokenQueues.None),
            LoadWait = new(TokenQueues.ComputeToLoad, TokenQueues.None, false, 2),
        };

        Message(result, new LaunchRequest(0x1000, count)).Should().Be(
            """
            fault DEADLOCK: the run cannot go on
              fetch waits for room in the queue of load (512 instructions are in it) at instruction 514: LOAD INP sram 0, dram 514, size 1x1, stride 1 [pop compute]
              load waits for a token from compute at instruction 2: LOAD INP sram 0, dram 2, size 1x1, stride 1 [pop compute]
              compute has nothing to do
              store has nothing to do
            """);
        Message(result, new LaunchRequest(0x1000, count - 1)).Should().NotContain("fetch", "all 512 that are left have room");
    }

    [Fact]
    public void A_deadlock_says_who_waits_for_whom() =>
        Message(new()
        {
            Statistics = new(),
            Status = new(Faults.Deadlock, TokenQueues.None),
            LoadWait = new(TokenQueues.ComputeToLoad, TokenQueues.None, false, 0),
            ComputeWait = new(TokenQueues.LoadToCompute | TokenQueues.StoreToCompute, TokenQueues.None, false, 1),
            StoreWait = new(TokenQueues.None, TokenQueues.StoreToCompute, false, 2),
        }).Should().Be(
            """
            fault DEADLOCK: the run cannot go on
              load waits for a token from compute at instruction 0: LOAD INP sram 2047, dram 5, size 1x2, stride 2 [pop compute]
              compute waits for a token from load and a token from store at instruction 1: LOAD UOP sram 0, dram 0, size 1x1, stride 1 [pop load, pop store]
              store waits for room for its token to compute (65535 are waiting) at instruction 2: STORE OUT sram 0, dram 0, size 1x1, stride 1 [push compute]
            """);

    [Fact]
    public void A_finish_that_waits_says_so()
    {
        dram.Write(0x1010, new byte[16]);
        Put(1, InstructionWords.Finish(Config.Layout));
        Message(new()
        {
            Statistics = new(),
            Status = new(Faults.Deadlock, TokenQueues.None),
            LoadWait = new(TokenQueues.ComputeToLoad, TokenQueues.None, false, 0),
            ComputeWait = new(TokenQueues.None, TokenQueues.None, true, 1),
        }).Should().Be(
            """
            fault DEADLOCK: the run cannot go on
              load waits for a token from compute at instruction 0: LOAD INP sram 2047, dram 5, size 1x2, stride 2 [pop compute]
              compute waits for load and store to end at instruction 1: FINISH
              store has nothing to do
            """);
    }

    private void Put(uint index, MemoryInstruction instruction) => Put(index, instruction.Encode(Config.Layout));

    private void Put(uint index, InstructionWord word)
    {
        var bytes = new byte[InstructionWord.Bytes];
        word.Write(bytes);
        dram.Write(Request.InstructionAddress + index * InstructionWord.Bytes, bytes);
    }

    private string Message(LaunchResult result) => Message(result, Request);

    private string Message(LaunchResult result, LaunchRequest request) =>
        FluentActions.Invoking(() => result.ThrowOnFault(Config, dram, request)).Should().Throw<VtaFaultException>().Which.Message;
}
