using Vta.Compiler;
using Vta.Compiler.LoopIr;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;
using Vta.Isa;

namespace Vta.TestSupport;

/// <summary>
/// Random schedules of several outputs. They share values on chip, or one reads another from DRAM; each has a shape, a tile and threads
/// of its own.
/// </summary>
public static class RandomOutputs
{
    private const int Outputs = 4;

    /// <summary>The program of a seed.</summary>
    /// <exception cref="VtaInputException">The accelerator cannot do what the steps ask for.</exception>
    public static ScheduledProgram Create(int seed, VtaConfig config) => new Maker(seed, new Env(config)).Create();

    private sealed class Maker(int seed, Env env)
    {
        private readonly Random random = new(seed);
        private readonly List<SymbolicTensor> inputs = [];
        private readonly List<SymbolicTensor> shared = [];
        private readonly List<SymbolicTensor> outputs = [];

        /// <summary>What is done to the stages of the schedule, which is made once all tensors are known.</summary>
        private readonly List<Action<Compiler.Schedules.Schedule>> steps = [];

        internal ScheduledProgram Create()
        {
            int[] shape = [random.Next(1, 5), random.Next(1, 5), env.Batch, env.BlockOut];
            shared.Add(random.Next(2) == 0 ? Product(shape) : Load(Input("x", shape, env.AccType), "x_buf"));
            if (random.Next(2) == 0)
                shared.Add(OnAlu(Te.Compute(shape, i => Operation(shared[0][i]), "shared"), null));
            var count = random.Next(2, Outputs + 1);
            for (var index = 0; index < count; index++)
                AddOutput(index);

            // Some schedules list their outputs in another order, and take their arguments in a third.
            var s = Te.CreateSchedule([.. outputs.OrderBy(_ => random.Next())]);
            foreach (var step in steps)
                step(s);
            SymbolicTensor[] arguments = [.. inputs, .. outputs];
            random.Shuffle(arguments);
            var values = inputs.ToDictionary(input => input, input => Tensor.Random(random, Math.Min(input.Type.Bits, 12), [.. input.Shape]).Data);
            var program = Lowering.Lower(env, s, arguments, $"random outputs {seed}");
            return new ScheduledProgram(program, program.Bundle(values));
        }

        private SymbolicTensor Input(string name, int[] shape, DataType type)
        {
            var input = Te.Placeholder(shape, name, type);
            inputs.Add(input);
            return input;
        }

        /// <summary>A copy on chip, of all that readers need.</summary>
        private SymbolicTensor Load(SymbolicTensor source, string name)
        {
            var loaded = Te.Compute(source.Shape, i => source.Type == env.AccType ? source[i] : source[i].Cast(env.AccType), name);
            steps.Add(s =>
            {
                s[loaded].SetScope(env.AccScope);
                s[loaded].Pragma(s[loaded].Axis[0], env.DmaCopy);
            });
            return loaded;
        }

        /// <summary>A product of matrices.</summary>
        private SymbolicTensor Product(int[] shape)
        {
            var depth = random.Next(1, 4);
            var (k, kTns) = (Te.ReduceAxis(depth, "k"), Te.ReduceAxis(env.BlockIn, "k_tns"));
            var rows = Input("rows", [shape[0], depth, env.Batch, env.BlockIn], env.InpType);
            var weights = Input("weights", [shape[1], depth, env.BlockOut, env.BlockIn], env.WgtType);
            var (rowsBuf, weightsBuf) = (Te.Compute(rows.Shape, i => rows[i], "rows_buf"), Te.Compute(weights.Shape, i => weights[i], "weights_buf"));
            var product = Te.Compute(shape, (m, n, mi, ni) => Te.Sum(
                rowsBuf[m, k, mi, kTns].Cast(env.AccType) * weightsBuf[n, k, ni, kTns].Cast(env.AccType), [k, kTns]), "product");
            steps.Add(s =>
            {
                s[product].SetScope(env.AccScope);
                s[product].Reorder([k, s[product].Axis[0], s[product].Axis[1], s[product].Axis[2], s[product].Axis[3], kTns]);
                s[product].Tensorize(s[product].Axis[2], env.Gemm);
                foreach (var (copy, scope) in ((SymbolicTensor, MemoryScope)[])[(rowsBuf, env.InpScope), (weightsBuf, env.WgtScope)])
                {
                    s[copy].SetScope(scope);
                    s[copy].Pragma(s[copy].Axis[0], env.DmaCopy);
                }
            });
            return product;
        }

        private void AddOutput(int index)
        {
            // Another output is read from DRAM, as bytes.
            var stored = outputs.Count > 0 && env.OutType == DataType.Int8 && random.Next(4) == 0 ? outputs[random.Next(outputs.Count)] : null;
            // Whatever is shared has a reader.
            var source = stored is null ? shared[index == 0 ? shared.Count - 1 : random.Next(shared.Count)] : Load(stored, $"again{index}");

            // Part of what is shared: rows and columns from some on.
            int[] from = [random.Next(source.Shape[0]), random.Next(source.Shape[1])];
            int[] shape = [random.Next(1, source.Shape[0] - from[0] + 1), random.Next(1, source.Shape[1] - from[1] + 1), env.Batch, env.BlockOut];
            IterVar? tile = null;
            var last = source;
            if (random.Next(4) > 0)
            {
                last = OnAlu(Te.Compute(shape, (i, j, bi, ci) => Operation(source[i + from[0], j + from[1], bi, ci]), $"own{index}"), s => tile is null ? null : (s[outputs[index]], tile));
                from = [0, 0];
            }
            var output = Te.Compute(shape, (i, j, bi, ci) => last[i + from[0], j + from[1], bi, ci].Cast(env.OutType), $"out{index}");
            outputs.Add(output);
            var factors = (Rows: random.Next(1, shape[0] + 1), Columns: random.Next(1, shape[1] + 1));
            var (isTiled, isThreaded) = (random.Next(3) > 0, random.Next(3) == 0);
            steps.Insert(0, s =>
            {
                var axes = s[output].Axis;
                var (rowOut, rowIn) = s[output].Split(axes[0], factor: factors.Rows);
                var (columnOut, columnIn) = s[output].Split(axes[1], factor: factors.Columns);
                s[output].Reorder([rowOut, columnOut, rowIn, columnIn, axes[2], axes[3]]);
                s[output].Pragma(rowIn, env.DmaCopy);
                tile = isTiled ? columnOut : null;
                if (isThreaded && shape[0] % factors.Rows == 0)
                    s[output].Bind(rowOut, Te.ThreadAxis("cthread"));
            });
        }

        /// <summary>A stage of the ALU, as a whole or at a loop.</summary>
        private SymbolicTensor OnAlu(SymbolicTensor tensor, Func<Compiler.Schedules.Schedule, (Stage Stage, IterVar Axis)?>? place)
        {
            steps.Add(s =>
            {
                s[tensor].SetScope(env.AccScope);
                s[tensor].Pragma(s[tensor].Axis[0], env.Alu);
                if (place?.Invoke(s) is { } at)
                    s[tensor].ComputeAt(at.Stage, at.Axis);
            });
            return tensor;
        }

        private Expr Operation(Expr value) => random.Next(5) switch
        {
            0 => value + random.Next(-100, 101),
            1 => value * random.Next(2, 4),
            2 => Te.Max(value, random.Next(-100, 101)),
            3 => Te.Min(value >> random.Next(3), random.Next(-100, 101)),
            _ => value >> random.Next(6),
        };
    }
}
