using Vta.Cli.Workloads;
using Vta.Compiler;
using Vta.Compiler.LoopIr;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Launch;
using Vta.Isa.Memory;
using Vta.Isa.Programs;
using Vta.Runtime;
using Vta.Runtime.Bundles;
using Vta.Runtime.Programs;
using Vta.TestSupport;

namespace Vta.Conformance.Tests.Programs;

/// <summary>Programs that are built once and called many times with other arrays, on a device that lives on.</summary>
public sealed class LoadedProgramTests
{
    private static readonly Env s_env = new(VtaConfig.Default);
    private static readonly int[] s_shape = [3, 2, s_env.Batch, s_env.BlockOut];
    private static readonly int s_count = s_shape.Aggregate((product, length) => product * length);

    [Theory]
    [InlineData(Devices.Fsim)]
    [InlineData(Devices.Rtl)]
    public void Called_again_and_again(string target) => CallAgainAndAgain(target);

    [ToolTheory("verilator")]
    [InlineData(Devices.Tsim)]
    public void Called_again_and_again_on_tsim(string target) => CallAgainAndAgain(target);

    /// <summary>Two programs side by side, one of them from files; each call has other values.</summary>
    private static void CallAgainAndAgain(string target)
    {
        using var device = Devices.Create(target, s_env.Config);
        using var sum = device.Load(Saved(Pairs("sum", (x, y) => x + y)));
        using var greater = device.Load(Pairs("greater", Te.Max));
        var random = new Random(0);
        for (var call = 0; call < 4; call++)
        {
            var (a, b) = (Values(random), Values(random));
            var inputs = new Dictionary<string, int[]> { ["a"] = a, ["b"] = b };
            var result = sum.Run(inputs);
            result["res"].Data.Should().Equal(a.Zip(b, (x, y) => x + y));
            result["res"].Shape.Should().Equal(s_shape);
            result.Statistics[Counters.AluSteps].Should().Be(s_count / s_env.BlockOut);
            greater.Run(inputs)["res"].Data.Should().Equal(a.Zip(b, Math.Max));
        }
    }

    [Theory]
    [InlineData("conv2d", "in-channels=24 out-channels=20 height=9 bias=true", "")]
    [InlineData("conv2d", "in-channels=32 groups=32 height=6 bias=true", "")]
    [InlineData("conv2d-transpose", "in-channels=16 height=5", "")]
    [InlineData("max-pool2d", "channels=20 height=9 kernel=3", "")]
    [InlineData("gemm", "m=5 n=20 k=40", "LOG_BATCH=1 LOG_BLOCK=3 LOG_WGT_BUFF_SIZE=16")]
    [InlineData("gemm", "m=2 n=128 k=256", "LOG_BLOCK=7")]
    [InlineData("vecadd", "length=100", "LOG_INP_WIDTH=2 LOG_WGT_WIDTH=1 LOG_ACC_WIDTH=4 LOG_INP_BUFF_SIZE=14 LOG_WGT_BUFF_SIZE=16 LOG_ACC_BUFF_SIZE=15")]
    public void Workloads_without_data_take_that_of_others(string workload, string options, string configuration)
    {
        var config = Conformance.Tests.Configurations.With(configuration);
        var (first, second) = (Compile(seed: 1), Compile(seed: 2));
        using var device = Devices.Create(Devices.Fsim, config);
        // An odd start shows that nothing depends on addresses.
        device.Dram.Regions.Reserve("something else", 3 * DramRegions.Granularity);
        using var program = device.Load(Saved(first.WithoutValues()));
        foreach (var bundle in (ProgramBundle[])[first, second, first])
        {
            var inputs = program.Inputs.ToDictionary(input => input.Name, input => Read(bundle.Memory, input));
            var output = program.Outputs.Should().ContainSingle().Which;
            program.Run(inputs)[output.Name].Data.Should().Equal(Read(bundle.Expected, output));
        }

        ProgramBundle Compile(int seed) => WorkloadCatalog.Find(workload).Compile(config, new WorkloadArguments
        {
            Seed = seed,
            Options = options.Split(' ').Select(option => option.Split('=')).ToDictionary(option => option[0], option => option[1]),
        }).Bundle;

        static int[] Read(IReadOnlyList<MemorySegment> segments, ProgramArgument argument) =>
            argument.ToTensor(segments.Single(segment => segment.Address == argument.Address).Data).Data;
    }

