using Vta.Isa;
using Vta.Isa.Launch;
using Vta.Isa.Programs;

namespace Vta.Runtime.Bundles;

/// <summary>Runs bundles on devices.</summary>
public static class BundleRunner
{
    /// <summary>Runs a bundle on a new device.</summary>
    /// <param name="bundle">The program.</param>
    /// <param name="target">One of <see cref="Devices.All"/>.</param>
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
        var run = LaunchSequence.Run(device, bundle.Name, bundle.Launches);
        return new BundleResult(run.Statistics, bundle.Compare(device.Dram)) { IsChecked = bundle.Expected.Count > 0, Cycles = run.Cycles, Notes = run.Notes };
    }

    /// <exception cref="VtaInputException">The device has another configuration.</exception>
    internal static void RequireConfiguration(ProgramBundle bundle, IDevice device)
    {
        if (!device.Config.Runs(bundle.Config))
            throw new VtaInputException($"{bundle.Name} is for {bundle.Config.Bitstream}, the device is {device.Config.Bitstream}");
    }
}
