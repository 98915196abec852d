using Vta.Isa;

namespace Vta.Runtime.Bundles;

/// <summary>Runs bundles on devices.</summary>
public static class BundleRunner
{
    /// <summary>Runs a bundle on a new device.</summary>
    /// <param name="bundle">The program.</param>
    /// <param name="target">One of <see cref="Devices.Targets"/>.</param>
    /// <exception cref="VtaInputException">There is no such target, a tool that it needs is missing, or a launch is refused.</exception>
    /// <exception cref="VtaFaultException">A launch ended with a fault.</exception>
    public static BundleResult Run(ProgramBundle bundle, string target)
    {
        using var device = Devices.Create(target, bundle.Config);
        return Run(bundle, device);
    }

    /// <summary>Puts a bundle into the memory of a device, runs its launches, and compares memory with what it expects.</summary>
    /// <param name="bundle">The program.</param>
    /// <param name="device">A device of the bundle's configuration.</param>
    /// <exception cref="VtaInputException">
    /// The device has another configuration, the bundle lacks inputs, a loaded program has its addresses, or a launch is refused.
    /// </exception>
    /// <exception cref="VtaFaultException">A launch ended with a fault.</exception>
    public static BundleResult Run(ProgramBundle bundle, IDevice device)
    {
        RequireConfiguration(bundle, device);
        if (bundle.MissingInputs is { Count: > 0 } missing)
            throw new VtaInputException($"{bundle.Name} brings no values for {string.Join(", ", missing)}; it is to be loaded onto a device and called with some");
        if (!device.Dram.Regions.IsEmpty && device.Dram.Regions.Find(0, bundle.Reach()) is { } taken)
            throw new VtaInputException($"{bundle.Name} has fixed addresses, which {taken.Owner} has taken on this device; run it on another device");
        foreach (var segment in bundle.Memory)
            device.Dram.Write(segment.Address, segment.Data);
        LaunchStatistics? statistics = null;
        IReadOnlyList<UnitCycles> cycles = [];
        var notes = new List<string>();
        foreach (var (index, request) in bundle.Launches.Index())
        {
            var result = Launch(bundle, device, request);
            result.ThrowOnFault(device.Config, device.Dram, request);
            cycles = statistics is null ? result.Cycles : [.. cycles.Zip(result.Cycles, (before, more) => before + more)];
            statistics = statistics is null ? result.Statistics : statistics + result.Statistics;
            var launch = bundle.Launches.Count == 1 ? "" : $"launch {index}: ";
            notes.AddRange(result.LeftoverTokens(device.Config, device.Dram, request).Select(tokens => $"{launch}{tokens}"));
        }
        return new BundleResult(statistics!, bundle.Compare(device.Dram)) { IsChecked = bundle.Expected.Count > 0, Cycles = cycles, Notes = notes };
    }

    private static LaunchResult Launch(ProgramBundle bundle, IDevice device, LaunchRequest request)
    {
        try
        {
            return device.Launch(request);
        }
        catch (VtaInputException refused)
        {
            throw new VtaInputException(refused.Message, refused.Where is null ? bundle.Name : $"{bundle.Name}: {refused.Where}");
        }
    }

    /// <exception cref="VtaInputException">The device has another configuration.</exception>
    internal static void RequireConfiguration(ProgramBundle bundle, IDevice device)
    {
        if (!device.Config.Runs(bundle.Config))
            throw new VtaInputException($"{bundle.Name} is for {bundle.Config.Bitstream}, the device is {device.Config.Bitstream}");
    }
}
