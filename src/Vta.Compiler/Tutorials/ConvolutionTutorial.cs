using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;
using Vta.Isa;

namespace Vta.Compiler.Tutorials;

/// <summary>TVM's tutorial "2D convolution optimization", step by step: a convolution with padding, shift and clip.</summary>
public sealed class ConvolutionTutorial
{
    private readonly Env env;
    private readonly ConvolutionShape shape;
    private IterVar? xOut;
    private IterVar? ocOut;
    private IterVar? bOut;
    private IterVar? icOut;
    private IterVar? bTns;

    /// <summary>Declares the computation. The shape's channels and batch have to be multiples of the hardware's blocks.</summary>
    /// <param name="config">The hardware.</param>
    /// <param name="shape">The convolution.</param>
    /// <param name="stage">What is done to its sums.</param>
    public ConvolutionTutorial(VtaConfig config, ConvolutionShape shape, OutputStage stage)
    {
        env = new Env(config);
        this.shape = shape;
        var (batches, inChannels, outChannels) = (shape.Batch / env.Batch, shape.InChannels / env.BlockIn, shape.OutChannels / env.BlockOut);
        int[] outputShape = [batches, outChannels, shape.OutHeight, shape.OutWidth, env.Batch, env.BlockOut];
        int[] kernelShape = [outChannels, inChannels, shape.KernelHeight, shape.KernelWidth, env.BlockOut, env.BlockIn];

        var dy = Te.ReduceAxis(shape.KernelHeight, "dy");
        var dx = Te.ReduceAxis(shape.KernelWidth, "dx");
        var ic = Te.ReduceAxis(inChannels, "ic");
        var icTns = Te.ReduceAxis(env.BlockIn, "ic_tns");

        Data = Te.Placeholder([batches, inChannels, shape.Height, shape.Width, env.Batch, env.BlockIn], "data", env.InpType);
        Kernel = Te.Placeholder(kernelShape, "kernel", env.WgtType);
        var dataBuf = Topi.Pad(
            Data, [0, 0, shape.PadHeight.Before, shape.PadWidth.Before, 0, 0], [0, 0, shape.PadHeight.After, shape.PadWidth.After, 0, 0], name: "data_buf");
        var kernelBuf = Te.Compute(kernelShape, i => Kernel[i], "kernel_buf");
        var resConv = Te.Compute(outputShape, (bo, co, i, j, bi, ci) => Te.Sum(
            dataBuf[bo, ic, i * shape.StrideHeight + dy, j * shape.StrideWidth + dx, bi, icTns].Cast(env.AccType)
            * kernelBuf[co, ic, dy, dx, ci, icTns].Cast(env.AccType),
            axis: [ic, dy, dx, icTns]), "res_conv");

        var resShr = Te.Compute(outputShape, i => resConv[i] >> stage.Shift, "res_shr");
        var clip = stage.Clip ?? throw new VtaInputException("the tutorial's convolution clips its results; give clip");
        var resMax = Te.Compute(outputShape, i => Te.Max(resShr[i], clip.Min), "res_max");
        var resMin = Te.Compute(outputShape, i => Te.Min(resMax[i], clip.Max), "res_min");
        Result = Te.Compute(outputShape, i => resMin[i].Cast(env.OutType), "res");

        Schedule = Te.CreateSchedule(Result);
        (DataBuf, KernelBuf, ResConv, ResShr, ResMax, ResMin, InChannel) = (dataBuf, kernelBuf, resConv, resShr, resMax, resMin, ic);
    }

    public SymbolicTensor Data { get; }

    public SymbolicTensor Kernel { get; }

    public SymbolicTensor Result { get; }

    public Schedule Schedule { get; }

    private SymbolicTensor DataBuf { get; }

    private SymbolicTensor KernelBuf { get; }

    private SymbolicTensor ResConv { get; }

    private SymbolicTensor ResShr { get; }

    private SymbolicTensor ResMax { get; }

    private SymbolicTensor ResMin { get; }

    private IterVar InChannel { get; }

