using CsCheck;
using Vta.Isa.Alu;
using Vta.Isa.Instructions;

namespace Vta.Isa.Tests;

public sealed class InstructionLayoutTests
{
    public static TheoryData<string> Presets => [.. RepositoryFiles.Presets];

    [Fact]
    public void Default_fields_lie_where_TVM_has_them()
    {
        var layout = VtaConfig.Default.Layout;
        Text(layout.Memory.All).Should().Be("opcode 0+3, pop_prev 3+1, pop_next 4+1, push_prev 5+1, push_next 6+1, memory_type 7+3, "
            + "sram_base 10+16, dram_base 26+32, y_size 64+16, x_size 80+16, x_stride 96+16, y_pad_0 112+4, y_pad_1 116+4, x_pad_0 120+4, x_pad_1 124+4");
        Text(layout.Gemm.All.Skip(5)).Should().Be("reset 7+1, uop_bgn 8+13, uop_end 21+14, iter_out 35+14, iter_in 49+14, "
            + "dst_factor_out 64+11, dst_factor_in 75+11, src_factor_out 86+11, src_factor_in 97+11, wgt_factor_out 108+10, wgt_factor_in 118+10");
        Text(layout.Alu.All.Skip(5)).Should().Be("reset 7+1, uop_bgn 8+13, uop_end 21+14, iter_out 35+14, iter_in 49+14, "
            + "dst_factor_out 64+11, dst_factor_in 75+11, src_factor_out 86+11, src_factor_in 97+11, alu_opcode 108+3, use_imm 111+1, imm 112+16");
        Text(layout.MicroOp.All).Should().Be("dst 0+11, src 11+11, wgt 22+10");
    }

    [Fact]
    public void A_field_that_would_straddle_a_word_starts_at_the_next()
    {
        var layout = VtaConfig.Default.With(
            ("LOG_UOP_BUFF_SIZE", 10), ("LOG_INP_BUFF_SIZE", 11), ("LOG_WGT_BUFF_SIZE", 15), ("LOG_ACC_BUFF_SIZE", 14)).Layout;
        Text(layout.Gemm.All.Skip(8)).Should().Be("iter_out 25+14, iter_in 39+14, dst_factor_out 53+8, dst_factor_in 64+8, "
            + "src_factor_out 72+7, src_factor_in 79+7, wgt_factor_out 86+7, wgt_factor_in 93+7");
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Instructions_decode_to_what_was_encoded(string preset)
    {
        var layout = VtaConfig.Load(preset).Layout;
        static int Value(ulong bits, InstructionField field) => (int)((long)(bits & ((1UL << field.Width) - 1)) + field.Minimum);
        Gen.Select(Gen.Int[0, 15], Gen.Bool, Gen.ULong, Gen.ULong).Sample((dependencies, flag, low, high) =>
        {
            var memory = layout.Memory;
            var load = new MemoryInstruction(flag ? Opcode.Load : Opcode.Store, (Dependencies)dependencies, (MemoryId)(low % 8),
                Value(low, memory.SramBase), (uint)high, Value(high >> 9, memory.YSize), Value(low >> 5, memory.XSize), Value(high, memory.XStride),
                Value(low, memory.YPad0), Value(low >> 4, memory.YPad1), Value(low >> 8, memory.XPad0), Value(low >> 12, memory.XPad1));
            var g = layout.Gemm;
            var gemm = new GemmInstruction((Dependencies)dependencies, flag, Value(low, g.UopBegin), Value(high, g.UopEnd), Value(low >> 3, g.IterOut),
                Value(low >> 7, g.IterIn), Value(high, g.DstFactorOut), Value(high >> 3, g.DstFactorIn), Value(low >> 17, g.SrcFactorOut),
                Value(low >> 30, g.SrcFactorIn), Value(high >> 22, g.WgtFactorOut), Value(low >> 1, g.WgtFactorIn));
            var a = layout.Alu;
            var alu = new AluInstruction((Dependencies)dependencies, Value(low, a.UopBegin), Value(high, a.UopEnd), Value(low >> 3, a.IterOut),
                Value(low >> 7, a.IterIn), Value(low, a.AluOpcode), flag, Value(high, a.Immediate), Value(high, a.DstFactorOut),
                Value(high >> 3, a.DstFactorIn), Value(low >> 17, a.SrcFactorOut), Value(low >> 30, a.SrcFactorIn), !flag);
            var uop = new MicroOp(Value(low, layout.MicroOp.Dst), Value(high, layout.MicroOp.Src), Value(low >> 9, layout.MicroOp.Wgt));
            return MemoryInstruction.Decode(layout, load.Encode(layout)) == load
                && GemmInstruction.Decode(layout, gemm.Encode(layout)) == gemm
                && AluInstruction.Decode(layout, alu.Encode(layout)) == alu
                && MicroOp.Decode(layout, uop.Encode(layout)) == uop;
        }, iter: 300);
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void Fields_do_not_overlap_or_straddle(string preset)
    {
        var layout = VtaConfig.Load(preset).Layout;
        foreach (var fields in new[] { layout.Memory.All, layout.Gemm.All, layout.Alu.All })
        {
            fields.Should().OnlyContain(field => field.Width > 0 && field.Offset / 64 == (field.End - 1) / 64 && field.End <= 128);
            fields.Zip(fields.Skip(1)).Should().OnlyContain(pair => pair.First.End <= pair.Second.Offset);
        }
        layout.MicroOp.All[^1].End.Should().BeLessThanOrEqualTo(32);
    }

    [Fact]
    public void Values_that_do_not_fit_are_refused()
    {
        var layout = VtaConfig.Default.Layout;
        var encode = () => new AluInstruction(Dependencies.None, 0, 1, 1, 1, AddOperation.Code, true, 40000).Encode(layout);
        encode.Should().Throw<VtaInputException>().WithMessage("imm is 40000; its 16 bits hold -32768 to 32767");
        var gemm = () => new GemmInstruction(Dependencies.None, false, 0, 1, 20000, 1).Encode(layout);
        gemm.Should().Throw<VtaInputException>().WithMessage("iter_out is 20000; its 14 bits hold 0 to 16383");
    }

    private static string Text(IEnumerable<InstructionField> fields) =>
        string.Join(", ", fields.Select(field => $"{field.Name} {field.Offset}+{field.Width}"));
}
