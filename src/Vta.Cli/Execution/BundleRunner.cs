using Vta.Isa;

namespace Vta.Cli.Execution;

/// <summary>Runs bundles and compares memory with what they expect.</summary>
internal static class BundleRunner
{
    /// <summary>Runs a bundle on each target, every time on a new device; a broken bundle fails on each.</summary>
    /// <param name="path">Folder of the bundle.</param>
    /// <param name="targets">Names of the targets.</param>
    /// <param name="config">The configuration that the bundle has to be for; null for any.</param>
    public static IEnumerable<BundleRun> Run(string path, IReadOnlyList<string> targets, VtaConfig? config)
    {
        var name = BundleFile.NameOf(path);
        ProgramBundle? bundle = null;
        RunFailure? broken = null;
        try
        {
            bundle = BundleFile.Load(path, config);
        }
        catch (VtaInputException exception)
        {
            broken = Refused(exception);
        }

        foreach (var target in targets)
            yield return bundle is null ? new BundleRun(name, target, null, broken) : Run(bundle, name, target);
    }

    private static BundleRun Run(ProgramBundle bundle, string name, string target)
    {
        LaunchStatistics? statistics = null;
        try
        {
            var dram = bundle.CreateDram();
            var launch = Targets.Create(target, bundle.Config);
            foreach (var request in bundle.Launches)
            {
                LaunchValidation.Check(bundle.Config, dram, request);
                var result = launch(dram, request);
                statistics = statistics is null ? result.Statistics : statistics + result.Statistics;
                result.ThrowOnFault(bundle.Config, dram, request);
            }

            var mismatches = bundle.Compare(dram);
            return new BundleRun(name, target, statistics, mismatches.Count == 0 ? null : Failed(string.Join("; ", mismatches)));
        }
        catch (VtaFaultException exception)
        {
            return new BundleRun(name, target, statistics, Failed(exception.Message));
        }
        catch (VtaInputException exception)
        {
            return new BundleRun(name, target, statistics, Refused(exception));
        }
    }

    private static RunFailure Failed(string message) => new(message, null, ExitCode.CheckFailed);

    private static RunFailure Refused(VtaInputException exception) => new(exception.Message, exception.Where, ExitCode.BadInput);
}
