using System.CommandLine;
using Vta.Isa;
using Vta.Runtime;

namespace Vta.Cli.Options;

/// <summary><c>--lockstep</c>: targets are compared with the behavioural simulator state after state, not only at the end.</summary>
internal static class LockstepOption
{
    private const string Name = "--lockstep";

    public static Option<bool> Create() => new(Name)
    {
        Description = $"Compare state after state with {Devices.Fsim}: faults, counters, memory and on-chip buffers, up to the first instruction that leaves a difference",
        Recursive = true,
    };

    /// <summary>The targets that are compared with the behavioural simulator.</summary>
    /// <exception cref="VtaInputException">There is none.</exception>
    public static IReadOnlyList<string> Compared(IReadOnlyList<string> targets)
    {
        List<string> compared = [.. targets.Where(target => target != Devices.Fsim)];
        return compared.Count > 0 ? compared : throw new VtaInputException($"compares a target with {Devices.Fsim}; add {TargetOption.Name} {Devices.Rtl}", Name);
    }
}
