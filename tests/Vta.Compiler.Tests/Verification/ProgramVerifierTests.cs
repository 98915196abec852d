using Vta.Compiler.Verification.Programs;
using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Programs;

namespace Vta.Compiler.Tests;

/// <summary>Each thing that can be wrong with a recorded program is said with its instructions, and with what mends it.</summary>
public class ProgramVerifierTests
{
    private static readonly VtaConfig s_config = VtaConfig.Default.With(("PAD_VALUE", 1), ("DEPTHWISE_TAPS", 3), ("LOG_PAR_BUFF_SIZE", 12));
    private static readonly InstructionLayout s_layout = s_config.Layout;
    private static readonly InstructionWord s_finish = InstructionWords.Finish(s_layout);

    private const uint Code = 0x10000;
    private const uint Uops = 0x20000;
    private const uint Data = 0x40000;

    [Fact]
    public void A_load_and_a_product_without_a_token_are_told_with_both_halves_of_it()
    {
        var finding = FirstError(Load(MemoryId.Inp), Load(MemoryId.Wgt), Gemm(), s_finish);

        finding.Kind.Should().Be(ProgramFindingKind.Unordered);
        finding.Message.Should().Be("load and compute use element 0 of the inp buffer, and no token says which is first");
        finding.Instructions.Select(instruction => instruction.ToString()).Should().Equal(
            "instruction 1: LOAD INP sram 0, dram 16384, size 1x4, stride 4",
            "instruction 3: GEMM uops 0..1, loops 1x1, dst +0 +0, src +0 +0, wgt +0 +0");
        finding.Mends.Select(mend => mend.ToString()).Should().Equal("instruction 2 needs push compute, instruction 3 needs pop load");
    }

    [Fact]
    public void A_pop_that_is_missing_is_told()
    {
        var finding = FirstError(Load(MemoryId.Inp), Load(MemoryId.Wgt, Dependencies.PushNext), Gemm(), s_finish);

        finding.Mends.Select(mend => mend.ToString()).Should().Equal("one of compute's instructions 0 to 3 needs pop load");
    }

    [Fact]
    public void A_push_that_is_missing_is_a_deadlock()
    {
        var finding = FirstError(Load(MemoryId.Inp), Load(MemoryId.Wgt), Gemm(Dependencies.PopPrev), s_finish);

        finding.Kind.Should().Be(ProgramFindingKind.Deadlock);
        finding.Message.Should().Be("does not come to an end: compute waits at instruction 3 for a token of load");
        finding.Mends.Select(mend => mend.ToString()).Should().Equal("instruction 2 needs push compute");
    }

    [Fact]
    public void Both_halves_of_a_token_may_be_missing()
    {
        var finding = FirstError(Reset(Dependencies.None), Store(), s_finish);

        finding.Message.Should().Be("compute and store use element 0 of the acc buffer, and no token says which is first");
        finding.Mends.Select(mend => mend.ToString()).Should().Equal("instruction 1 needs push store, instruction 2 needs pop compute");
    }

    [Fact]
    public void A_load_that_overtakes_a_store_of_the_same_bytes_is_told()
    {
        var finding = FirstError(
            Reset(Dependencies.PushNext), Store(Dependencies.PopPrev),
            new MemoryInstruction(Opcode.Load, Dependencies.None, MemoryId.Inp, 0, Data / 16, 1, 1, 1).Encode(s_layout), s_finish);

        finding.Message.Should().Be("store and load use address 0x40000, and no token says which is first");
        finding.Instructions.Select(instruction => instruction.Index).Should().Equal(2, 3);
    }

    [Fact]
    public void What_tokens_say_reaches_load_by_way_of_compute() => Check(
        Reset(Dependencies.PushNext), Store(Dependencies.PopPrev | Dependencies.PushPrev),
        Nothing(Dependencies.PopNext | Dependencies.PushPrev),
        new MemoryInstruction(Opcode.Load, Dependencies.PopNext, MemoryId.Inp, 0, Data / 16, 1, 1, 1).Encode(s_layout), s_finish)
        .Findings.Should().BeEmpty();

    [Fact]
    public void A_launch_orders_all_before_the_next()
    {
        var second = new[] { new MemoryInstruction(Opcode.Load, Dependencies.None, MemoryId.Inp, 0, Data / 16, 1, 1, 1).Encode(s_layout), s_finish };

        ProgramVerifier.Check(Bundle([Uop0(), Reset(Dependencies.PushNext), Store(Dependencies.PopPrev), s_finish], second)).Findings.Should().BeEmpty();
    }

    [Fact]
    public void Tokens_left_over_are_a_warning()
    {
        var report = Check(Reset(Dependencies.PushNext), s_finish);

        report.IsAccepted.Should().BeTrue();
        report.Findings.Select(finding => (finding.Level, finding.Message)).Should().Equal((ProgramFindingLevel.Warning, "1 token is left over in compute→store"));
        report.Findings[0].Instructions.Select(instruction => instruction.Index).Should().Equal(1);
    }

