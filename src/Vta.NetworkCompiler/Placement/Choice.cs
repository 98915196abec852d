using Vta.NetworkCompiler.Operators;

namespace Vta.NetworkCompiler.Placement;

/// <summary>Where a node runs.</summary>
/// <param name="Operator">How the accelerator does it; null where the host does.</param>
/// <param name="Reason">Why the host does it; null where the accelerator does.</param>
internal sealed record Choice(DeviceOperator? Operator, string? Reason)
{
    internal static Choice Device(DeviceOperator deviceOperator) => new(deviceOperator, null);

    internal static Choice Host(string reason) => new(null, reason);
}
