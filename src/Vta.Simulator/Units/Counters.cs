using Vta.Isa;

namespace Vta.Simulator;

/// <summary>The counters while a run goes on.</summary>
internal struct Counters
{
    internal long UopLoadBytes;
    internal long InpLoadBytes;
    internal long WgtLoadBytes;
    internal long AccLoadBytes;
    internal long OutStoreBytes;
    internal long GemmSteps;
    internal long AluSteps;
    internal long AccWrites;

    internal readonly LaunchStatistics ToStatistics() => new()
    {
        UopLoadBytes = UopLoadBytes,
        InpLoadBytes = InpLoadBytes,
        WgtLoadBytes = WgtLoadBytes,
        AccLoadBytes = AccLoadBytes,
        OutStoreBytes = OutStoreBytes,
        GemmSteps = GemmSteps,
        AluSteps = AluSteps,
        AccWrites = AccWrites,
    };
}
