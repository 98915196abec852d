using System.Runtime.CompilerServices;
using Vta.Compiler.LoopIr;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;
using Vta.Isa;

namespace Vta.Compiler.Tests;

/// <summary>What is wrong with a schedule is said at the line that wrote it, with these texts.</summary>
public class ScheduleErrorTests
{
    private const int Rows = 8;

    private readonly Env env;
    private readonly SymbolicTensor data;
    private readonly SymbolicTensor weight;
    private readonly SymbolicTensor dataBuf;
    private readonly SymbolicTensor weightBuf;
    private readonly SymbolicTensor product;
    private readonly SymbolicTensor relu;
    private readonly SymbolicTensor res;
    private readonly IterVar k = Te.ReduceAxis(4, "k");
    private readonly IterVar ki;
    private readonly Schedule s;

    public ScheduleErrorTests()
        : this(VtaConfig.Default)
    {
    }

    private ScheduleErrorTests(VtaConfig config)
    {
        env = new Env(config);
        ki = Te.ReduceAxis(env.BlockIn, "ki");
        int[] shape = [Rows, 16, env.Batch, env.BlockOut];
        data = Te.Placeholder([Rows, 4, env.Batch, env.BlockIn], "data", env.InpType);
        weight = Te.Placeholder([16, 4, env.BlockOut, env.BlockIn], "weight", env.WgtType);
        dataBuf = Te.Compute(data.Shape, i => data[i], "data_buf");
        weightBuf = Te.Compute(weight.Shape, i => weight[i], "weight_buf");
        product = Te.Compute(shape, (bo, co, bi, ci) =>
            Te.Sum(dataBuf[bo, k, bi, ki].Cast(env.AccType) * weightBuf[co, k, ci, ki].Cast(env.AccType), [k, ki]), "product");
        relu = Te.Compute(shape, i => Te.Max(product[i], 0), "relu");
        res = Te.Compute(shape, i => relu[i].Cast(env.OutType), "res");
        s = Te.CreateSchedule(res);
    }

    [Fact]
    public void ComputeAtWhatDoesNotNeedIt() => Refusal.Of(
        () => s[relu].ComputeAt(s[product], k),
        "relu cannot be computed at k of product: product does not need relu; legal places are i0, i1, i2, i3 of res");

    [Fact]
    public void ComputeAtALoopThatWasSplit()
    {
        s[res].Split(s[res].Axis[0], factor: 4);
        Refusal.Of(
            () => s[relu].ComputeAt(s[res], s[res].Axis[0]),
            "relu cannot be computed at i0 of res: i0 is not a loop of res; legal places are i0.outer, i0.inner, i1, i2, i3 of res");
    }

    [Fact]
    public void ComputeAtWhereAReaderDoesNotSeeIt()
    {
        s[product].ComputeAt(s[res], s[res].Axis[1]);
        Refusal.Of(
            () => Lowering.Lower(s, [data, weight, res]),
            "product cannot be computed at i1 of res: relu, which reads it, is computed outside of that loop; legal places are i0, i1, i2, i3 of relu");
    }

    [Fact]
    public void ComputeAtALoopThatBecomesPartOfAnIntrinsic()
    {
        s[weightBuf].ComputeAt(s[product], ki);
        s[product].Tensorize(s[product].Axis[2], env.Gemm);
        Refusal.Of(
            () => Lowering.Lower(s, [data, weight, res]),
            "weight_buf cannot be computed at ki of product: that loop is inside an intrinsic; legal places are bo, co of product; i0, i1, i2, i3 of relu; "
            + "i0, i1, i2, i3 of res");
    }

    [Fact]
    public void CacheOfATensorWithOthersInItsLoops()
    {
        s[product].ComputeAt(s[relu], s[relu].Axis[0]);
        Refusal.Of(() => s.CacheWrite(relu, env.AccScope), "product is computed at a loop of relu since "
            + "tests/Vta.Compiler.Tests/Schedule/ScheduleErrorTests.cs:LINE; CacheWrite before that");
    }

