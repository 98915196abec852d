// Adds an operation to the ALU, and uses it: how much do two images differ? The operation is declared in AbsoluteDifference.cs.
//
//   dotnet run --project examples/CustomOperation [fsim|rtl|tsim …]

using Vta.Compiler;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;
using Vta.Hardware.Shells;
using Vta.Hdl.Verilog;
using Vta.Isa;
using Vta.Isa.Disassembly;
using Vta.Runtime;
using Vta.Runtime.Bundles;

// A configuration with the operation is another device: it has another hash, so programs are not run on hardware that lacks it.
var config = VtaConfig.Default.WithAluOperation<AbsoluteDifference>();
Console.WriteLine($"{config.Bitstream} can {config.AluOperations}\n");

// In a tensor expression it is Te.Alu.
var env = new Env(config);
int[] shape = [14, 14, env.Batch, env.BlockOut];
var a = Te.Placeholder(shape, "A", env.AccType);
var b = Te.Placeholder(shape, "B", env.AccType);
var aBuf = Te.Compute(shape, i => a[i], "A_buf");
var bBuf = Te.Compute(shape, i => b[i], "B_buf");
var difference = Te.Compute(shape, i => Te.Alu<AbsoluteDifference>(aBuf[i], bBuf[i]), "difference");
var c = Te.Compute(shape, i => difference[i].Cast(env.OutType), "C");

var s = Te.CreateSchedule(c);
Console.WriteLine(Lowering.Lower(s, [a, b, c]));

// In a schedule it is what the pragma alu makes of it.
s[aBuf].SetScope(env.AccScope);
s[bBuf].SetScope(env.AccScope);
s[difference].SetScope(env.AccScope);
s[aBuf].Pragma(s[aBuf].Axis[0], env.DmaCopy);
s[bBuf].Pragma(s[bBuf].Axis[0], env.DmaCopy);
s[difference].Pragma(s[difference].Axis[0], env.Alu);
s[c].Pragma(s[c].Axis[0], env.DmaCopy);
var program = Lowering.Lower(env, s, [a, b, c]);

// In the program it is an instruction,
Console.WriteLine("Instructions:");
var disassembler = new Disassembler(config);
foreach (var instruction in program.Record().Instructions)
    Console.WriteLine($"  {disassembler.Format(instruction.Word)}");

// in the hardware it is a case of the ALU, a loop over 16 lanes,
Console.WriteLine("\nVerilog:");
var alu = VerilogEmitter.Emit(new Accelerator(config).Elaborate()).Single(file => file.Name == "VectorAlu.v");
foreach (var line in alu.Text.Split('\n').SkipWhile(line => line.Trim() != $"3'd{AbsoluteDifference.Code}:").TakeWhile(line => line.Trim() != "default:"))
    Console.WriteLine(line);

// and on every target it gives the same numbers as here.
var random = new Random(0);
var aValues = Tensor.Random(random, width: 7, shape).Data;
var bValues = Tensor.Random(random, width: 7, shape).Data;
int[] expected = [.. aValues.Zip(bValues, (x, y) => Math.Abs(x - y))];
var bundle = program.Bundle(new Dictionary<SymbolicTensor, int[]> { [a] = aValues, [b] = bValues }, c, expected);

Console.WriteLine();
foreach (var target in args.DefaultIfEmpty(Devices.Fsim))
    Console.WriteLine($"{target}: {BundleRunner.Run(bundle, target)}");
