using Vta.Fuzzing.Programs;
using Vta.Hdl.Simulation;
using Vta.Isa.Launch;
using Vta.Runtime;

namespace Vta.Fuzzing.Comparison;

/// <summary>Two devices that have to do the same, kept from program to program, so that what one program leaves behind would show.</summary>
/// <param name="expected">The device that is right.</param>
/// <param name="tested">The device that is tested.</param>
internal sealed class DevicePair(IDevice expected, IDevice tested) : IDisposable
{
    /// <summary>Runs a program on both.</summary>
    /// <returns>How the run ended, and what differs; null where nothing does.</returns>
    public (LaunchResult Result, string? Difference) Run(RandomProgram program)
    {
        program.Write(expected.Dram);
        program.Write(tested.Dram);
        var result = expected.Launch(program.Launch);
        LaunchResult found;
        try
        {
            found = tested.Launch(program.Launch);
        }
        catch (Exception exception) when (exception is HardwareException or SimulationFailedException)
        {
            return (result, exception.Message);
        }
        return (result with { Cycles = found.Cycles }, Difference(result.WithoutCycles(), found.WithoutCycles()));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        expected.Dispose();
        tested.Dispose();
    }

    private string? Difference(LaunchResult right, LaunchResult found)
    {
        if (found.Status != right.Status)
            return $"faults {Text(found.Status)}, expected {Text(right.Status)}";
        if (right.Statistics.FirstDifference(found.Statistics) is var (counter, wanted, count))
            return $"{counter} is {count}, expected {wanted}";
        if (found != right)
            return found.FaultInstruction != right.FaultInstruction
                ? $"the first fault is at instruction {found.FaultInstruction}, expected {right.FaultInstruction}"
                : "units wait for something else in the deadlock";
        if (expected.Dram.FirstDifference(tested.Dram) is not { } address)
            return null;
        var (wrong, correct) = (new byte[1], new byte[1]);
        tested.Dram.Read(address, wrong);
        expected.Dram.Read(address, correct);
        return $"the byte at 0x{address:x} is 0x{wrong[0]:x2}, expected 0x{correct[0]:x2}";
    }

    private static string Text(FaultStatus status) => $"{status.Faults}" + (status.Leftover == 0 ? "" : $" with tokens in {status.Leftover}");
}