    [Fact]
    public void SplitOfASplitLoop()
    {
        var (outer, _) = s[res].Split(s[res].Axis[0], factor: 4);
        s[relu].ComputeAt(s[res], outer);
        Refusal.Of(() => s[res].Split(s[res].Axis[0], factor: 2), "Split: i0 is not a loop of res: it was split into i0.outer and i0.inner at "
            + "tests/Vta.Compiler.Tests/Schedule/ScheduleErrorTests.cs:LINE. Its loops are i0.outer, i0.inner, i1, i2, i3");
        Refusal.Of(() => s[res].Split(outer, factor: 2), "Split of i0.outer: relu is computed at it since "
            + "tests/Vta.Compiler.Tests/Schedule/ScheduleErrorTests.cs:LINE; Split before that");
    }

    [Fact]
    public void SplitWithoutLength() => Refusal.Of(() => s[res].Split(s[res].Axis[0]), "Split of i0 needs either factor or nparts");

    [Fact]
    public void TwoPragmas()
    {
        s[relu].Pragma(s[relu].Axis[0], env.Alu);
        Refusal.Of(() => s[relu].Pragma(s[relu].Axis[1], env.Alu), "Pragma of i1: relu has one at another loop since "
            + "tests/Vta.Compiler.Tests/Schedule/ScheduleErrorTests.cs:LINE; a stage is the work of one unit");
    }

    [Fact]
    public void LoopOfAnotherStage() => Refusal.Of(
        () => s[res].Reorder([s[relu].Axis[0], s[res].Axis[1]]),
        "Reorder: i0 is not a loop of res: it belongs to relu. Its loops are i0, i1, i2, i3");

    [Fact]
    public void FuseOfLoopsApart() => Refusal.Of(
        () => s[res].Fuse(s[res].Axis[0], s[res].Axis[2]),
        "Fuse needs i2 directly inside i0; the loops of res are i0, i1, i2, i3: Reorder them first");

    [Fact]
    public void ThreadsThatReduce() => Refusal.Of(
        () => s[product].Bind(k, Te.ThreadAxis()),
        "k is a reduce axis of product; threads would add to the same values. Bind a data axis");

    [Fact]
    public void ScopeOfTheOutput() => Refusal.Of(
        () => s[res].SetScope(env.AccScope),
        "res is an output, which is in DRAM; CacheWrite makes a copy of it that can be in local.acc_buffer");

    [Fact]
    public void TileThatIsTooLarge() => new ScheduleErrorTests(VtaConfig.Default.With(("LOG_WGT_BUFF_SIZE", 11))).WeightsOfSixteenChannels();

    private void WeightsOfSixteenChannels()
    {
        var (outer, inner) = s[res].Split(s[res].Axis[1], factor: 16);
        OnChip(outer, inner);
        RefusedByHardware(
            () => s[weightBuf].ComputeAt(s[product], k),
            "weight_buf needs 16 elements of the wgt buffer; it holds 8; its tile is 16x1x16x16: make smaller blocks in the split of i1 of res by 16 at "
            + "tests/Vta.Compiler.Tests/Schedule/ScheduleErrorTests.cs:LINE");
    }

    [Fact]
    public void DmaThatComputes() => RefusedByHardware(
        () => s[relu].Pragma(s[relu].Axis[0], env.DmaCopy),
        "dma_copy of relu: it computes T.max(product, 0); DMA only copies, so give that a stage of its own with the pragma alu");

    [Fact]
    public void StoreFromAnotherMemory()
    {
        OnChip(null, null);
        s[relu].SetScope(env.InpScope);
        RefusedByHardware(
            () => s[res].Pragma(s[res].Axis[0], env.DmaCopy),
            "dma_copy: relu is in local.inp_buffer; stores are from the acc buffer");
    }

