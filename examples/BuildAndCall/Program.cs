// Builds a program once, saves it, loads it, and calls it many times with other arrays on one device, as in TVM: build, module, call.
// The program has two outputs, which share what they are computed from.
//
//   dotnet run --project examples/BuildAndCall [fsim|rtl|tsim …]

using Vta.Compiler;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Launch;
using Vta.Isa.Programs;
using Vta.Runtime;
using Vta.Runtime.Programs;

var env = new Env(VtaConfig.Default);
Console.WriteLine(env);

// The sum of two vectors, and the greater number of each pair. Both read what is loaded once.
int[] shape = [1, 64, env.Batch, env.BlockOut];
var a = Te.Placeholder(shape, "a", env.AccType);
var b = Te.Placeholder(shape, "b", env.AccType);
var aBuf = Te.Compute(shape, i => a[i], "a_buf");
var bBuf = Te.Compute(shape, i => b[i], "b_buf");
var sumBuf = Te.Compute(shape, i => aBuf[i] + bBuf[i], "sum_buf");
var maxBuf = Te.Compute(shape, i => Te.Max(aBuf[i], bBuf[i]), "max_buf");
var sum = Te.Compute(shape, i => sumBuf[i].Cast(env.OutType), "sum");
var max = Te.Compute(shape, i => maxBuf[i].Cast(env.OutType), "max");

var s = Te.CreateSchedule([sum, max]);
foreach (var buffer in (SymbolicTensor[])[aBuf, bBuf, sumBuf, maxBuf])
    s[buffer].SetScope(env.AccScope);
foreach (var copy in (SymbolicTensor[])[aBuf, bBuf, sum, max])
    s[copy].Pragma(s[copy].Axis[0], env.DmaCopy);
foreach (var computed in (SymbolicTensor[])[sumBuf, maxBuf])
    s[computed].Pragma(s[computed].Axis[0], env.Alu);

// Built, it is a program without data: a bundle of files that says what its arguments are.
var folder = Directory.CreateTempSubdirectory("sum_and_max");
Lowering.Lower(env, s, [a, b, sum, max], "sum_and_max").Build().Save(folder.FullName);
var program = ProgramBundle.Load(folder.FullName);
folder.Delete(recursive: true);
foreach (var argument in program.Arguments)
    Console.WriteLine($"{argument.Role} {argument}");

// On a device it has memory of its own, and can be called as long as the device lives.
var random = new Random(0);
foreach (var target in args.DefaultIfEmpty(Devices.Fsim))
{
    using var device = Devices.Create(target, program.Config);
    using var sumAndMax = device.Load(program);
    for (var call = 1; call <= 3; call++)
    {
        var x = Tensor.Random(random, width: 7, shape).Data;
        var y = Tensor.Random(random, width: 7, shape).Data;
        var result = sumAndMax.Run(new Dictionary<string, int[]> { ["a"] = x, ["b"] = y });
        var isRight = result["sum"].Data.SequenceEqual(x.Zip(y, (left, right) => left + right))
            && result["max"].Data.SequenceEqual(x.Zip(y, Math.Max));
        Console.WriteLine($"{target}, call {call}: {(isRight ? "as expected" : "WRONG")}, {result.Statistics[Counters.AluSteps]} ALU steps");
    }
}
