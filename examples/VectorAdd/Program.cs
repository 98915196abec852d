// Adds two vectors: the smallest program there is. It follows TVM's tutorial "Get Started with VTA".
//
//   dotnet run --project examples/VectorAdd [fsim|rtl|tsim …]

using Vta.Compiler;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Runtime;
using Vta.Runtime.Bundles;

var env = new Env(VtaConfig.Default);

// What to compute. VTA's ALU works on accumulator elements of BATCH×BLOCK_OUT values, which are the two inner axes of every tensor:
// 64 elements of 1×16 are vectors of 1024 numbers.
int[] shape = [1, 64, env.Batch, env.BlockOut];
var a = Te.Placeholder(shape, "A", env.AccType);
var b = Te.Placeholder(shape, "B", env.AccType);

// The accelerator computes in its on-chip buffers only, so copies into and out of them are part of the computation. On the way
// out values become 8 bits wide.
var aBuf = Te.Compute(shape, i => a[i], "A_buf");
var bBuf = Te.Compute(shape, i => b[i], "B_buf");
var cBuf = Te.Compute(shape, i => aBuf[i] + bBuf[i], "C_buf");
var c = Te.Compute(shape, i => cBuf[i].Cast(env.OutType), "C");

// How to compute it. A schedule begins as plain loops.
var s = Te.CreateSchedule(c);
Console.WriteLine(Lowering.Lower(s, [a, b, c]));

// The three buffers are accumulators; copies are made by DMA, and the sum by the ALU.
s[aBuf].SetScope(env.AccScope);
s[bBuf].SetScope(env.AccScope);
s[cBuf].SetScope(env.AccScope);

s[aBuf].Pragma(s[aBuf].Axis[0], env.DmaCopy);
s[bBuf].Pragma(s[bBuf].Axis[0], env.DmaCopy);
s[cBuf].Pragma(s[cBuf].Axis[0], env.Alu);
s[c].Pragma(s[c].Axis[0], env.DmaCopy);

// Lowering makes instructions of the loops, pass by pass. These are the passes that changed something.
var program = Lowering.Lower(env, s, [a, b, c]);
var before = "";
foreach (var pass in program.Passes.Where(pass => pass.ToString() != before))
{
    Console.WriteLine($"After {pass.Pass}:\n");
    Console.WriteLine(before = pass.ToString());
}

// A program with its inputs and what it has to leave in memory, by plain arithmetic, is a bundle, which every target runs.
var random = new Random(0);
var aValues = Tensor.Random(random, width: 7, shape).Data;
var bValues = Tensor.Random(random, width: 7, shape).Data;
int[] sum = [.. aValues.Zip(bValues, (x, y) => x + y)];
var bundle = program.Bundle(new Dictionary<SymbolicTensor, int[]> { [a] = aValues, [b] = bValues }, c, sum);

foreach (var target in args.DefaultIfEmpty(Devices.Fsim))
    Console.WriteLine($"{target}: {BundleRunner.Run(bundle, target)}");
