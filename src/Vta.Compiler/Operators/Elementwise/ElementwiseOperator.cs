using Vta.Compiler.Commands;
using Vta.Compiler.LoopIr;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;
using Vta.Isa;

namespace Vta.Compiler.Operators.Elementwise;

/// <summary>An operation on the values of accumulators, one or two of them at a time: TVM's tutorial "Get started" for any length.</summary>
public sealed class ElementwiseOperator
{
    private const int MaxThreads = 2;

    private readonly Env env;

    /// <param name="config">The hardware.</param>
    /// <param name="elements">Accumulator elements of each input.</param>
    /// <param name="inputs">How many inputs there are: 1 or 2.</param>
    /// <param name="operation">The value, given those of the inputs; it is cut to the width of outputs.</param>
    public ElementwiseOperator(VtaConfig config, int elements, int inputs, Func<IReadOnlyList<Expr>, Expr> operation)
    {
        env = new Env(config);
        int[] shape = [elements, env.Batch, env.BlockOut];
        string[] names = inputs == 1 ? ["data"] : ["left", "right"];
        Inputs = [.. names.Select(name => Te.Placeholder(shape, name, env.AccType))];
        SymbolicTensor[] loaded = [.. Inputs.Select(input => Te.Compute(shape, i => input[i], $"{input.Name}_buf"))];
        var computed = Te.Compute(shape, i => operation([.. loaded.Select(tensor => tensor[i])]), "res_buf");
        Result = Te.Compute(shape, i => computed[i].Cast(env.OutType), "res");

        // All in one tile where it fits, else tiles that two threads share.
        var most = Math.Min(config.Acc.Depth / loaded.Length, KernelLimits.MaxExtent);
        Block = elements <= most ? elements : SharedBlock(elements, Math.Max(1, most / MaxThreads));
        Threads = BlockedLayout.Blocks(elements, Block) % MaxThreads == 0 && MaxThreads * Block <= most ? MaxThreads : 1;

        Schedule = Te.CreateSchedule(Result);
        var s = Schedule;
        var (outer, inner) = s[Result].Split(s[Result].Axis[0], factor: Block);
        var tile = outer;
        if (Threads > 1)
        {
            (tile, var thread) = s[Result].Split(outer, factor: Threads);
            s[Result].Reorder([thread, tile]);
            s[Result].Bind(thread, Te.ThreadAxis("cthread"));
        }
        foreach (var tensor in loaded.Append(computed))
        {
            s[tensor].SetScope(env.AccScope);
            s[tensor].ComputeAt(s[Result], tile);
            s[tensor].Pragma(s[tensor].Axis[0], tensor == computed ? env.Alu : env.DmaCopy);
        }
        s[Result].Pragma(inner, env.DmaCopy);
    }

    /// <summary>The inputs, as accumulators.</summary>
    public IReadOnlyList<SymbolicTensor> Inputs { get; }

    public SymbolicTensor Result { get; }

    public Schedule Schedule { get; }

    /// <summary>Elements of a tile.</summary>
    public int Block { get; }

    /// <summary>Virtual threads that share the tiles.</summary>
    public int Threads { get; }

    /// <summary>The largest block that makes tiles for all threads; the largest at all where there is none.</summary>
    private static int SharedBlock(int elements, int most)
    {
        for (var block = most; block > 0; block--)
        {
            if (BlockedLayout.Blocks(elements, block) % MaxThreads == 0)
                return block;
        }
        return most;
    }

    /// <summary>The program for the accelerator.</summary>
    public LoweredProgram Lower(string name = "main") => Lowering.Lower(env, Schedule, [.. Inputs, Result], name);
}
