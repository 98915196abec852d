using Vta.Isa;
using Vta.Isa.Alu;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Memory;
using Vta.Isa.Programs;
using Vta.Isa.Requant;
using Vta.Runtime;
using Vta.Runtime.Bundles;

namespace Vta.Conformance.Tests.Extensions;

/// <summary>What extensions are for: a depthwise layer with borders and requantisation, and the cycles that steps take.</summary>
public sealed class ExtensionTests
{
    private const int Height = 6;
    private const int Width = 7;
    private const int Lanes = 8;
    private const int ZeroPoint = -5;
    private const uint Uops = 0x1000;
    private const uint Inputs = 0x2000;
    private const uint Weights = 0x3000;
    private const uint Parameters = 0x4000;
    private const uint Outputs = 0x5000;

    private static readonly VtaConfig s_config = VtaConfig.Load(Path.Combine(TestSupport.GoldenFile.Repository, "config", "tiny.json"));
    private static readonly InstructionLayout s_layout = s_config.Layout;

    [Theory]
    [InlineData(Devices.Fsim)]
    [InlineData(Devices.Rtl)]
    public void A_depthwise_layer_takes_three_steps_an_output_and_one_for_its_end(string target)
    {
        using var device = Devices.Create(target, s_config);
        var random = new Random(3);
        var inputs = Values(random, Height * Width * Lanes);
        var weights = Values(random, 9 * Lanes);
        RequantParameters[] parameters = [.. Enumerable.Range(0, Lanes).Select(lane => new RequantParameters(
            1000 * lane - ZeroPoint * Enumerable.Range(0, 9).Sum(tap => weights[tap * Lanes + lane]), (1 << 30) + lane * 12345, 6 + lane % 3,
            ZeroPoint: 4, Minimum: -100))];
        device.Dram.Write(Inputs, Bytes(inputs));
        device.Dram.Write(Weights, WeightElements(weights));
        var element = new byte[s_config.Par!.ElemBytes];
        foreach (var (lane, each) in parameters.Index())
            each.Write(element.AsSpan(lane * RequantParameters.Bytes));
        device.Dram.Write(Parameters, element);

        // The first output lies at 2, so that its step j = 2 counts from 0; a row of the kernel begins a row of inputs further.
        const int pitch = Width + 2;
        WriteUops(device.Dram, [.. Enumerable.Range(0, 3).Select(row => new MicroOp(0, row * pitch, row)), new MicroOp(2, 0, 0)]);
        var result = Launch(
            device,
            MemoryInstruction.PadValue(Dependencies.None, ZeroPoint).Encode(s_layout),
            Load(MemoryId.Inp, Inputs, Height, Width, 1),
            Load(MemoryId.Wgt, Weights, 1, 3, dependencies: Dependencies.PushNext),
            Load(MemoryId.Uop, Uops, 1, 4),
            Load(MemoryId.Par, Parameters, 1, 1),
            Row(0, Dependencies.PopPrev),
            Row(1),
            Row(2),
            new AluInstruction(Dependencies.PushNext, 3, 4, 1, Height * Width, RequantOperation.Code, false, DstFactorIn: 1).Encode(s_layout),
            new MemoryInstruction(Opcode.Store, Dependencies.PopPrev | Dependencies.PushPrev, MemoryId.Out, 2, Outputs / Lanes, 1, Height * Width, 0).Encode(s_layout),
            InstructionWords.Finish(s_layout, Dependencies.PopNext));

        (result.Status, result.Statistics[Counters.GemmSteps], result.Statistics[Counters.AluSteps], result.Statistics[Counters.ParLoadBytes])
            .Should().Be((default(FaultStatus), 3 * Height * pitch, Height * Width, s_config.Par.ElemBytes));
        var outputs = new byte[Height * Width * Lanes];
        device.Dram.Read(Outputs, outputs);
        outputs.Should().Equal(Bytes(Expected(inputs, weights, parameters)));

        static InstructionWord Row(int row, Dependencies dependencies = Dependencies.None) => GemmInstruction.Depthwise(
            dependencies, row == 0, row, row + 1, Height, pitch, 2, Width, 1, pitch, 1).Encode(s_layout);
    }

