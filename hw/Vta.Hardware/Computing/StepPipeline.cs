using Vta.Hardware.Control;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Hardware.Computing;

/// <summary>
/// Runs the steps of GEMM and ALU instructions, one a cycle: micro-op, indices, operands, products, sums, result, write. Results not yet in the
/// buffer are forwarded, so that each step sees those before it.
/// </summary>
/// <remarks>
/// Cycle by cycle, a step is in: 0 the loops (the micro-op is read) · 1 the indices are added up · 2 inputs and weights are read · 3 products ·
/// 4 sums (accumulators are read) · 5 the new value · 6 the write, visible in the next cycle. REQUANT takes <see cref="Requantizer.Latency"/> cycles more
/// between 5 and 6: what would overtake it, meet it at the write, or miss its result, waits in 1.
/// </remarks>
internal sealed class StepPipeline(VtaConfig config) : Module
{
    public readonly Stream<StepCommand> Command = Sink(StepCommand.Type);

    public readonly Bool UopReadEnable = Out();
    public readonly UInt UopReadIndex = Out(UInt(config.Uop.LogDepth));
    public readonly UInt Uop = In(UInt(InstructionLayout.MicroOpBits));

    public readonly Bool OperandReadEnable = Out();
    public readonly UInt InpReadIndex = Out(UInt(config.Inp.LogDepth));
    public readonly UInt WgtReadIndex = Out(UInt(config.Wgt.LogDepth));
    public readonly UInt Inp = In(UInt(config.Inp.ElemBits));
    public readonly UInt Wgt = In(UInt(config.Wgt.ElemBits));

    public readonly Bool AccReadEnable = Out();
    public readonly UInt DstReadIndex = Out(UInt(config.Acc.LogDepth));
    public readonly UInt SrcReadIndex = Out(UInt(config.Acc.LogDepth));
    public readonly UInt Dst = In(UInt(config.Acc.ElemBits));
    public readonly UInt Src = In(UInt(config.Acc.ElemBits));

    /// <summary>Where the ALU has REQUANT: its parameters.</summary>
    public readonly UInt? ParReadIndex = config.Par is { } shape ? Out(UInt(shape.LogDepth)) : null;
    public readonly UInt? Par = config.Par is { } elements ? In(UInt(elements.ElemBits)) : null;

    public readonly Bool WriteValid = Out();
    public readonly UInt WriteIndex = Out(UInt(config.Acc.LogDepth));
    public readonly UInt WriteData = Out(UInt(config.Acc.ElemBits));

    /// <summary>The last step of an instruction is written in this cycle.</summary>
    public readonly Bool Finishes = Out();

    /// <summary>No step is under way.</summary>
    public readonly Bool Idle = Out();

    /// <summary>A GEMM step that is no reset, or an ALU step, is in its first stage.</summary>
    public readonly Bool IsGemmStep = Out();
    public readonly Bool IsAluStep = Out();
    public readonly Fault Fault = Out(Fault.Type(Faults.Index));

