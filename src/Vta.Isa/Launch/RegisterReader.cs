using Vta.Isa.Instructions;

namespace Vta.Isa.Launch;

/// <summary>Puts a run's result together from the host registers, for backends that have them.</summary>
public static class RegisterReader
{
    /// <param name="read">Reads the 32-bit word at a byte offset.</param>
    public static LaunchResult Result(Func<int, uint> read)
    {
        long Counter(Register register) => (long)(read(register.Offset) | ((ulong)read(register.Offset + 4) << 32));

        UnitWait Wait(Unit unit)
        {
            var (wait, instruction) = RegisterMap.WaitOf(unit);
            return UnitWait.Decode(read(wait.Offset), read(instruction.Offset));
        }

        return new LaunchResult
        {
            Status = FaultStatus.Decode(read(RegisterMap.FaultStatus.Offset)),
            FaultInstruction = read(RegisterMap.FaultInstruction.Offset),
            LoadWait = Wait(Unit.Load),
            ComputeWait = Wait(Unit.Compute),
            StoreWait = Wait(Unit.Store),
            Statistics = new LaunchStatistics(counter => Counter(counter.Register)) { CycleCount = Counter(RegisterMap.CycleCount) },
            Cycles = [.. Enum.GetValues<Unit>().Select(unit => UnitCycles.Of(activity => Counter(RegisterMap.CyclesOf(unit, activity))))],
        };
    }
}
