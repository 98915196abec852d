using Vta.Compiler.LoopIr;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;
using Vta.Isa;

namespace Vta.Compiler.Tests;

/// <summary>What the hardware does, as it prints: what TVM's <c>print(env)</c> leaves out.</summary>
public class IntrinsicTests
{
    private static readonly Env s_env = new(VtaConfig.Default.With(("LOG_BATCH", 1), ("LOG_BLOCK", 3), ("LOG_WGT_BUFF_SIZE", 16)));

    [Fact]
    public void Each_says_what_it_does()
    {
        $"{s_env.Gemm}".Should().Be("gemm      acc[2x8 int32] += inp[2x8 int8] * transpose(wgt[8x8 int8])");
        $"{s_env.Alu}".Should().Be("alu       acc[2x8 int32] = op(acc[2x8 int32], acc[2x8 int32] or imm16), op: MIN, MAX, ADD, SHR, MUL");
        $"{s_env.DmaCopy}".Should().Be("dma_copy  DRAM to uop, inp, wgt, acc (with zero padding); out to DRAM");
    }

    [Fact]
    public void The_environment_has_all_parameters_and_intrinsics()
    {
        var lines = s_env.ToString().Split('\n');
        lines[0].Should().Be("{'TARGET': 'sim',");
        foreach (var (name, value) in VtaEnvironment.Of(s_env.Config))
            lines.Should().ContainSingle(line => line.TrimStart(' ', '{').TrimEnd(',', '}').Replace("'", "") == $"{name}: {value}");
        lines[^4..].Should().Equal("Intrinsics:", $"  {s_env.Gemm}", $"  {s_env.Alu}", $"  {s_env.DmaCopy}");
    }

    [Fact]
    public void One_of_your_own_says_what_it_is_declared_to_compute()
    {
        var x = Te.Placeholder([2, 8], "x", s_env.AccType);
        var declaration = Te.Compute([2, 8], (b, o) => x[b, o] >> 1, "half");
        var intrinsic = new TensorIntrinsic("halve", declaration, [s_env.AccScope], s_env.AccScope, (_, _) => Stmt.Nothing, _ => Stmt.Nothing);
        $"{intrinsic}".Should().Be("halve     half[b, o] = T.shift_right(x[b, o], 1)");
    }
}