    [Fact]
    public void Steps_take_a_cycle_and_what_follows_a_requantisation_waits_for_it()
    {
        const int steps = 100;
        InstructionWord Alu(int code, int count) => new AluInstruction(Dependencies.None, 0, 1, 1, count, code, false, DstFactorIn: 1).Encode(s_layout);
        InstructionWord Dwconv(int count) => GemmInstruction.Depthwise(Dependencies.None, true, 0, 1, 1, count, 2, 0, 1, 0, 1).Encode(s_layout);
        var (add, requant) = (AddOperation.Code, RequantOperation.Code);

        (Cycles(Alu(requant, 2 * steps)) - Cycles(Alu(requant, steps))).Should().Be(steps);
        (Cycles(Dwconv(2 * steps)) - Cycles(Dwconv(steps))).Should().Be(steps);
        var plain = Cycles(Alu(add, steps), Alu(add, steps));
        (Cycles(Alu(requant, steps), Alu(add, steps)) - plain).Should().Be(3, "the sums wait");
        (Cycles(Alu(requant, steps), Alu(requant, steps)) - plain).Should().Be(3, "the end waits");
        (Cycles(Alu(add, steps), Alu(requant, steps)) - plain).Should().Be(3);
    }

    [Fact]
    public void A_device_runs_programs_that_need_less_and_refuses_those_that_need_more()
    {
        var plain = ProgramBundle.Load(Path.Combine(TestSupport.GoldenFile.Repository, "tests", "programs", "tvm-gemm-1"));
        var extended = VtaConfig.Load(Path.Combine(TestSupport.GoldenFile.Repository, "config", "networks.json"));
        foreach (var target in (string[])[Devices.Fsim, Devices.Rtl])
        {
            using var more = Devices.Create(target, extended);
            BundleRunner.Run(plain, more).Verified.Should().BeTrue();
        }

        using var less = Devices.Create(Devices.Fsim, plain.Config);
        var run = () => BundleRunner.Run(new ProgramBundle { Name = plain.Name, Config = extended, Launches = plain.Launches, Memory = plain.Memory }, less);
        run.Should().Throw<VtaInputException>().WithMessage(
            "tvm-gemm-1 is for 1x16_i8w8a32_15_15_18_17_par14_pad_set_dw8, the device is 1x16_i8w8a32_15_15_18_17");
    }

    private static long Cycles(params InstructionWord[] words)
    {
        using var device = Devices.Create(Devices.Rtl, s_config);
        return Launch(device, [.. words, InstructionWords.Finish(s_layout)]).Statistics.CycleCount!.Value;
    }

    private static LaunchResult Launch(IDevice device, params InstructionWord[] words)
    {
        var bytes = new byte[words.Length * InstructionWord.Bytes];
        foreach (var (index, word) in words.Index())
            word.Write(bytes.AsSpan(index * InstructionWord.Bytes));
        device.Dram.Write(0, bytes);
        return device.Launch(new LaunchRequest(0, (uint)words.Length));
    }

    private static InstructionWord Load(
        MemoryId memory, uint address, int rows, int columns, int pad = 0, Dependencies dependencies = Dependencies.None) => new MemoryInstruction(
            Opcode.Load, dependencies, memory, 0, address / (uint)s_config.DramElemBytes(memory), rows, columns, columns, pad, pad, pad, pad).Encode(s_layout);

    private static void WriteUops(Dram dram, MicroOp[] uops)
    {
        foreach (var (index, uop) in uops.Index())
            dram.Write(Uops + (uint)index * 4, BitConverter.GetBytes(uop.Encode(s_layout)));
    }

    /// <summary>An element for each row of the kernel, whose row t is the tap of t columns before the last.</summary>
    private static byte[] WeightElements(int[] weights)
    {
        var elements = new byte[3 * s_config.Wgt.ElemBytes];
        for (var row = 0; row < 3; row++)
        {
            for (var tap = 0; tap < 3; tap++)
                Bytes(weights.AsSpan((row * 3 + 2 - tap) * Lanes, Lanes)).CopyTo(elements, row * s_config.Wgt.ElemBytes + tap * Lanes);
        }
        return elements;
    }

    private static int[] Expected(int[] inputs, int[] weights, RequantParameters[] parameters)
    {
        var outputs = new int[inputs.Length];
        for (var i = 0; i < outputs.Length; i++)
        {
            var (y, x, lane) = (i / Lanes / Width, i / Lanes % Width, i % Lanes);
            var sum = 1000 * lane;
            for (var tap = 0; tap < 9; tap++)
            {
                var (row, column) = (y + tap / 3 - 1, x + tap % 3 - 1);
                if (row is >= 0 and < Height && column is >= 0 and < Width)
                    sum += (inputs[(row * Width + column) * Lanes + lane] - ZeroPoint) * weights[tap * Lanes + lane];
            }
            var high = ((long)sum * parameters[lane].Multiplier + (1L << 30)) >> 31;
            outputs[i] = (int)Math.Clamp(Math.Round((double)high / (1 << parameters[lane].RightShift), MidpointRounding.AwayFromZero) + 4, -100, 127);
        }
        return outputs;
    }

    private static int[] Values(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(-128, 128))];

    private static byte[] Bytes(ReadOnlySpan<int> values)
    {
        var bytes = new byte[values.Length];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)values[i];
        return bytes;
    }
}