    /// <summary>Blocks the computation: output tiles, in each of them blocks of input channels.</summary>
    /// <param name="outChannel">Output channels of a tile.</param>
    /// <param name="inChannel">Input channels of a block.</param>
    /// <param name="height">Rows of a tile.</param>
    /// <param name="width">Columns of a tile.</param>
    public void Block(int outChannel = 128, int inChannel = 16, int height = 7, int width = 14)
    {
        var s = Schedule;
        var (b, oc, y, x) = (s[Result].Axis[0], s[Result].Axis[1], s[Result].Axis[2], s[Result].Axis[3]);
        var (bTnsOut, ocTns) = (s[Result].Axis[4], s[Result].Axis[5]);
        (bOut, var bInn) = s[Result].Split(b, factor: 1);
        (ocOut, var ocInn) = s[Result].Split(oc, factor: Math.Clamp(outChannel / env.BlockOut, 1, shape.OutChannels / env.BlockOut));
        var (yOut, yInn) = s[Result].Split(y, factor: Math.Min(height, shape.OutHeight));
        (xOut, var xInn) = s[Result].Split(x, factor: Math.Min(width, shape.OutWidth));
        s[Result].Reorder([bOut, ocOut, yOut, xOut, bInn, ocInn, yInn, xInn, bTnsOut, ocTns]);

        s[ResConv].ComputeAt(s[Result], xOut);
        s[ResShr].ComputeAt(s[Result], xOut);
        s[ResMax].ComputeAt(s[Result], xOut);
        s[ResMin].ComputeAt(s[Result], xOut);

        (bInn, ocInn, yInn, xInn) = (s[ResConv].Axis[0], s[ResConv].Axis[1], s[ResConv].Axis[2], s[ResConv].Axis[3]);
        (bTns, ocTns) = (s[ResConv].Axis[4], s[ResConv].Axis[5]);
        var (dy, dx, icTns) = (s[ResConv].ReduceAxis[1], s[ResConv].ReduceAxis[2], s[ResConv].ReduceAxis[3]);
        (icOut, var icInn) = s[ResConv].Split(InChannel, factor: Math.Clamp(inChannel / env.BlockIn, 1, shape.InChannels / env.BlockIn));
        s[ResConv].Reorder([icOut, bInn, ocInn, yInn, icInn, dy, dx, xInn, bTns, ocTns, icTns]);
    }

    /// <summary>Shares the tiles of output channels between virtual threads. Comes after <see cref="Block"/>.</summary>
    public void Thread(int threads = 2)
    {
        var s = Schedule;
        var (_, tx) = s[Result].Split(ocOut!, factor: threads);
        s[Result].Reorder([tx, bOut!]);
        s[Result].Bind(tx, Te.ThreadAxis("cthread"));
    }

    /// <summary>Gives copies to the DMA engines, products to the GEMM core and the rest to the ALU. Comes last.</summary>
    public void Offload()
    {
        var s = Schedule;
        s[DataBuf].SetScope(env.InpScope);
        s[KernelBuf].SetScope(env.WgtScope);
        s[ResConv].SetScope(env.AccScope);
        s[ResShr].SetScope(env.AccScope);
        s[ResMax].SetScope(env.AccScope);
        s[ResMin].SetScope(env.AccScope);

        s[DataBuf].ComputeAt(s[ResConv], icOut!);
        s[KernelBuf].ComputeAt(s[ResConv], icOut!);

        s[DataBuf].Pragma(s[DataBuf].Axis[0], env.DmaCopy);
        s[KernelBuf].Pragma(s[KernelBuf].Axis[0], env.DmaCopy);
        s[Result].Pragma(s[Result].Axis[4], env.DmaCopy);

        s[ResConv].Tensorize(bTns!, env.Gemm);
        s[ResShr].Pragma(s[ResShr].Axis[0], env.Alu);
        s[ResMin].Pragma(s[ResMin].Axis[0], env.Alu);
        s[ResMax].Pragma(s[ResMax].Axis[0], env.Alu);
    }

    /// <summary>The program by now as a processor would run it.</summary>
    public LoweredProgram LowerForHost() => Lowering.Lower(Schedule, [Data, Kernel, Result]);

    /// <summary>The program for the accelerator.</summary>
    public LoweredProgram Lower(string name = "main") => Lowering.Lower(env, Schedule, [Data, Kernel, Result], name);
}
