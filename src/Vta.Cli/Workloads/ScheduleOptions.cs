using Vta.Compiler;
using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Workloads;
using Vta.Isa;

namespace Vta.Cli.Workloads;

/// <summary>The options that fix a convolution's tiling, and those of its output stage.</summary>
internal static class ScheduleOptions
{
    internal static WorkloadOption Tile { get; } = new("tile", "b=N,oc=N,ic=N,h=N,w=N",
        "output batches, output channels, input channels, rows and columns of a tile; what is left out is whole. g=N parts of the groups (1 when left out), "
        + "kh=N and kw=N rows and columns of the kernel at a time (default: found by a cost model)");

    internal static WorkloadOption Threads { get; } = new("threads", "1|2", "virtual threads; only with tile (default 1)");

    internal static WorkloadOption ThreadAxis { get; } = new("thread-axis", "b|g|oc|h", "axis that the threads share; only with tile (default oc)");

    internal static WorkloadOption Bias { get; } = new("bias", "true|false", "add a bias for each output channel (default false)");

    internal static WorkloadOption Shift { get; } = new("shift", "N|N,N,…|per-channel",
        $"shift right after that: by a number, by one for each output channel, or by random ones of {ConvolutionTask.LeastRandomShift} to {ConvolutionTask.MostRandomShift} (default 8)");

    internal static WorkloadOption Residual { get; } = new("residual", "true|false",
        "add a tensor as large and as wide as the output after the shift, before the limits (default false)");

    internal static WorkloadOption Pack { get; } = new("pack", "auto|none|columns|patches",
        "what the host makes input channels of, when it puts the input into memory: nothing, the columns of the kernel, or all of its taps (default auto; with tile none)");

    internal static WorkloadOption Clip { get; } = new("clip", "MIN,MAX|none", "limits of the result (default 0 to the greatest value)");

    private const string PerChannel = "per-channel";

    /// <summary>The schedule that the arguments ask for; null where it is to be found.</summary>
    /// <param name="arguments">Schedule and options.</param>
    /// <param name="config">The hardware.</param>
    /// <param name="shape">The convolution.</param>
    /// <param name="packing">How the host packs its input.</param>
    internal static ConvolutionSchedule? Read(WorkloadArguments arguments, VtaConfig config, ConvolutionShape shape, InputPacking packing = InputPacking.None)
    {
        if (arguments.Text(Tile.Name) is not { } tile)
        {
            if (arguments.Has(Threads.Name) || arguments.Has(ThreadAxis.Name))
                throw new VtaInputException($"{Threads.Name} and {ThreadAxis.Name} are for a tiling of your own; give {Tile.Name} too");
            return null;
        }
        if (arguments.Schedule != Workload.AutoSchedule)
            throw new VtaInputException($"{Tile.Name} and schedule {arguments.Schedule} contradict each other; give one of them");
        var schedule = ConvolutionSchedule.Whole(config, shape, packing);
        var whole = schedule.Kernel!.Value;
        var (kernelRows, kernelColumns) = whole;
        var given = new HashSet<string>();
        foreach (var part in tile.Split(','))
        {
            if (part.Split('=') is not [var axis, var text])
                throw new VtaInputException($"tile is \"{tile}\"; it has to look like oc=128,ic=16,h=7,w=14");
            if (!given.Add(axis))
                throw new VtaInputException($"tile is \"{tile}\"; it gives axis {axis} twice");
            var length = WorkloadArguments.ParseNumber($"tile {axis}", text, 1);
            switch (axis)
            {
                case "b": schedule = schedule with { Batch = InElements(axis, length, config.Batch) }; break;
                case "oc": schedule = schedule with { OutChannel = InElements(axis, length, config.BlockOut) }; break;
                case "ic": schedule = schedule with { InChannel = InElements(axis, length, config.BlockIn) }; break;
                case "h": schedule = schedule with { Height = length }; break;
                case "w": schedule = schedule with { Width = length }; break;
                case "g": schedule = schedule with { Group = length }; break;
                case "kh": kernelRows = length; break;
                case "kw": kernelColumns = length; break;
                default: throw new VtaInputException($"tile has no axis {axis}; it has b, g, oc, ic, h, w, kh and kw");
            }
        }
        return schedule with
        {
            Kernel = (kernelRows, kernelColumns) == whole ? null : (kernelRows, kernelColumns),
            Threads = arguments.Number(Threads.Name, 1),
            ThreadAxis = Axis(arguments.Text(ThreadAxis.Name) ?? "oc"),
        };
    }