    [Fact]
    public void A_program_without_FINISH_does_not_end() =>
        FirstError(Reset(Dependencies.None)).Message.Should().Be("does not come to an end: the program has no FINISH");

    /// <summary>A unit has 512 instructions at most, and fetch hands out nothing past one more.</summary>
    [Theory]
    [InlineData(511, true)]
    [InlineData(512, false)]
    public void The_queue_of_a_waiting_unit_holds_512(int behind, bool ends)
    {
        var load = Load(MemoryId.Inp, Dependencies.PushNext, size: 0);
        InstructionWord[] words = [Nothing(Dependencies.PopPrev), .. Enumerable.Repeat(Nothing(Dependencies.None), behind), load, s_finish];

        var report = ProgramVerifier.Check(Bundle(words));

        report.IsAccepted.Should().Be(ends);
        if (!ends)
            report.Findings[0].Message.Should().Contain("fetch waits with instruction 512 for room among the 512 of compute");
    }

    /// <summary>A counter holds 65,535 tokens: the push after waits.</summary>
    [Fact]
    public void A_full_counter_makes_a_push_wait()
    {
        // Load pushes more than compute ever takes.
        var loads = Enumerable.Repeat(Load(MemoryId.Inp, Dependencies.PushNext, size: 0), TokenQueue.MaxTokens + 1);
        ProgramVerifier.Check(Bundle([.. loads, s_finish])).Findings.Should().ContainSingle()
            .Which.Message.Should().Be("does not come to an end: load waits at instruction 65535 for room in load→compute; compute waits at instruction 65536 for load and store to end");
    }

    [Fact]
    public void Indices_and_ranges_beyond_buffers_are_told()
    {
        var gemm = new GemmInstruction(Dependencies.None, true, 0, 1, 2, 3, 2046, 1).Encode(s_layout);
        FirstError(gemm, s_finish).Message.Should().Be("uses acc[2048], of 2048 elements");
        FirstError(Load(MemoryId.Inp, sram: 2046), s_finish).Message.Should().Be("uses inp[2049], of 2048 elements");
        FirstError(new GemmInstruction(Dependencies.None, true, 8191, 8193, 1, 1).Encode(s_layout), s_finish).Message.Should().Be("uses uop[8192], of 8192 elements");
    }

    /// <summary>The taps of a depthwise convolution that write nothing use neither accumulators nor weights.</summary>
    [Fact]
    public void Steps_that_do_not_write_are_free()
    {
        var fits = GemmInstruction.Depthwise(Dependencies.PopPrev, true, 0, 1, 1, 5, 2, dstFactorIn: 511, srcFactorIn: 1);
        var beyond = fits with { DstFactorIn = 512 };
        var none = beyond with { WgtFactorIn = 5 };
        InstructionWord[] loads = [Load(MemoryId.Inp, size: 8), Load(MemoryId.Wgt, Dependencies.PushNext)];

        Check([.. loads, fits.Encode(s_layout), s_finish]).Findings.Should().BeEmpty();
        FirstError([.. loads, beyond.Encode(s_layout), s_finish]).Message.Should().Be("uses acc[2048], of 2048 elements");
        Check([.. loads, none.Encode(s_layout), s_finish]).Findings.Should().BeEmpty();
    }

    [Fact]
    public void Undefined_codes_are_told()
    {
        FirstError(new InstructionWord(5, 0), s_finish).Message.Should().StartWith("the opcode is not defined on 1x16_");
        FirstError(new MemoryInstruction(Opcode.Store, Dependencies.None, MemoryId.Inp, 0, 0, 1, 1, 1).Encode(s_layout), s_finish).Message.Should().StartWith("the memory is not defined");
        FirstError(new AluInstruction(Dependencies.None, 0, 1, 1, 1, 7, true).Encode(s_layout), s_finish).Message.Should().StartWith("the ALU code is not defined");
    }

    [Fact]
    public void An_element_that_nothing_writes_is_a_warning()
    {
        var report = Check(new AluInstruction(Dependencies.None, 0, 1, 1, 1, 0, true).Encode(s_layout), s_finish);

        report.IsAccepted.Should().BeTrue();
        report.Findings.Should().ContainSingle().Which.Message.Should().Be("reads acc[0], which the program does not write before");
    }

    [Fact]
    public void Micro_ops_that_the_program_does_not_load_are_not_checked() =>
        ProgramVerifier.Check(Bundle([new GemmInstruction(Dependencies.None, true, 0, 2, 1, 1).Encode(s_layout), s_finish])).Findings.Should().ContainSingle()
            .Which.Message.Should().Be("runs uop[0], which the program does not load");

    [Fact]
    public void Micro_ops_that_the_program_stores_are_not_checked()
    {
        var load = new MemoryInstruction(Opcode.Load, Dependencies.PopNext, MemoryId.Uop, 0, Data / 4, 1, 1, 1).Encode(s_layout);
        var finding = FirstError(Reset(Dependencies.PushNext), Store(Dependencies.PopPrev | Dependencies.PushPrev), load, s_finish);

        (finding.Kind, finding.Message).Should().Be((ProgramFindingKind.Unchecked, "micro-ops are what the program itself stores: from here on, nothing is checked"));
    }

