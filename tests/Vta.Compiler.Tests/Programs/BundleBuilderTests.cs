using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;
using Vta.Isa;
using Vta.Isa.Programs;

namespace Vta.Compiler.Tests;

public sealed class BundleBuilderTests : IDisposable
{
    private static readonly Env s_env = new(VtaConfig.Default);
    private static readonly int[] s_shape = [2, 1, 1, 16];

    private readonly string folder = Directory.CreateTempSubdirectory("vta").FullName;

    /// <summary>Names of tensors that are those of other files, differ in case only, or are no names of files: each file keeps its own bytes.</summary>
    [Fact]
    public void Tensors_may_have_any_names()
    {
        string[] names = ["uop", "insn", "expected", "a", "A", "../up", "c:d", "c_d"];
        SymbolicTensor[] inputs = [.. names.Select(name => Te.Placeholder(s_shape, name, s_env.AccType))];
        var program = Lowering.Lower(s_env, SumOf(inputs, out var res), [.. inputs, res]);
        var values = inputs.Index().ToDictionary(input => input.Item, input => Enumerable.Repeat(1 << input.Index >> 1, 32).ToArray());
        program.Bundle(values).Save(folder);

        var loaded = ProgramBundle.Load(folder);
        loaded.Memory.Select(segment => segment.File).Should().Equal("uop.2.bin.gz", "insn.2.bin.gz", "expected.bin.gz", "a.bin.gz", "A.2.bin.gz",
            ".._up.bin.gz", "c_d.bin.gz", "c_d.2.bin.gz", "uop.bin.gz", "insn.bin.gz");
        loaded.Expected.Select(segment => segment.File).Should().Equal("expected.2.bin.gz");
        loaded.Arguments.Select(argument => argument.Name).Should().Equal([.. names, "res"]);
        Fsim.Verify(loaded);
    }

    [Fact]
    public void An_argument_that_nothing_reads_has_a_place()
    {
        SymbolicTensor[] inputs = [Te.Placeholder(s_shape, "a", s_env.AccType), Te.Placeholder([5], "unused", s_env.InpType)];
        var program = Lowering.Lower(s_env, SumOf(inputs[..1], out var res), [.. inputs, res]);
        var bundle = program.Bundle(new Dictionary<SymbolicTensor, int[]> { [inputs[0]] = new int[32], [inputs[1]] = [1, 2, 3, 4, 5] });
        bundle.Arguments.Select(argument => $"{argument} at 0x{argument.Address:x}").Should().Equal(
            "a (int32, 2x1x1x16) at 0x1000", "unused (int8, 5) at 0x3000", "res (int8, 2x1x1x16) at 0x2000");
        Fsim.Verify(bundle);
    }

    [Fact]
    public void Arguments_have_names_of_their_own()
    {
        SymbolicTensor[] inputs = [Te.Placeholder(s_shape, "a", s_env.AccType), Te.Placeholder(s_shape, "a", s_env.AccType)];
        var program = Lowering.Lower(s_env, SumOf(inputs[..1], out var res), [.. inputs, res]);
        Refusal.Of(() => program.Build(), "2 arguments of main are named a; give each a name of its own");
    }

    [Fact]
    public void Parameters_are_inputs()
    {
        var a = Te.Placeholder(s_shape, "a", s_env.AccType);
        var program = Lowering.Lower(s_env, SumOf([a], out var res), [a, res]);
        program.Build().MissingInputs.Should().ContainSingle();
        program.Build(new Dictionary<SymbolicTensor, int[]> { [a] = new int[32] }).MissingInputs.Should().BeEmpty();
        Refusal.Of(() => program.Build(new Dictionary<SymbolicTensor, int[]> { [res] = new int[32] }), "res is no input of main; those are a");
        Refusal.Of(() => program.Build(new Dictionary<SymbolicTensor, int[]> { [a] = new int[3] }), "a has 32 values (2x1x1x16) and is given 3");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>A schedule of the sum of tensors, stored as bytes.</summary>
    private static Schedule SumOf(SymbolicTensor[] inputs, out SymbolicTensor res)
    {
        SymbolicTensor[] loaded = [.. inputs.Select((input, index) => Te.Compute(s_shape, i => input[i], $"buf{index}"))];
        var sums = new List<SymbolicTensor> { loaded[0] };
        foreach (var next in loaded[1..])
        {
            var previous = sums[^1];
            sums.Add(Te.Compute(s_shape, i => previous[i] + next[i], $"sum{sums.Count}"));
        }
        var last = sums[^1];
        res = Te.Compute(s_shape, i => last[i].Cast(s_env.OutType), "res");
        var s = Te.CreateSchedule(res);
        foreach (var tensor in loaded.Concat(sums))
            s[tensor].SetScope(s_env.AccScope);
        foreach (var copy in loaded.Append(res))
            s[copy].Pragma(s[copy].Axis[0], s_env.DmaCopy);
        foreach (var sum in sums.Skip(1))
            s[sum].Pragma(s[sum].Axis[0], s_env.Alu);
        return s;
    }
}
