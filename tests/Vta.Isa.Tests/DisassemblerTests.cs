using Vta.Isa.Alu;
using Vta.Isa.Disassembly;
using Vta.Isa.Instructions;
using Vta.Isa.Programs;

namespace Vta.Isa.Tests;

public sealed class DisassemblerTests
{
    [Fact]
    public void A_program_reads_as_text()
    {
        var bundle = ProgramBundle.Load(RepositoryFiles.Program("tvm-padded-load-4"));
        Lines(bundle).Should().Equal(File.ReadAllLines(Path.Combine(RepositoryFiles.Root, "tests", "Vta.Isa.Tests", "Golden", "tvm-padded-load-4.txt")));
        bundle = ProgramBundle.Load(RepositoryFiles.Program("tvm-gemm-1"));
        Lines(bundle).Should().Equal(File.ReadAllLines(Path.Combine(RepositoryFiles.Root, "tests", "Vta.Isa.Tests", "Golden", "tvm-gemm-1.txt")));
    }

    [Fact]
    public void What_is_not_defined_has_a_name_too()
    {
        var layout = VtaConfig.Default.Layout;
        var disassembler = new Disassembler(VtaConfig.Default);
        disassembler.Format(new InstructionWord(6 | 0x18, 0)).Should().Be("OPCODE_6 [pop load, pop store]");
        disassembler.Format(new AluInstruction(Dependencies.PushNext, 0, 2, 3, 4, 7, false, 0, 1, 2, 3, 4).Encode(layout))
            .Should().Be("ALU CODE_7 uops 0..2, loops 3x4, dst +1 +2, src +3 +4 [push store]");
        disassembler.Format(new MemoryInstruction(Opcode.Load, Dependencies.PushPrev, (MemoryId)6, 1, 2, 3, 4, 5, 6, 7, 8, 9).Encode(layout))
            .Should().Be("LOAD MEMORY_6 sram 1, dram 2, size 3x4, stride 5, pad y 6+7 x 8+9 [push load]");
    }

    [Fact]
    public void Micro_ops_show_what_their_instruction_uses()
    {
        var layout = VtaConfig.Default.Layout;
        var disassembler = new Disassembler(VtaConfig.Default);
        var uop = new MicroOp(3, 4, 5).Encode(layout);
        var gemm = new GemmInstruction(Dependencies.None, false, 0, 1, 1, 1);
        disassembler.Format(gemm.Encode(layout), uop).Should().Be("acc[3] += inp[4] · wgt[5]");
        disassembler.Format((gemm with { Reset = true }).Encode(layout), uop).Should().Be("acc[3]");
        var alu = new AluInstruction(Dependencies.None, 0, 1, 1, 1, ShrOperation.Code, true, 8);
        disassembler.Format(alu.Encode(layout), uop).Should().Be("acc[3]");
        disassembler.Format((alu with { UseImmediate = false }).Encode(layout), uop).Should().Be("acc[3], acc[4]");
    }

    private static IEnumerable<string> Lines(ProgramBundle bundle)
    {
        var dram = bundle.CreateDram();
        var disassembler = new Disassembler(bundle.Config);
        var bytes = new byte[InstructionWord.Bytes];
        for (var index = 0u; index < bundle.Launches[0].InstructionCount; index++)
        {
            dram.Read(bundle.Launches[0].InstructionAddress + index * InstructionWord.Bytes, bytes);
            yield return disassembler.Format(InstructionWord.Read(bytes));
        }
    }
}
