// A convolution of ResNet-18 with padding, shift and clip, scheduled step by step, and printed after each step. It follows TVM's tutorial
// "2D Convolution Optimization"; docs/schedules.md walks through it.
//
//   dotnet run --project examples/Convolution [fsim|rtl|tsim …]

using Vta.Compiler;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Runtime;
using Vta.Runtime.Bundles;

var env = new Env(VtaConfig.Default);

// 1. What to compute.

// The ninth convolution of ResNet-18.
const int BatchSize = 1;
const int Height = 14;
const int Width = 14;
const int InChannels = 256;
const int OutChannels = 256;
const int KernelH = 3;
const int KernelW = 3;
const int PadH = 1;
const int PadW = 1;
const int StrideH = 1;
const int StrideW = 1;
const int FoutHeight = (Height + 2 * PadH - KernelH) / StrideH + 1;
const int FoutWidth = (Width + 2 * PadW - KernelW) / StrideW + 1;

// The accelerator computes on blocks: NCHW becomes (N, C, H, W, n, c), of which the two inner axes are one element of a buffer.
int[] dataShape = [BatchSize / env.Batch, InChannels / env.BlockIn, Height, Width, env.Batch, env.BlockIn];
int[] kernelShape = [OutChannels / env.BlockOut, InChannels / env.BlockIn, KernelH, KernelW, env.BlockOut, env.BlockIn];
int[] outputShape = [BatchSize / env.Batch, OutChannels / env.BlockOut, FoutHeight, FoutWidth, env.Batch, env.BlockOut];

// The axes that are summed up.
var dy = Te.ReduceAxis(KernelH, "dy");
var dx = Te.ReduceAxis(KernelW, "dx");
var ic = Te.ReduceAxis(InChannels / env.BlockIn, "ic");
var icTns = Te.ReduceAxis(env.BlockIn, "ic_tns");

// Inputs, and copies of them: the copy of the data gets its padding on the way.
var data = Te.Placeholder(dataShape, "data", env.InpType);
var kernel = Te.Placeholder(kernelShape, "kernel", env.WgtType);
var dataBuf = Topi.Pad(data, [0, 0, PadH, PadW, 0, 0], name: "data_buf");
var kernelBuf = Te.Compute(kernelShape, i => kernel[i], "kernel_buf");

// The convolution.
var resConv = Te.Compute(outputShape, (bo, co, i, j, bi, ci) => Te.Sum(
    dataBuf[bo, ic, i * StrideH + dy, j * StrideW + dx, bi, icTns].Cast(env.AccType)
    * kernelBuf[co, ic, dy, dx, ci, icTns].Cast(env.AccType),
    axis: [ic, dy, dx, icTns]), "res_conv");

// Its sums are scaled back, clipped, and stored with 8 bits.
var inpMax = (1 << (env.InpWidth - 1)) - 1;
var resShr = Te.Compute(outputShape, i => resConv[i] >> 8, "res_shr");
var resMax = Te.Compute(outputShape, i => Te.Max(resShr[i], 0), "res_max");
var resMin = Te.Compute(outputShape, i => Te.Min(resMax[i], inpMax), "res_min");
var res = Te.Compute(outputShape, i => resMin[i].Cast(env.OutType), "res");

// 2. The schedule that every computation begins with: one tensor after the other.

var s = Te.CreateSchedule(res);
Console.WriteLine("The default schedule:\n");
Console.WriteLine(Lowering.Lower(s, [data, kernel, res]));

// 3. Blocking: tiles that fit on the chip.

const int HBlock = 7;
const int WBlock = 14;
var bBlock = 1 / env.Batch;
var ocBlock = 128 / env.BlockOut;
var icBlock = 16 / env.BlockIn;

// Tiles of the output are split along rows, columns and output channels.
var (b, oc, y, x, bTns, ocTns) = (s[res].Axis[0], s[res].Axis[1], s[res].Axis[2], s[res].Axis[3], s[res].Axis[4], s[res].Axis[5]);
var (bOut, bInn) = s[res].Split(b, factor: bBlock);
var (ocOut, ocInn) = s[res].Split(oc, factor: ocBlock);
var (yOut, yInn) = s[res].Split(y, factor: HBlock);
var (xOut, xInn) = s[res].Split(x, factor: WBlock);
s[res].Reorder([bOut, ocOut, yOut, xOut, bInn, ocInn, yInn, xInn, bTns, ocTns]);

// What leads to a tile is computed for that tile only.
s[resConv].ComputeAt(s[res], xOut);
s[resShr].ComputeAt(s[res], xOut);
s[resMax].ComputeAt(s[res], xOut);
s[resMin].ComputeAt(s[res], xOut);

// The sums are split as well, along input channels. Innermost are the axes of one multiplication of elements.
(bInn, ocInn, yInn, xInn) = (s[resConv].Axis[0], s[resConv].Axis[1], s[resConv].Axis[2], s[resConv].Axis[3]);
(bTns, ocTns) = (s[resConv].Axis[4], s[resConv].Axis[5]);
var (icOut, icInn) = s[resConv].Split(ic, factor: icBlock);
s[resConv].Reorder([icOut, bInn, ocInn, yInn, icInn, dy, dx, xInn, bTns, ocTns, icTns]);

// 4. Virtual threads: two tiles at a time, so that one is loaded while the other is computed.

var (_, tx) = s[res].Split(ocOut, factor: 2);
s[res].Reorder([tx, bOut]);
s[res].Bind(tx, Te.ThreadAxis("cthread"));
Console.WriteLine("Blocks and virtual threads:\n");
Console.WriteLine(Lowering.Lower(s, [data, kernel, res]));

// 5. Memories, and DMA between them.

s[dataBuf].SetScope(env.InpScope);
s[kernelBuf].SetScope(env.WgtScope);
s[resConv].SetScope(env.AccScope);
s[resShr].SetScope(env.AccScope);
s[resMax].SetScope(env.AccScope);
s[resMin].SetScope(env.AccScope);

s[dataBuf].ComputeAt(s[resConv], icOut);
s[kernelBuf].ComputeAt(s[resConv], icOut);

s[dataBuf].Pragma(s[dataBuf].Axis[0], env.DmaCopy);
s[kernelBuf].Pragma(s[kernelBuf].Axis[0], env.DmaCopy);
s[res].Pragma(s[res].Axis[4], env.DmaCopy);

// 6. Products for the GEMM core, the rest for the ALU.

s[resConv].Tensorize(bTns, env.Gemm);
s[resShr].Pragma(s[resShr].Axis[0], env.Alu);
s[resMax].Pragma(s[resMax].Axis[0], env.Alu);
s[resMin].Pragma(s[resMin].Axis[0], env.Alu);

var program = Lowering.Lower(env, s, [data, kernel, res], "my_conv");
Console.WriteLine("For the accelerator:\n");
Console.WriteLine(program);

// 7. Run it, with random numbers packed into blocks. What it has to give is what the tensor expressions say, in plain arithmetic.

var random = new Random(0);
var image = Tensor.Random(random, env.InpWidth, BatchSize, InChannels, Height, Width);
var weights = Tensor.Random(random, env.Config.WgtWidth, OutChannels, InChannels, KernelH, KernelW);
var bundle = program.Bundle(new Dictionary<SymbolicTensor, int[]>
{
    [data] = BlockedLayout.Pack(image, env.Batch, env.BlockIn),
    [kernel] = BlockedLayout.Pack(weights, env.BlockOut, env.BlockIn),
}, res);

foreach (var target in args.DefaultIfEmpty(Devices.Fsim))
    Console.WriteLine($"{target}: {BundleRunner.Run(bundle, target)}");