    /// <summary>A convolution of groups that do not fill blocks, with plain tensors: an output is the sum of nine inputs of its channel, and a bias.</summary>
    [Fact]
    public void Operators_take_and_give_plain_tensors_by_packing()
    {
        var compiled = WorkloadCatalog.Find("conv2d").Compile(s_env.Config, new WorkloadArguments
        {
            Options = new Dictionary<string, string>
            {
                ["batch"] = "2",
                ["in-channels"] = "6",
                ["groups"] = "6",
                ["height"] = "5",
                ["width"] = "4",
                ["kernel"] = "3",
                ["pad"] = "0",
                ["bias"] = "true",
                ["shift"] = "0",
                ["clip"] = "none",
            },
        });
        var (input, kernel, bias) = (new Tensor(2, 6, 5, 4), new Tensor(6, 1, 3, 3), new Tensor(1, 6, 1, 1));
        for (var index = 0; index < input.Data.Length; index++)
            input.Data[index] = index % 7;
        kernel.Data.AsSpan().Fill(1);
        for (var channel = 0; channel < 6; channel++)
            bias.Data[channel] = channel;

        var packing = compiled.Packing!;
        using var device = Devices.Create(Devices.Fsim, s_env.Config);
        using var program = device.Load(compiled.Bundle.WithoutValues());
        var result = program.Run(new Dictionary<string, int[]>
        {
            ["data"] = packing.Input(input),
            ["kernel"] = packing.Kernel(kernel),
            ["bias"] = packing.ChannelOperand(bias),
        });
        var output = packing.Unpack(result["res"].Data);
        output.Shape.Should().Equal(2, 6, 3, 2);
        output.Data.Should().Equal(
            from row in Enumerable.Range(0, 12)
            from y in Enumerable.Range(0, 3)
            from x in Enumerable.Range(0, 2)
            select row % 6 + Enumerable.Range(0, 9).Sum(tap => (row * 20 + (y + tap / 3) * 4 + x + tap % 3) % 7));
    }

    [Theory]
    [InlineData(Devices.Fsim)]
    [InlineData(Devices.Rtl)]
    public void Tokens_left_over_are_noted_in_each_run(string target)
    {
        var bundle = Pairs("loose", (x, y) => x + y, new int[s_count]);
        var first = bundle.Memory.Single(segment => segment.Address == bundle.Launches[0].InstructionAddress).Data;
        first[0] |= 1 << 5; // push_prev of a unit whose neighbour never pops
        using var device = Devices.Create(target, s_env.Config);
        using var loose = device.Load(bundle);
        var inputs = new Dictionary<string, int[]> { ["a"] = new int[s_count] };
        for (var call = 0; call < 2; call++)
            loose.Run(inputs).Notes.Should().Equal("1 token left over in compute→load");
        using var sound = device.Load(Pairs("sum", (x, y) => x + y));
        sound.Run(new Dictionary<string, int[]> { ["a"] = new int[s_count], ["b"] = new int[s_count] }).Notes.Should().BeEmpty();
    }

    [Fact]
    public void Parameters_are_part_of_the_program_and_inputs_keep_their_values()
    {
        var random = new Random(0);
        var (a, b, c) = (Values(random), Values(random), Values(random));
        using var device = Devices.Create(Devices.Fsim, s_env.Config);
        using var sum = device.Load(Saved(Pairs("sum", (x, y) => x + y, b)));
        sum.Run(new Dictionary<string, int[]> { ["a"] = a })["res"].Data.Should().Equal(a.Zip(b, (x, y) => x + y));
        sum.Set("b", c);
        sum.Run()["res"].Data.Should().Equal(a.Zip(c, (x, y) => x + y));
    }

    [Fact]
    public void What_does_not_fit_is_said_and_changes_nothing()
    {
        using var device = Devices.Create(Devices.Fsim, s_env.Config);
        using var sum = device.Load(Pairs("sum", (x, y) => x + y));
        var (a, b) = (new int[s_count], new int[s_count]);
        Message(() => sum.Run(new Dictionary<string, int[]> { ["a"] = a })).Should().Be("sum has no values for b (int32, 3x2x1x16)");
        Message(() => sum.Set("c", a)).Should().Be("sum has no input c; it has a (int32, 3x2x1x16), b (int32, 3x2x1x16)");
        Message(() => sum.Set("a", new int[5])).Should().Be("a has 96 values (3x2x1x16) and is given 5");
        Message(() => sum.Set("a", new Tensor(2, 3, 1, 16))).Should().Be("a (int32, 3x2x1x16) is given a tensor of 2x3x1x16");
        Message(() => sum.Run(new Dictionary<string, int[]> { ["a"] = [.. a.Select(_ => 1)], ["b"] = new int[5] })).Should().StartWith("b has 96 values");
        var result = sum.Run(new Dictionary<string, int[]> { ["b"] = b });
        result["res"].Data.Should().AllBeEquivalentTo(0);
        Message(() => _ = result["sum"]).Should().Be("sum has no output sum; it has res");

        using var narrow = device.Load(Narrow());
        Message(() => narrow.Set("x", [.. Enumerable.Repeat(128, s_count)])).Should().Be("x is int8 and is given 128, as value 0");
    }

