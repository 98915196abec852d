using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Simulator.Alu;
using Vta.Simulator.Gemm;
using Vta.Simulator.Memories;

namespace Vta.Simulator.Units;

/// <summary>The effects of instructions on memories, counters and faults, tokens aside.</summary>
internal sealed class Executor
{
    private readonly InstructionLayout layout;
    private readonly UopMemory uop;
    private readonly InpMemory inp;
    private readonly WgtMemory wgt;
    private readonly AccMemory acc;
    private readonly ParMemory? par;
    private readonly VtaConfig config;
    private readonly LoadTransfer load;
    private readonly StoreTransfer store;
    private readonly GemmUnit gemm;
    private readonly DepthwiseUnit depthwise;
    private readonly AluUnit alu;
    private readonly FaultLog faults;
    private readonly long[] counts = new long[Counters.All.Count];

    internal Executor(VtaConfig config, DramPort dram, FaultLog faults, int laneLimit)
    {
        (this.config, this.faults) = (config, faults);
        layout = config.Layout;
        var kernel = GemmKernel.Create(config, laneLimit);
        var micro = new MicroKernel(config);
        uop = new UopMemory(config);
        inp = new InpMemory(config);
        wgt = new WgtMemory(config, kernel.Lanes);
        acc = new AccMemory(config);
        par = config.Par is { } shape ? new ParMemory(shape) : null;
        load = new LoadTransfer(dram);
        store = new StoreTransfer(config, dram, acc);
        gemm = new GemmUnit(micro, uop, inp, wgt, acc, kernel);
        depthwise = new DepthwiseUnit(config, micro, uop, inp, wgt, acc);
        alu = new AluUnit(config, micro, uop, acc, par, laneLimit);
    }

    /// <summary>The base registers of the current launch.</summary>
    internal BaseAddresses Bases { get; set; }

    /// <summary>What was counted since <see cref="Begin"/>.</summary>
    internal LaunchStatistics Statistics => new(counter => counts[counter.Index]);

    /// <summary>Begins a launch, which keeps memories.</summary>
    internal void Begin()
    {
        Array.Clear(counts);
        inp.PadValue = 0;
    }

    /// <summary>Runs one instruction to its end.</summary>
    internal void Run(uint index, InstructionWord word)
    {
        switch (word.Opcode(layout))
        {
            case Opcode.Load:
                Load(index, MemoryInstruction.Decode(layout, word));
                break;
            case Opcode.Store:
                Store(index, MemoryInstruction.Decode(layout, word));
                break;
            case var opcode when layout.IsGemm(opcode):
                Gemm(index, GemmInstruction.Decode(layout, word));
                break;
            case Opcode.Alu:
                Alu(index, AluInstruction.Decode(layout, word));
                break;
            case Opcode.Finish:
                break;
            default:
                faults.Raise(Faults.Illegal, index);
                break;
        }
    }

    private void Load(uint index, in MemoryInstruction instruction)
    {
        if (instruction.SetsPadValue(layout))
        {
            inp.PadValue = (short)config.PadValueOf(instruction);
            return;
        }
        OnChipMemory? memory = instruction.Memory switch
        {
            MemoryId.Uop => uop,
            MemoryId.Inp => inp,
            MemoryId.Wgt => wgt,
            MemoryId.Acc => acc,
            MemoryId.Acc8Bit => acc.EightBit,
            MemoryId.Par => par,
            _ => null,
        };
        if (memory is null)
        {
            faults.Raise(Faults.Illegal, index, !instruction.IsEmpty);
            return;
        }
        var transfer = load.Run(instruction, Bases.Of(instruction.Memory), memory);
        Raise(index, transfer);
        switch (instruction.Memory)
        {
            case MemoryId.Uop:
                Count(Counters.UopLoadBytes, transfer.DramBytes);
                break;
            case MemoryId.Inp:
                Count(Counters.InpLoadBytes, transfer.DramBytes);
                break;
            case MemoryId.Par:
                Count(Counters.ParLoadBytes, transfer.DramBytes);
                break;
            case MemoryId.Wgt:
                Count(Counters.WgtLoadBytes, transfer.DramBytes);
                break;
            default:
                Count(Counters.AccLoadBytes, transfer.DramBytes);
                Count(Counters.AccWrites, transfer.SramElements);
                break;
        }
    }

    private void Store(uint index, in MemoryInstruction instruction)
    {
        if (!instruction.IsLegal(layout))
        {
            faults.Raise(Faults.Illegal, index, !instruction.IsEmpty);
            return;
        }
        var transfer = store.Run(instruction, Bases.Out);
        Raise(index, transfer);
        Count(Counters.OutStoreBytes, transfer.DramBytes);
    }

    private void Raise(uint index, in Transfer transfer)
    {
        faults.Raise(Faults.Index, index, transfer.Wrapped);
        faults.Raise(Faults.Bus, index, transfer.Failed);
    }

    private void Gemm(uint index, in GemmInstruction instruction)
    {
        var wrapped = instruction.IsDepthwise ? depthwise.Run(instruction) : gemm.Run(instruction);
        faults.Raise(Faults.Index, index, wrapped);
        Count(Counters.GemmSteps, instruction.Reset ? 0 : instruction.Steps);
        Count(Counters.AccWrites, instruction.Writes);
    }

    private void Alu(uint index, in AluInstruction instruction)
    {
        if (!alu.Knows(instruction.Code))
        {
            faults.Raise(Faults.Illegal, index, instruction.Steps > 0);
            return;
        }
        var (steps, wrapped) = alu.Run(instruction);
        faults.Raise(Faults.Index, index, wrapped);
        Count(Counters.AluSteps, steps);
        Count(Counters.AccWrites, steps);
    }

    private void Count(Counter counter, long amount) => counts[counter.Index] += amount;
}
