using Vta.Compiler.Commands;
using Vta.Compiler.LoopIr;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Instructions;

namespace Vta.Compiler;

/// <summary>What a schedule names of the hardware: blocks, types, memories and intrinsics. TVM's <c>env</c>; it prints as <c>vta env</c> does.</summary>
/// <param name="config">The hardware.</param>
public sealed class Env(VtaConfig config)
{
    public VtaConfig Config { get; } = config;

    public int Batch => Config.Batch;

    public int BlockIn => Config.BlockIn;

    public int BlockOut => Config.BlockOut;

    public int InpWidth => Config.InpWidth;

    public DataType InpType => DataType.Int(Config.InpWidth);

    public DataType WgtType => DataType.Int(Config.WgtWidth);

    public DataType AccType => DataType.Int(Config.AccWidth);

    public DataType OutType => DataType.Int(Config.OutWidth);

    public MemoryScope InpScope => field ??= new("local.inp_buffer", MemoryId.Inp, Config.Inp);

    public MemoryScope WgtScope => field ??= new("local.wgt_buffer", MemoryId.Wgt, Config.Wgt);

    public MemoryScope AccScope => field ??= new("local.acc_buffer", MemoryId.Acc, Config.Acc);

    /// <summary>The pragma that makes DMA instructions of a copy.</summary>
    public PragmaIntrinsic DmaCopy => field ??= new(PragmaKind.DmaCopy, "dma_copy", "DRAM to uop, inp, wgt, acc (with zero padding); out to DRAM");

    /// <summary>The pragma that makes ALU kernels of element operations.</summary>
    public PragmaIntrinsic Alu => field ??= new(
        PragmaKind.Alu, "alu", $"{Element(Config.Acc)} = op({Element(Config.Acc)}, {Element(Config.Acc)} or imm16), op: {Config.AluOperations}");

    /// <summary>The matrix multiplication of one element: out[b, o] += inp[b, k] · wgt[o, k].</summary>
    public TensorIntrinsic Gemm => field ??= CreateGemm();

    /// <summary>All that the hardware does.</summary>
    public IReadOnlyList<Intrinsic> Intrinsics => field ??= [Gemm, Alu, DmaCopy];

    /// <summary>A Python dictionary, as TVM prints its environment; the intrinsics, which TVM leaves out, follow.</summary>
    public override string ToString()
    {
        var parameters = VtaEnvironment.Of(Config).Select(entry => $"'{entry.Key}': {(entry.Value is string text ? $"'{text}'" : entry.Value)}");
        return $"{{{string.Join(",\n ", parameters)}}}\n\nIntrinsics:\n{string.Join('\n', Intrinsics.Select(intrinsic => $"  {intrinsic}"))}";
    }

    private static string Element(BufferShape buffer) => $"{buffer.Name}[{buffer.Rows}x{buffer.Columns} int{buffer.Width}]";

    private TensorIntrinsic CreateGemm()
    {
        var k = Te.ReduceAxis(BlockIn, "k");
        var inp = Te.Placeholder([Batch, BlockIn], "inp", InpType);
        var wgt = Te.Placeholder([BlockOut, BlockIn], "wgt", WgtType);
        var product = Te.Compute([Batch, BlockOut], (b, o) => Te.Sum(inp[b, k].Cast(AccType) * wgt[o, k].Cast(AccType), [k]), "out");
        return new TensorIntrinsic("gemm", product, [InpScope, WgtScope], AccScope,
            (result, inputs) => new CoprocScope(Unit.Compute, new KernelScope(new UopPush(KernelOperation.MatrixMultiply, result, inputs[0], inputs[1]))),
            result => new CoprocScope(Unit.Compute, new KernelScope(new UopPush(KernelOperation.Clear, result, 0, 0))),
            $"{Element(Config.Acc)} += {Element(Config.Inp)} * transpose({Element(Config.Wgt)})");
    }
}
