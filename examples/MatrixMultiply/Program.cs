// Multiplies a vector by a matrix that does not fit on the chip, block by block. It follows TVM's tutorial "Matrix Multiply Blocking", and
// adds virtual threads: the accelerator loads one block while it multiplies another.
//
//   dotnet run --project examples/MatrixMultiply [fsim|rtl|tsim …]

using Vta.Compiler;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Runtime;
using Vta.Runtime.Bundles;

const int InChannels = 1024;
const int OutChannels = 1024;
var env = new Env(VtaConfig.Default);

// The GEMM core multiplies elements: BATCH×BLOCK_IN inputs by BLOCK_OUT×BLOCK_IN weights. The matrices are laid out in such blocks.
int[] dataShape = [1, InChannels / env.BlockIn, env.Batch, env.BlockIn];
int[] weightShape = [OutChannels / env.BlockOut, InChannels / env.BlockIn, env.BlockOut, env.BlockIn];
int[] outputShape = [1, OutChannels / env.BlockOut, env.Batch, env.BlockOut];

var data = Te.Placeholder(dataShape, "data", env.InpType);
var weight = Te.Placeholder(weightShape, "weight", env.WgtType);
var dataBuf = Te.Compute(dataShape, i => data[i], "data_buf");
var weightBuf = Te.Compute(weightShape, i => weight[i], "weight_buf");

var ic = Te.ReduceAxis(InChannels / env.BlockIn, "ic");
var icTns = Te.ReduceAxis(env.BlockIn, "ic_tns");
var resGemm = Te.Compute(outputShape, (bo, co, bi, ci) => Te.Sum(
    dataBuf[bo, ic, bi, icTns].Cast(env.AccType) * weightBuf[co, ic, ci, icTns].Cast(env.AccType), axis: [ic, icTns]), "res_gemm");

// Sums are scaled back to 8 bits: shifted, and kept in 0 … 127.
var resShr = Te.Compute(outputShape, i => resGemm[i] >> env.InpWidth, "res_shr");
var resMax = Te.Compute(outputShape, i => Te.Max(resShr[i], 0), "res_max");
var resMin = Te.Compute(outputShape, i => Te.Min(resMax[i], (1 << (env.InpWidth - 1)) - 1), "res_min");
var res = Te.Compute(outputShape, i => resMin[i].Cast(env.OutType), "res");

// All weights are 1 MiB, the buffer for them holds 256 KiB: 256 output channels are computed at a time, of 256 input channels at a time.
var s = Te.CreateSchedule(res);
var (ocOut, ocInn) = s[res].Split(s[res].Axis[1], factor: 256 / env.BlockOut);
var (ocBlock, thread) = s[res].Split(ocOut, factor: 2);
s[res].Reorder([thread, s[res].Axis[0], ocBlock, ocInn]);

// Two virtual threads take every other block of output channels. Each has half of the buffers to itself.
s[res].Bind(thread, Te.ThreadAxis("cthread"));

SymbolicTensor[] onAccumulators = [resGemm, resShr, resMax, resMin];
foreach (var tensor in onAccumulators)
{
    s[tensor].SetScope(env.AccScope);
    s[tensor].ComputeAt(s[res], ocBlock);
}

var (bo, co, bi, ci) = (s[resGemm].Axis[0], s[resGemm].Axis[1], s[resGemm].Axis[2], s[resGemm].Axis[3]);
var (icOut, icInn) = s[resGemm].Split(ic, factor: 256 / env.BlockIn);
s[resGemm].Reorder([icOut, bo, co, icInn, bi, ci, icTns]);

s[dataBuf].SetScope(env.InpScope);
s[dataBuf].ComputeAt(s[resGemm], icOut);
s[weightBuf].SetScope(env.WgtScope);
s[weightBuf].ComputeAt(s[resGemm], icOut);

// The blocked loops, before any of them is given to hardware.
Console.WriteLine(Lowering.Lower(s, [data, weight, res]));

s[dataBuf].Pragma(s[dataBuf].Axis[0], env.DmaCopy);
s[weightBuf].Pragma(s[weightBuf].Axis[0], env.DmaCopy);
s[resGemm].Tensorize(bi, env.Gemm);
s[resShr].Pragma(s[resShr].Axis[0], env.Alu);
s[resMax].Pragma(s[resMax].Axis[0], env.Alu);
s[resMin].Pragma(s[resMin].Axis[0], env.Alu);
s[res].Pragma(ocInn, env.DmaCopy);

var program = Lowering.Lower(env, s, [data, weight, res]);
Console.WriteLine(program);

// What the program has to leave in memory is, unless told otherwise, what the tensor expressions say in plain arithmetic.
var random = new Random(0);
var inputs = new Dictionary<SymbolicTensor, int[]>
{
    [data] = Tensor.Random(random, env.InpWidth, dataShape).Data,
    [weight] = Tensor.Random(random, env.Config.WgtWidth, weightShape).Data,
};
var bundle = program.Bundle(inputs, res);

foreach (var target in args.DefaultIfEmpty(Devices.Fsim))
    Console.WriteLine($"{target}: {BundleRunner.Run(bundle, target)}");