    protected override void Build()
    {
        var generator = Instance(new IndexGenerator(config));
        generator.Command.Connect(Command);
        var step0 = generator.Step;
        var hold = config.HasRequant ? Wire(Bool()) : false;
        if (config.HasRequant)
            generator.Hold.Set(hold);
        UopReadEnable.Set(generator.StepValid & !hold);
        UopReadIndex.Set(step0.Uop.Trunc(config.Uop.LogDepth));
        IsGemmStep.Set(generator.StepValid & !hold & step0.Kind.IsGemm & !step0.Kind.IsReset);
        IsAluStep.Set(generator.StepValid & !hold & !step0.Kind.IsGemm);

        // 1: the micro-op is there.
        var (valid1, step1) = Stage1(generator, hold);
        var layout = config.Layout.MicroOp;
        var (dst1, dstOut) = Sum(step1.Dst, Uop.Field(layout.Dst));
        var (srcAcc1, srcAccOut) = Sum(step1.SrcAcc, Uop.Field(layout.Src));
        var (srcInp1, srcInpOut) = Sum(step1.SrcInp, Uop.Field(layout.Src));
        var (wgt1, wgtOut) = Sum(step1.Wgt, Uop.Field(layout.Wgt));
        var readsOperands1 = Let(step1.Kind.IsGemm & !step1.Kind.IsReset);
        var readsSource1 = Let(!step1.Kind.IsGemm & !step1.Kind.UsesImmediate & !step1.Kind.IsRequant);
        var readsPar1 = step1.Kind.IsRequant;
        var writes1 = !step1.Kind.Fills;
        Fault.Set(step1.Index, outOfRange: valid1 & (step1.Uop[config.Uop.LogDepth] | (dstOut & writes1)
            | (readsOperands1 & (srcInpOut | (wgtOut & writes1))) | ((readsSource1 | readsPar1) & srcAccOut) | (readsPar1 & IsPastParameters(srcAcc1))));

        // 2: inputs and weights are read.
        var valid2 = RegNextReset(valid1 & !hold);
        var isLast2 = RegNext(step1.IsLast);
        var kind2 = RegNext(step1.Kind);
        var dst2 = RegNext(dst1);
        var srcAcc2 = RegNext(srcAcc1);
        var srcInp2 = RegNext(srcInp1);
        var wgt2 = RegNext(wgt1);
        OperandReadEnable.Set(valid2 & kind2.IsGemm & !kind2.IsReset);
        InpReadIndex.Set(srcInp2);
        WgtReadIndex.Set(wgt2);

        // 3, 4: products and sums; accumulators are read meanwhile.
        var core = Instance(new GemmCore(config));
        core.Inp.Set(Inp);
        core.Wgt.Set(Wgt);
        var valid3 = RegNextReset(valid2);
        var isLast3 = RegNext(isLast2);
        var kind3 = RegNext(kind2);
        if (config.HasDepthwise)
        {
            core.IsDepthwise.Set(valid3 & kind3.IsDepthwise);
            core.Starts.Set(kind3.Starts);
        }
        var dst3 = RegNext(dst2);
        var src3 = RegNext(srcAcc2);
        var valid4 = RegNextReset(valid3);
        var isLast4 = RegNext(isLast3);
        var kind4 = RegNext(kind3);
        var dst4 = RegNext(dst3);
        var src4 = RegNext(src3);
        AccReadEnable.Set(valid4);
        DstReadIndex.Set(dst4);
        SrcReadIndex.Set(src4);
        ParReadIndex?.Set(src4.Trunc(config.Par!.LogDepth));
        if (config.HasRequant)
            hold.Set(valid1 & (IsAwaited(valid2, kind2, dst2) | IsAwaited(valid3, kind3, dst3) | IsAwaited(valid4, kind4, dst4)));

        // Whether the step in 1 waits for one that is less than the latency of REQUANT before it.
        Bool IsAwaited(Bool valid, StepKind kind, UInt dst) => valid & kind.IsRequant & (!step1.Kind.IsRequant | dst == dst1);

        // 5: the new value, from what memory shows or from one of the two results that it does not show yet.
        var valid5 = RegNextReset(valid4);
        var isLast5 = RegNext(isLast4);
        var kind5 = RegNext(kind4);
        var dst5 = RegNext(dst4);
        var requantizer = config.HasRequant ? Instance(new Requantizer(config)) : null;
        var leavesRequant = requantizer is null ? false : requantizer.ResultValid;
        var ends = (valid5 & !kind5.IsRequant) | leavesRequant;
        var writes = (valid5 & !kind5.IsRequant & !kind5.Fills) | leavesRequant;
        var endsDst = requantizer is null ? dst5 : Let(Mux(leavesRequant, requantizer.ResultIndex, dst5));
        var valid6 = RegNextReset(ends);
        var writes6 = config.HasDepthwise ? RegNextReset(writes) : valid6;
        var isLast6 = RegNext(requantizer is null ? isLast5 : Mux(leavesRequant, requantizer.ResultIsLast, isLast5));
        var dst6 = RegNext(endsDst);
        var result6 = RegNoReset(UInt(config.Acc.ElemBits));
        var result7 = RegNoReset(UInt(config.Acc.ElemBits));
        var dstIsResult6 = RegNext(writes & dst4 == endsDst);
        var dstIsResult7 = RegNext(writes6 & dst4 == dst6);
        var srcIsResult6 = RegNext(writes & src4 == endsDst);
        var srcIsResult7 = RegNext(writes6 & src4 == dst6);

        var alu = Instance(new VectorAlu(config));
        alu.Kind.Set(kind5);
        alu.Sums.Set(core.Sums);
        alu.Dst.Set(Mux(dstIsResult6, result6, Mux(dstIsResult7, result7, Dst)));
        alu.Src.Set(Mux(srcIsResult6, result6, Mux(srcIsResult7, result7, Src)));
        if (requantizer is not null)
        {
            requantizer.Valid.Set(valid5 & kind5.IsRequant);
            requantizer.IsLast.Set(isLast5);
            requantizer.Index.Set(dst5);
            requantizer.Acc.Set(alu.Dst);
            requantizer.Par.Set(Par!);
        }
        using (When(ends))
            result6.Set(requantizer is null ? alu.Result : Mux(leavesRequant, requantizer.Result, alu.Result));
        using (When(valid6))
            result7.Set(result6);

        // 6: the write.
        WriteValid.Set(writes6);
        WriteIndex.Set(dst6);
        WriteData.Set(result6);
        Finishes.Set(valid6 & isLast6);
        Idle.Set(!(generator.StepValid | valid1 | valid2 | valid3 | valid4 | valid5 | valid6 | (requantizer is null ? false : requantizer.Busy)));
    }

    /// <summary>The registers of stage 1, which stay while the step in it is held.</summary>
    private static (Bool Valid, Step Step) Stage1(IndexGenerator generator, Bool hold)
    {
        using (When(!hold))
            return (RegNextReset(generator.StepValid, "valid1"), RegNext(generator.Step, "step1"));
    }

    /// <summary>Whether an index of accumulators is past the parameter buffer, which is no deeper than theirs.</summary>
    private Bool IsPastParameters(UInt index) =>
        config.Par is { } par && par.LogDepth < index.Width ? index[index.Width - 1, par.LogDepth].Any() : false;

    /// <summary>The index that a micro-op's field and the loops make, and whether it is past the buffer.</summary>
    private static (UInt Index, Bool IsOutOfRange) Sum(Offset offset, UInt field)
    {
        var width = offset.Value.Width;
        var sum = offset.Value.AddWide(field);
        return (sum.Trunc(width), offset.IsOutOfRange | sum[sum.Width - 1, width].Any());
    }
}
