using Vta.Compiler.LoopIr;
using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;
using Vta.Isa;

namespace Vta.Compiler.Tutorials;

/// <summary>
/// TVM's tutorials "Simple matrix multiply" and "Matrix multiply blocking": rows×depth by depth×columns, the second matrix with its
/// columns outside. All three have to be multiples of the hardware's blocks.
/// </summary>
public sealed class MatrixTutorial
{
    private readonly Env env;

    private MatrixTutorial(VtaConfig config, int rows, int columns, int depth)
    {
        env = new Env(config);
        var (m, n, k) = (rows / env.Batch, columns / env.BlockOut, depth / env.BlockIn);
        OutputShape = [m, n, env.Batch, env.BlockOut];
        var ko = Te.ReduceAxis(k, "ko");
        var ki = Te.ReduceAxis(env.BlockIn, "ki");
        Data = Te.Placeholder([m, k, env.Batch, env.BlockIn], "data", env.InpType);
        Weight = Te.Placeholder([n, k, env.BlockOut, env.BlockIn], "kernel", env.WgtType);
        DataBuf = Te.Compute(Data.Shape, i => Data[i], "data_buf");
        WeightBuf = Te.Compute(Weight.Shape, i => Weight[i], "weight_buf");
        Product = Te.Compute(OutputShape, (bo, co, bi, ci) => Te.Sum(
            DataBuf[bo, ko, bi, ki].Cast(env.AccType) * WeightBuf[co, ko, ci, ki].Cast(env.AccType), axis: [ko, ki]), "res_gemm");
    }

    public SymbolicTensor Data { get; }

    public SymbolicTensor Weight { get; }

    public SymbolicTensor Result { get; private init; } = null!;

    public Schedule Schedule { get; private init; } = null!;

    private IReadOnlyList<int> OutputShape { get; }

    private SymbolicTensor DataBuf { get; }

    private SymbolicTensor WeightBuf { get; }

    private SymbolicTensor Product { get; }

    /// <summary>The simple one: all products in the accumulators, inputs loaded block by block.</summary>
    public static MatrixTutorial Simple(VtaConfig config, int rows, int columns, int depth)
    {
        var declared = new MatrixTutorial(config, rows, columns, depth);
        var result = Te.Compute(declared.OutputShape, i => declared.Product[i].Cast(declared.env.OutType), "res");
        var tutorial = declared.With(result);
        var (s, product, env) = (tutorial.Schedule, tutorial.Product, tutorial.env);
        s[product].SetScope(env.AccScope);
        var (bo, co, bi, ci) = (s[product].Axis[0], s[product].Axis[1], s[product].Axis[2], s[product].Axis[3]);
        var (ko, ki) = (s[product].ReduceAxis[0], s[product].ReduceAxis[1]);
        s[product].Reorder([ko, bo, co, bi, ci, ki]);
        tutorial.Load(ko);
        s[product].Tensorize(bi, env.Gemm);
        s[result].Pragma(s[result].Axis[0], env.DmaCopy);
        return tutorial;
    }

    /// <summary>The blocked one, with shift and clip.</summary>
    /// <param name="config">The hardware.</param>
    /// <param name="rows">Rows of the first matrix.</param>
    /// <param name="columns">Columns of the second.</param>
    /// <param name="depth">Columns of the first, rows of the second.</param>
    /// <param name="stage">Shift and clip.</param>
    /// <param name="block">Columns and depth of a tile.</param>
    public static MatrixTutorial Blocked(VtaConfig config, int rows, int columns, int depth, OutputStage stage, int block = 256)
    {
        var declared = new MatrixTutorial(config, rows, columns, depth);
        var clip = stage.Clip ?? throw new VtaInputException("the tutorial's matrix multiplication clips its results; give clip");
        var shifted = Te.Compute(declared.OutputShape, i => declared.Product[i] >> stage.Shift, "res_shr");
        var atLeast = Te.Compute(declared.OutputShape, i => Te.Max(shifted[i], clip.Min), "res_max");
        var atMost = Te.Compute(declared.OutputShape, i => Te.Min(atLeast[i], clip.Max), "res_min");
        var result = Te.Compute(declared.OutputShape, i => atMost[i].Cast(declared.env.OutType), "res");
        var tutorial = declared.With(result);
        var (s, product, env) = (tutorial.Schedule, tutorial.Product, tutorial.env);

        var (b, oc) = (s[result].Axis[0], s[result].Axis[1]);
        var (bOut, bInn) = s[result].Split(b, factor: 1);
        var (ocOut, ocInn) = s[result].Split(oc, factor: Math.Clamp(block / env.BlockOut, 1, columns / env.BlockOut));
        s[result].Reorder([bOut, ocOut, bInn, ocInn]);
        foreach (var tensor in (SymbolicTensor[])[product, shifted, atLeast, atMost])
        {
            s[tensor].SetScope(env.AccScope);
            s[tensor].ComputeAt(s[result], ocOut);
        }

        var (bo, co, bi, ci) = (s[product].Axis[0], s[product].Axis[1], s[product].Axis[2], s[product].Axis[3]);
        var (icOut, icInn) = s[product].Split(s[product].ReduceAxis[0], factor: Math.Clamp(block / env.BlockIn, 1, depth / env.BlockIn));
        s[product].Reorder([icOut, bo, co, icInn, bi, ci, s[product].ReduceAxis[1]]);
        tutorial.Load(icOut);
        s[product].Tensorize(bi, env.Gemm);
        foreach (var tensor in (SymbolicTensor[])[shifted, atLeast, atMost])
            s[tensor].Pragma(s[tensor].Axis[0], env.Alu);
        s[result].Pragma(bInn, env.DmaCopy);
        return tutorial;
    }

    /// <summary>The program for the accelerator.</summary>
    public LoweredProgram Lower(string name = "main") => Lowering.Lower(env, Schedule, [Data, Weight, Result], name);

    private MatrixTutorial With(SymbolicTensor result) => new(this, result);

    private MatrixTutorial(MatrixTutorial declared, SymbolicTensor result)
    {
        env = declared.env;
        (Data, Weight, DataBuf, WeightBuf, Product) = (declared.Data, declared.Weight, declared.DataBuf, declared.WeightBuf, declared.Product);
        OutputShape = declared.OutputShape;
        Result = result;
        Schedule = Te.CreateSchedule(result);
    }

    private void Load(IterVar at)
    {
        foreach (var (tensor, scope) in ((SymbolicTensor, MemoryScope)[])[(DataBuf, env.InpScope), (WeightBuf, env.WgtScope)])
        {
            Schedule[tensor].SetScope(scope);
            Schedule[tensor].ComputeAt(Schedule[Product], at);
            Schedule[tensor].Pragma(Schedule[tensor].Axis[0], env.DmaCopy);
        }
    }
}
