using Vta.Isa;
using Vta.Isa.Disassembly;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Memory;
using Vta.Isa.Programs;
using Vta.Runtime.Bundles;
using Vta.Runtime.Programs;

namespace Vta.Runtime.Lockstep;

/// <summary>
/// Compares a device with the behavioural simulator after parts of a program: faults, counters, all of DRAM, accumulators, inputs and weights. A part ends with a FINISH
/// of its own, so that all its effects are there. Batches find where states begin to differ, and halving the instruction.
/// </summary>
public sealed class LockstepRun
{
    /// <summary>Parts of a launch after which states are compared.</summary>
    public const int Batches = 32;

    /// <summary>Cycles of the waveform before the end of the instruction before the one that leaves a difference.</summary>
    private const int CyclesBefore = 200;

    private readonly ProgramBundle program;
    private readonly Func<LockstepWave?, IDevice> create;
    private readonly StateDump dump;
    private readonly uint scratch;
    private readonly uint dumped;
    private readonly List<InstructionWord[]> launches;
    private int compared;

    /// <param name="program">The program, with its inputs.</param>
    /// <param name="create">Makes a new device to be compared, which writes a waveform where it is given one.</param>
    /// <exception cref="VtaInputException">The program has no inputs, or leaves no room in memory.</exception>
    public LockstepRun(ProgramBundle program, Func<LockstepWave?, IDevice> create)
    {
        (this.program, this.create) = (program, create);
        if (program.MissingInputs is { Count: > 0 } missing)
            throw new VtaInputException($"{program.Name} brings no values for {string.Join(", ", missing)}");
        dump = new StateDump(program.Config);
        var dram = program.CreateDram();
        launches = [.. program.Launches.Select(launch => LaunchInstructions.Fetched(program.Config, dram, launch).ToArray())];
        dram.Regions.Reserve(program.Name, program.Reach());
        var longest = launches.Max(words => words.Length + 1) * (long)InstructionWord.Bytes;
        scratch = dram.Regions.Reserve("lock step", longest, LaunchValidation.AlignmentOf(program.Config)).Address;
        dumped = scratch + (uint)longest;
    }

    /// <summary>Compares.</summary>
    /// <param name="waveFile">The file for the cycles around the difference; null for none.</param>
    /// <param name="progress">Told how many instructions have been compared; null where nobody listens.</param>
    public LockstepResult Run(string? waveFile = null, Action<int>? progress = null)
    {
        for (var launch = 0; launch < launches.Count; launch++)
        {
            var (good, length) = (0, launches[launch].Length);
            var batch = Math.Max(1, (length + Batches - 1) / Batches);
            for (var end = batch; good < length; end += batch)
            {
                end = Math.Min(end, length);
                progress?.Invoke(end);
                if (Compare(launch, end) is not { } difference)
                {
                    good = end;
                    continue;
                }
                var bad = end;
                while (bad - good > 1)
                {
                    var middle = (good + bad) / 2;
                    if (Compare(launch, middle) is { } earlier) (bad, difference) = (middle, earlier);
                    else good = middle;
                }
                return Found(launch, bad, difference, waveFile);
            }
        }
        return new LockstepResult(launches.Sum(words => (long)words.Length), compared, 0, null, null, null);
    }

    private LockstepResult Found(int launch, int end, LockstepDifference difference, string? waveFile)
    {
        if (waveFile is not null)
        {
            using var before = create(null);
            var (_, cycles) = RunPart(before, launch, end - 1);
            using var recorded = create(new LockstepWave(waveFile, Math.Max(0, cycles - CyclesBefore)));
            RunPart(recorded, launch, end);
        }
        var text = $"instruction {end - 1}: {new Disassembler(program.Config).Format(launches[launch][end - 1])}";
        return new LockstepResult(launches.Sum(words => (long)words.Length), compared, launch, text, difference, waveFile);
    }

    /// <summary>What differs after so many instructions of a launch, and all launches before it.</summary>
    private LockstepDifference? Compare(int launch, int end)
    {
        compared++;
        using var right = Devices.Create(Devices.Fsim, program.Config);
        using var tested = create(null);
        var (expected, found) = (RunPart(right, launch, end).Result, RunPart(tested, launch, end).Result);
        if (expected.Status != found.Status)
            return new("faults", $"{expected.Status.Faults}", $"{found.Status.Faults}");
        if (expected.Statistics.FirstDifference(found.Statistics) is var (counter, count, other))
            return new(counter, $"{count}", $"{other}");
        if (right.Dram.FirstDifference(tested.Dram) is { } address)
            return new($"DRAM address 0x{address:x}", $"0x{Byte(right.Dram, address):x2}", $"0x{Byte(tested.Dram, address):x2}");
        // What cannot go on has instructions left, which would run with the next launch's.
        if (expected.Status.Faults.HasFlag(Faults.Deadlock))
            return null;
        return dump.Take(right, dumped).Zip(dump.Take(tested, dumped), (left, other) => left.Difference(other)).FirstOrDefault(each => each is not null);
    }

    /// <summary>Runs a part; gives how its launch ended, and the cycles of all.</summary>
    private (LaunchResult Result, long Cycles) RunPart(IDevice device, int launch, int end)
    {
        foreach (var segment in program.Memory)
            device.Dram.Write(segment.Address, segment.Data);
        var cycles = program.Launches.Take(launch).Sum(before => device.Launch(before).Statistics.CycleCount ?? 0);
        device.Dram.Write(scratch, InstructionWords.ToBytes([.. launches[launch].AsSpan(0, end), InstructionWords.Finish(program.Config.Layout)]));
        var result = device.Launch(program.Launches[launch] with { InstructionAddress = scratch, InstructionCount = (uint)end + 1 });
        return (result, cycles + (result.Statistics.CycleCount ?? 0));
    }

    private static byte Byte(Dram dram, uint address) => dram.ReadRun(address, 1)[0];
}