    /// <summary>A store writes values of one width.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(16)]
    [InlineData(32)]
    public void StoreOfAnotherType(int bits)
    {
        var loaded = Te.Compute(data.Shape, i => data[i].Cast(env.AccType), "loaded");
        var stored = Te.Compute(data.Shape, i => loaded[i].Cast(DataType.Int(bits)), "stored");
        var copy = Te.CreateSchedule(stored);
        copy[loaded].SetScope(env.AccScope);
        copy[loaded].Pragma(copy[loaded].Axis[0], env.DmaCopy);
        copy[stored].Pragma(copy[stored].Axis[0], env.DmaCopy);
        Refusal.Of(
            () => Lowering.Lower(env, copy, [data, stored]),
            $"dma_copy of stored: it is int{bits}, and stores write the low 8 bits of accumulators; cast to the type of outputs, env.OutType");
    }

    [Fact]
    public void IntrinsicThatDoesSomethingElse()
    {
        OnChip(null, null);
        RefusedByHardware(
            () => s[product].Tensorize(s[product].Axis[1], env.Gemm),
            "gemm cannot do the loops of product from co on: it has 2 data axes; from co on there are 3");
    }

    [Fact]
    public void StageOfNoUnit() => Refusal.Of(
        () => Lowering.Lower(env, s, [data, weight, res]),
        "data_buf is computed by loops of no unit: it is a copy, so "
        + "s[data_buf].Pragma(axis, env.DmaCopy) makes the DMA engines do it, into the memory that SetScope chooses");

    [Fact]
    public void TensorOfNoStage()
    {
        var other = Te.Compute(data.Shape, i => data[i], "other");
        Refusal.Of(() => s[other].ComputeRoot(), "other is not part of this schedule, which has data, data_buf, weight, weight_buf, product, relu, res");
    }

    [Fact]
    public void PaddingBeyondAnInstruction()
    {
        var padded = Topi.Pad(data, [16, 0, 0, 0], name: "padded");
        var copy = Te.CreateSchedule(Te.Compute(padded.Shape, i => padded[i], "copy"));
        copy[padded].SetScope(env.InpScope);
        copy[padded].Pragma(copy[padded].Axis[0], env.DmaCopy);
        Refusal.Of(
            () => Lowering.Lower(env, copy, [data, copy.Outputs[0]]),
            "dma_copy of padded: i0 is padded by 16, and an instruction pads by 15 at most; pad that axis in memory");
    }

    [Fact]
    public void ValueThatTheAluCannotCompute()
    {
        Refusal.Of(Alu(x => x / 3), Needs("x_buf // 3", "it divides by powers of two, with shifts"));
        Refusal.Of(Alu(x => x + x % -4 * x), Needs("x_buf % -4", "it divides by powers of two, with shifts"));
        Refusal.Of(Alu(x => Te.IfThenElse(x < 0, 0, x)), Needs("T.if_then_else(x_buf < 0, 0, x_buf)", "to choose between values, use Te.Min and Te.Max"));
        Refusal.Of(
            Alu((x, i) => x[i] + x[[3 - i[0], i[1], i[2], i[3]]]),
            "alu of y_buf: x_buf + x_buf goes through x_buf backwards; the hardware counts upwards, so turn it around with a copy by DMA");
        Refusal.Of(Alu(x => Te.Alu<AbsoluteDifference>(x, 1)), "alu of y_buf: this hardware has no ABSDIFF, only MIN, MAX, ADD, SHR, MUL; "
            + "lower for a configuration with it (WithAluOperation)");

        static string Needs(string value, string advice) =>
            $"alu of y_buf: it computes {value}; the ALU has MIN, MAX, ADD, SHR, MUL of a value with another or with a number: {advice}";
    }

