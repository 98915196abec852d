using System.CommandLine;
using Vta.Isa;
using Vta.Runtime;

namespace Vta.Cli.Options;

/// <summary>Where and how programs run, and what is a failure: targets, memory, waveform, strictness. The same for each verb that runs something.</summary>
internal sealed class SimulationOptions
{
    private readonly Option<string[]> target;

    private readonly Option<string?> trace = new("--trace")
    {
        Description = "Write the waveform to a file: .vcd (rtl) or .fst (rtl, tsim)",
        HelpName = "FILE",
        Recursive = true,
    };

    private readonly Option<bool> strict = new("--strict")
    {
        Description = "Tokens left over at FINISH are a failure, not a note",
        Recursive = true,
    };

    private readonly MemoryOptions memory;
    private readonly IReadOnlyList<string> known;

    /// <summary>Adds the options to a verb.</summary>
    /// <param name="verb">The verb; its subcommands take the options too.</param>
    /// <param name="seed">The verb's seed, which is that of the stalls too.</param>
    /// <param name="targets">Where it runs when nothing is said.</param>
    public SimulationOptions(Command verb, Option<int> seed, params string[] targets)
        : this(verb, seed, Devices.All, targets)
    {
    }

    /// <summary>The same for a verb with other targets than those of devices.</summary>
    /// <param name="verb">The verb; its subcommands take the options too.</param>
    /// <param name="seed">The verb's seed, which is that of the stalls too.</param>
    /// <param name="known">All targets of the verb.</param>
    /// <param name="targets">Where it runs when nothing is said.</param>
    public SimulationOptions(Command verb, Option<int> seed, IReadOnlyList<string> known, string[] targets)
    {
        this.known = known;
        target = TargetOption.Create(known, targets);
        verb.Add(target);
        memory = new MemoryOptions(verb, seed);
        verb.Add(trace);
        verb.Add(strict);
    }

    /// <summary>Whether tokens left over are a failure.</summary>
    public bool IsStrict(ParseResult parsed) => parsed.GetValue(strict);

    /// <summary>The targets, each once.</summary>
    /// <exception cref="VtaInputException">There is no such target, or a waveform is asked of none or of several.</exception>
    public IReadOnlyList<string> Targets(ParseResult parsed)
    {
        var targets = TargetOption.Read(parsed, target, known);
        if (parsed.GetValue(trace) is null)
            return targets;
        return targets.Count(t => Devices.WaveformFiles(t).Count > 0) switch
        {
            0 => throw new VtaInputException($"only {Devices.Rtl} and {Devices.Tsim} write a waveform; add {TargetOption.Name} {Devices.Rtl}", trace.Name),
            1 => targets,
            _ => throw new VtaInputException($"a waveform is of one target; choose {Devices.Rtl} or {Devices.Tsim} with {TargetOption.Name}", trace.Name),
        };
    }

    /// <summary>How the targets are simulated.</summary>
    public DeviceOptions Device(ParseResult parsed) => new()
    {
        Memory = memory.Read(parsed),
        TraceFile = parsed.GetValue(trace),
    };

    /// <summary>The same, for a verb that may run several programs.</summary>
    /// <exception cref="VtaInputException">One file is to take several waveforms.</exception>
    public DeviceOptions Device(ParseResult parsed, int programs) => parsed.GetValue(trace) is null || programs == 1
        ? Device(parsed)
        : throw new VtaInputException($"a waveform is of one program, not of {programs}", trace.Name);
}