    [Fact]
    public void A_store_into_instructions_still_to_be_fetched_is_told()
    {
        var over = new MemoryInstruction(Opcode.Store, Dependencies.PopPrev, MemoryId.Out, 0, Code / 16 + 3, 1, 1, 1).Encode(s_layout);
        var finding = FirstError(Reset(Dependencies.PushNext), over, s_finish);

        finding.Message.Should().Be("address 0x10030 is written, where an instruction is fetched from at any time");
        finding.Instructions.Select(instruction => instruction.Index).Should().Equal(2, 3);
    }

    [Fact]
    public void Instructions_that_a_launch_stores_for_the_next_are_not_checked()
    {
        var over = new MemoryInstruction(Opcode.Store, Dependencies.PopPrev, MemoryId.Out, 0, (Code + 0x1000) / 16, 1, 1, 1).Encode(s_layout);

        ProgramVerifier.Check(Bundle([Uop0(), Reset(Dependencies.PushNext), over, s_finish], [s_finish])).Findings.Should().ContainSingle()
            .Which.Message.Should().Be("launch 1 runs instructions that a launch before stores: from there on, nothing is checked");
    }

    [Theory]
    [InlineData(false, ProgramFindingLevel.Note)]
    [InlineData(true, ProgramFindingLevel.Error)]
    public void Bytes_that_the_bundle_does_not_have_count_where_it_names_its_arguments(bool hasArguments, ProgramFindingLevel level)
    {
        var load = new MemoryInstruction(Opcode.Load, Dependencies.None, MemoryId.Inp, 0, 0x800000, 1, 1, 1).Encode(s_layout);
        var store = new MemoryInstruction(Opcode.Store, Dependencies.PopPrev, MemoryId.Out, 0, 0x900000, 1, 1, 1).Encode(s_layout);
        var bundle = Bundle([Uop0(), load, Reset(Dependencies.PushNext), store, s_finish]);
        if (hasArguments)
        {
            bundle = new ProgramBundle
            {
                Name = bundle.Name,
                Config = bundle.Config,
                Launches = bundle.Launches,
                Memory = bundle.Memory,
                Arguments = [new ProgramArgument("x", ArgumentRole.Input, 8, [16], 0x70000)],
            };
        }

        ProgramVerifier.Check(bundle).Findings.Select(finding => (finding.Level, finding.Message)).Should().Equal(
            (level, "address 0x8000000 is read, where neither the bundle nor a store before has put anything"),
            (level, "address 0x9000000 is written, which the bundle does not name and nothing reads"));
    }

    private static ProgramReport Check(params InstructionWord[] words) => ProgramVerifier.Check(Bundle([Uop0(), .. words]));

    private static ProgramFinding FirstError(params InstructionWord[] words) =>
        Check(words).Findings.First(finding => finding.Level == ProgramFindingLevel.Error);

    private static ProgramBundle Bundle(params InstructionWord[][] launches)
    {
        var memory = launches.Select((words, launch) =>
        {
            var bytes = new byte[words.Length * InstructionWord.Bytes];
            for (var i = 0; i < words.Length; i++)
                words[i].Write(bytes.AsSpan(i * InstructionWord.Bytes));
            return new MemorySegment($"instructions {launch}", Code + 0x1000 * (uint)launch, bytes);
        });
        return new ProgramBundle
        {
            Name = "program",
            Config = s_config,
            Launches = [.. launches.Select((words, launch) => new LaunchRequest(Code + 0x1000 * (uint)launch, (uint)words.Length))],
            Memory = [new MemorySegment("uops", Uops, new byte[64]), new MemorySegment("data", Data, new byte[0x10000]), .. memory],
        };
    }

    /// <summary>The first micro-op, which programs here begin with.</summary>
    private static InstructionWord Uop0() => new MemoryInstruction(Opcode.Load, Dependencies.None, MemoryId.Uop, 0, Uops / 4, 1, 1, 1).Encode(s_layout);

    private static InstructionWord Nothing(Dependencies dependencies) =>
        new MemoryInstruction(Opcode.Load, dependencies, MemoryId.Uop, 0, 0, 0, 0, 0).Encode(s_layout);

    private static InstructionWord Load(MemoryId memory, Dependencies dependencies = Dependencies.None, int sram = 0, int size = 4) =>
        new MemoryInstruction(Opcode.Load, dependencies, memory, sram, Data / (uint)s_config.DramElemBytes(memory), 1, size, size).Encode(s_layout);

    private static InstructionWord Reset(Dependencies dependencies) => new GemmInstruction(dependencies, true, 0, 1, 1, 1).Encode(s_layout);

    private static InstructionWord Gemm(Dependencies dependencies = Dependencies.None) => new GemmInstruction(dependencies, false, 0, 1, 1, 1).Encode(s_layout);

    private static InstructionWord Store(Dependencies dependencies = Dependencies.None) =>
        new MemoryInstruction(Opcode.Store, dependencies, MemoryId.Out, 0, Data / 16, 1, 1, 1).Encode(s_layout);
}