    [Fact]
    public void ArgumentsThatAreNone()
    {
        Refusal.Of(() => Lowering.Lower(s, [data, res]), "weight is read, and is not among the arguments data, res");
        Refusal.Of(() => Lowering.Lower(s, [data, weight, weight, res]), "weight is listed twice among the arguments");
        Refusal.Of(() => Lowering.Lower(s, [data, weight, relu, res]), "relu is among the arguments, and is neither an input nor an output; the schedule computes res");
    }

    [Fact]
    public void ValuesThatDoNotFit()
    {
        OnChip(null, null);
        var program = Lowering.Lower(env, s, [data, weight, res]);
        var inputs = new Dictionary<SymbolicTensor, int[]> { [data] = new int[Rows * 4 * env.BlockIn] };
        Refusal.Of(() => program.Bundle(inputs, res, []), "weight is given no values");
        inputs.Add(weight, new int[7]);
        Refusal.Of(() => program.Bundle(inputs, res, []), "weight has 16384 values (16x4x16x16) and is given 7");
        inputs[weight] = [.. new int[16383], 128];
        Refusal.Of(() => program.Bundle(inputs, res, []), "weight is int8 and is given 128, as value 16383");
        inputs[weight] = new int[16384];
        Refusal.Of(() => program.Bundle(inputs, relu, []), "relu is no argument of main; those are data, weight, res");
        Refusal.Of(() => Lowering.Lower(s, [data, weight, res]).Record(), "main was lowered for a processor; lower it with an env to have instructions");
    }

    /// <summary>An operation for the ALU, with its pragma in the line of the caller.</summary>
    private Action Alu(Func<Expr, Expr> operation, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Alu((x, i) => operation(x[i]), file, line);

    /// <inheritdoc cref="Alu(Func{Expr, Expr}, string, int)"/>
    private Action Alu(Func<SymbolicTensor, Indices, Expr> operation, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => () =>
    {
        var x = Te.Placeholder([4, 1, env.Batch, env.BlockOut], "x", env.AccType);
        var xBuf = Te.Compute(x.Shape, i => x[i], "x_buf");
        var yBuf = Te.Compute(x.Shape, i => operation(xBuf, i), "y_buf");
        var y = Te.Compute(x.Shape, i => yBuf[i].Cast(env.OutType), "y");
        var alu = Te.CreateSchedule(y);
        alu[xBuf].SetScope(env.AccScope);
        alu[yBuf].SetScope(env.AccScope);
        alu[xBuf].Pragma(alu[xBuf].Axis[0], env.DmaCopy);
        alu[yBuf].Pragma(alu[yBuf].Axis[0], env.Alu, file, line);
        alu[y].Pragma(alu[y].Axis[0], env.DmaCopy);
        Lowering.Lower(env, alu, [x, y]);
    };

    private void OnChip(IterVar? at, IterVar? store)
    {
        foreach (var (tensor, scope) in ((SymbolicTensor, MemoryScope)[])
            [(dataBuf, env.InpScope), (weightBuf, env.WgtScope), (product, env.AccScope), (relu, env.AccScope)])
        {
            s[tensor].SetScope(scope);
            if (at is not null && (tensor == product || tensor == relu))
                s[tensor].ComputeAt(s[res], at);
        }
        s[product].Reorder([k, s[product].Axis[0], s[product].Axis[1], s[product].Axis[2], s[product].Axis[3], ki]);
        s[product].Tensorize(s[product].Axis[2], env.Gemm);
        s[dataBuf].Pragma(s[dataBuf].Axis[0], env.DmaCopy);
        s[weightBuf].Pragma(s[weightBuf].Axis[0], env.DmaCopy);
        s[relu].Pragma(s[relu].Axis[0], env.Alu);
        s[res].Pragma(store ?? s[res].Axis[0], env.DmaCopy);
    }

    /// <summary>Steps that are refused when they are lowered, at the line of the steps.</summary>
    private void RefusedByHardware(Action steps, string message, [CallerLineNumber] int line = 0)
    {
        steps();
        Refusal.Of(() => Lowering.Lower(env, s, [data, weight, res]), message, line: line);
    }
}
