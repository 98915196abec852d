using Vta.Isa;
using Vta.Isa.Launch;

namespace Vta.Runtime.Bundles;

/// <summary>The launches of a program, one after the other.</summary>
/// <param name="Statistics">What was counted, over all of them.</param>
/// <param name="Cycles">Where cycles went, over all of them, per unit; empty on a backend without cycles.</param>
/// <param name="Notes">Tokens that they left over, in words.</param>
public sealed record LaunchSequence(LaunchStatistics Statistics, IReadOnlyList<UnitCycles> Cycles, IReadOnlyList<string> Notes)
{
    /// <summary>Runs a program that is in the memory of a device.</summary>
    /// <exception cref="VtaInputException">A launch is refused.</exception>
    /// <exception cref="VtaFaultException">A launch ended with a fault.</exception>
    internal static LaunchSequence Run(IDevice device, string program, IReadOnlyList<LaunchRequest> requests)
    {
        LaunchStatistics? statistics = null;
        IReadOnlyList<UnitCycles> cycles = [];
        var notes = new List<string>();
        foreach (var (index, request) in requests.Index())
        {
            var result = Launch(device, program, request);
            result.ThrowOnFault(device.Config, device.Dram, request);
            cycles = statistics is null ? result.Cycles : [.. cycles.Zip(result.Cycles, (before, more) => before + more)];
            statistics = statistics is null ? result.Statistics : statistics + result.Statistics;
            var launch = requests.Count == 1 ? "" : $"launch {index}: ";
            notes.AddRange(result.LeftoverTokens(device.Config, device.Dram, request).Select(tokens => $"{launch}{tokens}"));
        }
        return new LaunchSequence(statistics!, cycles, notes);
    }

    private static LaunchResult Launch(IDevice device, string program, LaunchRequest request)
    {
        try
        {
            return device.Launch(request);
        }
        catch (VtaInputException refused)
        {
            throw new VtaInputException(refused.Message, refused.Where is null ? program : $"{program}: {refused.Where}");
        }
    }
}
