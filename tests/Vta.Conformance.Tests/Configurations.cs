using Vta.Isa;

namespace Vta.Conformance.Tests;

/// <summary>Configurations written as what differs from the default.</summary>
internal static class Configurations
{
    /// <summary>The default with keys changed: <c>LOG_BLOCK=5 LOG_BATCH=1</c>.</summary>
    public static VtaConfig With(string changes) => VtaConfig.Default.With([.. changes
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(change => change.Split('='))
        .Select(pair => (pair[0], int.Parse(pair[1])))]);
}