    /// <summary>The output stage that the options ask for.</summary>
    internal static OutputStage ReadStage(WorkloadArguments arguments, VtaConfig config)
    {
        var shift = arguments.Text(Shift.Name) ?? "";
        var hasChannelShifts = shift == PerChannel || shift.Contains(',');
        return new OutputStage(
            ReadBool(arguments, Bias.Name),
            hasChannelShifts ? 0 : arguments.Number(Shift.Name, 8, 0),
            ReadClip(arguments.Text(Clip.Name), config))
        {
            HasChannelShifts = hasChannelShifts,
            HasResidual = ReadBool(arguments, Residual.Name),
        }.Checked();
    }

    /// <summary>The shifts that are listed; null where none are.</summary>
    internal static IReadOnlyList<int>? ReadChannelShifts(WorkloadArguments arguments, int channels)
    {
        if (arguments.Text(Shift.Name) is not { } text || !text.Contains(','))
            return null;
        int[] shifts = [.. text.Split(',').Select(part => WorkloadArguments.ParseNumber(Shift.Name, part, 0))];
        foreach (var shift in shifts)
            OutputStage.RequireShift(shift);
        return shifts.Length == channels
            ? shifts
            : throw new VtaInputException($"{Shift.Name} has {shifts.Length} numbers; it has to be one for each of {channels} output channels, or one for all");
    }

    /// <summary>What the host is to pack; null where that is to be found.</summary>
    internal static InputPacking? ReadPacking(WorkloadArguments arguments) => arguments.Text(Pack.Name) switch
    {
        null or "auto" => null,
        "none" => InputPacking.None,
        "columns" => InputPacking.Columns,
        "patches" => InputPacking.Patches,
        var text => throw new VtaInputException($"{Pack.Name} is \"{text}\"; it has to be auto, none, columns or patches"),
    };

    private static bool ReadBool(WorkloadArguments arguments, string name) => ReadBool(name, arguments.Text(name) ?? "false");

    private static bool ReadBool(string name, string text) =>
        bool.TryParse(text, out var value) ? value : throw new VtaInputException($"{name} is \"{text}\"; it has to be true or false");

    private static (int, int)? ReadClip(string? text, VtaConfig config) => text?.Split(',') switch
    {
        null => (0, (1 << (config.OutWidth - 1)) - 1),
        ["none"] => null,
        [var min, var max] => (WorkloadArguments.ParseNumber("clip", min, int.MinValue), WorkloadArguments.ParseNumber("clip", max, int.MinValue)),
        _ => throw new VtaInputException($"clip is \"{text}\"; it has to be two numbers as in -128,127, or none"),
    };

    private static int InElements(string axis, int length, int block) =>
        length % block == 0
            ? length / block
            : throw new VtaInputException($"tile {axis} is {length}; it has to be a multiple of {block}, the hardware's block");

    private static ThreadAxis Axis(string text) => text switch
    {
        "b" => Compiler.Operators.Convolution.ThreadAxis.Batch,
        "g" => Compiler.Operators.Convolution.ThreadAxis.Group,
        "oc" => Compiler.Operators.Convolution.ThreadAxis.OutChannel,
        "h" => Compiler.Operators.Convolution.ThreadAxis.Height,
        _ => throw new VtaInputException($"thread-axis is \"{text}\"; it has to be b, g, oc or h"),
    };
}
