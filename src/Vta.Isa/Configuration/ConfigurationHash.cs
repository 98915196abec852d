using Vta.Isa.Alu;
using Vta.Isa.Instructions;

namespace Vta.Isa;

/// <summary>The 32-bit FNV-1a hash that tells a host whether a device was built for its configuration.</summary>
internal static class ConfigurationHash
{
    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 16777619;

    /// <param name="config">The configuration.</param>
    /// <param name="extensions">Those of its extensions that count.</param>
    internal static uint Of(VtaConfig config, Extensions extensions)
    {
        ReadOnlySpan<int> parameters =
        [
            config.LogBatch, config.LogBlockIn, config.LogBlockOut,
            config.LogInpWidth, config.LogWgtWidth, config.LogAccWidth,
            config.LogUopBuffSize, config.LogInpBuffSize, config.LogWgtBuffSize, config.LogAccBuffSize,
            config.LogBusWidth,
        ];
        var hash = OffsetBasis;
        foreach (var parameter in parameters)
            hash = unchecked((hash ^ (uint)parameter) * Prime);
        // Operations are known by code and name; VTA's own are in every device.
        foreach (var operation in config.AluOperations.Except(AluOperations.Standard))
        {
            foreach (var character in $"{operation.Code}{operation.Name}")
                hash = unchecked((hash ^ character) * Prime);
        }
        // A device without extensions has the hash that it had before there were any.
        if (extensions != Extensions.None)
            hash = unchecked((hash ^ (uint)extensions) * Prime);
        if (extensions.HasFlag(Extensions.Requant))
            hash = unchecked((hash ^ (uint)config.LogParBuffSize!.Value) * Prime);
        if (extensions.HasFlag(Extensions.Depthwise))
            hash = unchecked((hash ^ (uint)config.DepthwiseTaps) * Prime);
        return hash;
    }
}