    [Fact]
    public void Programs_and_devices_have_to_fit()
    {
        var program = Pairs("sum", (x, y) => x + y);
        using var other = Devices.Create(Devices.Fsim, Conformance.Tests.Configurations.With("LOG_BATCH=1"));
        Message(() => other.Load(program)).Should().StartWith("sum is for 1x16_i8w8a32_15_15_18_17, the device is 2x16_");
        using var device = Devices.Create(Devices.Fsim, s_env.Config);
        var unknown = new ProgramBundle { Name = "foreign", Config = s_env.Config, Launches = program.Launches, Memory = program.Memory };
        Message(() => device.Load(unknown)).Should().Be("foreign does not say what its arguments are; BundleRunner runs it with the values that it brings");
        Message(() => BundleRunner.Run(program, device)).Should().Be(
            "sum brings no values for a (int32, 3x2x1x16), b (int32, 3x2x1x16); it is to be loaded onto a device and called with some");
    }

    [Fact]
    public void Memory_of_a_program_is_its_own_until_it_is_disposed()
    {
        var bundle = WorkloadCatalog.Find("vecadd").Compile(s_env.Config, new WorkloadArguments()).Bundle;
        using var device = Devices.Create(Devices.Fsim, s_env.Config);
        var sum = device.Load(Pairs("sum", (x, y) => x + y, new int[s_count]));
        Message(() => BundleRunner.Run(bundle, device)).Should().Be("vecadd 1024 has fixed addresses, which sum has taken on this device; run it on another device");
        sum.Dispose();
        sum.Dispose();
        BundleRunner.Run(bundle, device).Verified.Should().BeTrue();
        FluentActions.Invoking(() => sum.Run()).Should().Throw<ObjectDisposedException>();
        device.Dram.Regions.IsEmpty.Should().BeTrue();
    }

    private static int[] Values(Random random) => Tensor.Random(random, 6, s_shape).Data;

    private static string Message(Action action) => action.Should().Throw<VtaInputException>().Which.Message;

    private static ProgramBundle Pairs(string name, Func<Expr, Expr, Expr> operation, int[]? second = null)
    {
        var (a, b) = (Te.Placeholder(s_shape, "a", s_env.AccType), Te.Placeholder(s_shape, "b", s_env.AccType));
        var (aBuf, bBuf) = (Te.Compute(s_shape, i => a[i], "a_buf"), Te.Compute(s_shape, i => b[i], "b_buf"));
        var result = Te.Compute(s_shape, i => operation(aBuf[i], bBuf[i]), "res_buf");
        return Lower(name, [a, b], [aBuf, bBuf], result).Build(second is null ? null : new Dictionary<SymbolicTensor, int[]> { [b] = second });
    }

    /// <summary>A program with an input of bytes.</summary>
    private static ProgramBundle Narrow()
    {
        var x = Te.Placeholder(s_shape, "x", DataType.Int8);
        var xBuf = Te.Compute(s_shape, i => x[i].Cast(s_env.AccType), "x_buf");
        return Lower("narrow", [x], [xBuf], Te.Compute(s_shape, i => xBuf[i] + 1, "res_buf")).Build();
    }

    private static LoweredProgram Lower(string name, SymbolicTensor[] inputs, SymbolicTensor[] loaded, SymbolicTensor computed)
    {
        var res = Te.Compute(s_shape, i => computed[i].Cast(s_env.OutType), "res");
        var s = Te.CreateSchedule(res);
        foreach (var tensor in (SymbolicTensor[])[.. loaded, computed])
            s[tensor].SetScope(s_env.AccScope);
        foreach (var copy in (SymbolicTensor[])[.. loaded, res])
            s[copy].Pragma(s[copy].Axis[0], s_env.DmaCopy);
        s[computed].Pragma(s[computed].Axis[0], s_env.Alu);
        return Lowering.Lower(s_env, s, [.. inputs, res], name);
    }

    /// <summary>The same program after it was in files.</summary>
    private static ProgramBundle Saved(ProgramBundle program)
    {
        var folder = Directory.CreateTempSubdirectory("vta");
        try
        {
            program.Save(folder.FullName);
            return ProgramBundle.Load(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
