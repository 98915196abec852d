using Vta.Isa;
using Vta.Isa.Alu;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Fuzzing.Coverage;

/// <summary>What is looked for: each kind of instruction and what its fields may mean, each token flag, each fault, each thing that a unit's cycle can be.</summary>
internal static class CoveragePoints
{
    public static IReadOnlyList<CoveragePoint> All { get; } = [.. Memories(), .. Steps(), .. Tokens(), .. Ends(), .. Activities()];

    private static IEnumerable<CoveragePoint> Memories()
    {
        foreach (var memory in Enum.GetValues<MemoryId>().Where(memory => memory != MemoryId.Out))
            yield return OfTransfer($"LOAD {memory.Name()}", (config, load) => load.Opcode == Opcode.Load && load.Memory == memory && config.Layout.Knows(memory));
        yield return OfTransfer("STORE OUT", (_, store) => store is { Opcode: Opcode.Store, Memory: MemoryId.Out });
        yield return OfTransfer("a memory that the unit does not know", (config, transfer) => !transfer.IsLegal(config.Layout));
        yield return OfTransfer("a transfer of nothing", (_, transfer) => transfer.IsEmpty);
        yield return OfTransfer("several rows", (_, transfer) => transfer is { YSize: > 1, XSize: > 0 });
        yield return OfTransfer("rows that overlap in DRAM", (_, transfer) => transfer.YSize > 1 && transfer.XStride < transfer.XSize);
        yield return OfTransfer("rows far apart", (_, transfer) => transfer.YSize > 1 && transfer.XStride > 4 * transfer.XSize);
        yield return OfTransfer("padding above", (_, load) => load is { Opcode: Opcode.Load, IsEmpty: false, YPad0: > 0 });
        yield return OfTransfer("padding below", (_, load) => load is { Opcode: Opcode.Load, IsEmpty: false, YPad1: > 0 });
        yield return OfTransfer("padding left", (_, load) => load is { Opcode: Opcode.Load, IsEmpty: false, XPad0: > 0 });
        yield return OfTransfer("padding right", (_, load) => load is { Opcode: Opcode.Load, IsEmpty: false, XPad1: > 0 });
        yield return OfTransfer("a transfer that wraps in its buffer", (config, transfer) => config.Buffer(transfer.Memory) is { } buffer && !transfer.IsEmpty
            && transfer.SramBase + ((long)(transfer.YPad0 + transfer.YSize + transfer.YPad1) * (transfer.XPad0 + transfer.XSize + transfer.XPad1)) > buffer.Depth);
    }

    private static IEnumerable<CoveragePoint> Steps()
    {
        foreach (var opcode in new[] { Opcode.Gemm, Opcode.GemmSet, Opcode.Dwconv })
            yield return OfWord(opcode.Name(), (config, word) => word.Opcode(config.Layout) == opcode && config.Layout.IsGemm(opcode));
        yield return OfGemm("GEMM reset", gemm => gemm is { Reset: true, Steps: > 0 });
        yield return OfGemm("GEMM without steps", gemm => gemm.Steps == 0);
        yield return OfGemm("GEMM of both loops", gemm => gemm is { IterOut: > 1, IterIn: > 1 });
        yield return OfGemm("GEMM of several micro-ops", gemm => gemm.UopEnd > gemm.UopBegin + 1);
        yield return OfGemm("GEMM of many steps", gemm => gemm.Steps > 200);
        yield return OfGemm("GEMM on one accumulator", gemm => gemm is { Steps: > 4, DstFactorOut: 0, DstFactorIn: 0 });
        foreach (var operation in AluOperations.Standard)
        {
            yield return OfAlu($"ALU {operation} with an immediate", (_, alu) => alu.Code == operation.Code && alu is { UseImmediate: true, Steps: > 0 });
            yield return OfAlu($"ALU {operation} of tensors", (_, alu) => alu.Code == operation.Code && alu is { UseImmediate: false, Steps: > 0 });
        }
        yield return OfAlu("ALU REQUANT", (config, alu) => config.HasRequant && alu.Code == Isa.Requant.RequantOperation.Code);
        yield return OfAlu("an ALU code without operation", (config, alu) => config.AluOperations.Find(alu.Code) is null && !config.HasRequant);
        yield return OfAlu("ALU without steps", (_, alu) => alu.Steps == 0);
        yield return OfAlu("a negative shift", (_, alu) => alu is { Code: 3, UseImmediate: true, Immediate: < 0 });
        yield return OfAlu("a shift of 32 or more", (_, alu) => alu is { Code: 3, UseImmediate: true, Immediate: >= 32 or <= -32 });
        yield return OfWord("an opcode without meaning", (config, word) => !config.Layout.Knows(word.Opcode(config.Layout)));
    }

    private static IEnumerable<CoveragePoint> Tokens()
    {
        foreach (var unit in Enum.GetValues<Unit>())
        {
            foreach (var flag in new[] { Dependencies.PopPrev, Dependencies.PopNext, Dependencies.PushPrev, Dependencies.PushNext })
            {
                var means = TokenQueue.Popped(unit, flag) | TokenQueue.Pushed(unit, flag);
                yield return OfWord($"{unit.Name()}: {flag}{(means == 0 ? ", which means nothing" : "")}",
                    (config, word) => word.Unit(config.Layout) == unit && word.Dependencies(config.Layout).HasFlag(flag));
            }
        }
        foreach (var queue in TokenQueue.Each((TokenQueues)15))
            yield return new($"a token left over in {TokenQueue.Name(queue)}", run => run.Result.Status.Leftover.HasFlag(queue));
    }

    private static IEnumerable<CoveragePoint> Ends()
    {
        foreach (var fault in Enum.GetValues<Faults>())
            yield return new(fault == Faults.None ? "no fault" : $"fault {fault}", run => fault == Faults.None ? run.Result.Status.Faults == fault : run.Result.Status.Faults.HasFlag(fault));
        foreach (var queue in TokenQueue.Each((TokenQueues)15))
            yield return new($"a wait for ever for {TokenQueue.Name(queue)}", run => Enum.GetValues<Unit>().Any(unit => run.Result.Wait(unit).Empty.HasFlag(queue)));
        yield return new("FINISH waits for ever", run => run.Result.ComputeWait.Drain);
    }

    private static IEnumerable<CoveragePoint> Activities() =>
        from unit in Enum.GetValues<Unit>()
        from activity in Enum.GetValues<UnitActivity>()
        select new CoveragePoint($"{unit.Name()} is {activity.Name()}", run => run.Result.Cycles is { Count: > 0 } cycles && cycles[(int)unit][activity] > 0);

    private static CoveragePoint OfWord(string name, Func<VtaConfig, InstructionWord, bool> isSeen) => new(name, run => run.Words.Any(word => isSeen(run.Config, word)));

    private static CoveragePoint OfTransfer(string name, Func<VtaConfig, MemoryInstruction, bool> isSeen) => OfWord(name, (config, word) =>
        word.Opcode(config.Layout) is Opcode.Load or Opcode.Store && isSeen(config, MemoryInstruction.Decode(config.Layout, word)));

    private static CoveragePoint OfGemm(string name, Func<GemmInstruction, bool> isSeen) => OfWord(name, (config, word) =>
        config.Layout.IsGemm(word.Opcode(config.Layout)) && isSeen(GemmInstruction.Decode(config.Layout, word)));

    private static CoveragePoint OfAlu(string name, Func<VtaConfig, AluInstruction, bool> isSeen) => OfWord(name, (config, word) =>
        word.Opcode(config.Layout) == Opcode.Alu && isSeen(config, AluInstruction.Decode(config.Layout, word)));
}
