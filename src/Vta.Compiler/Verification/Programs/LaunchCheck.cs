using Vta.Compiler.Verification.Tokens;
using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Compiler.Verification.Programs;

/// <summary>Goes through the instructions of a launch once, without values: what each reads and writes, in bounds and in order.</summary>
internal sealed class LaunchCheck
{
    private readonly VtaConfig config;
    private readonly InstructionLayout layout;
    private readonly LaunchRequest request;
    private readonly IReadOnlyList<Command> commands;
    private readonly DeviceState device;
    private readonly DramState dram;
    private readonly ReportBuilder report;
    private readonly KernelUses kernels;
    private readonly TokenOrder order = new();
    private readonly SharedMemory<IndexSet> inp;
    private readonly SharedMemory<IndexSet> wgt;
    private readonly SharedMemory<IndexSet> acc;
    private readonly SharedMemory<DramRows> dramOfLoad;
    private readonly SharedMemory<DramRows> dramOfCompute;
    private bool isUnchecked;

    internal LaunchCheck(
        VtaConfig config, LaunchRequest request, IReadOnlyList<Command> commands, DeviceState device, DramState dram, ReportBuilder report)
    {
        (this.config, this.request, this.commands, this.device, this.dram, this.report) = (config, request, commands, device, dram, report);
        layout = config.Layout;
        kernels = new KernelUses(config, device.MicroOps);
        inp = Shared<IndexSet>("element {0} of the inp buffer", Unit.Load, Unit.Compute);
        wgt = Shared<IndexSet>("element {0} of the wgt buffer", Unit.Load, Unit.Compute);
        acc = Shared<IndexSet>("element {0} of the acc buffer", Unit.Compute, Unit.Store);
        dramOfLoad = Shared<DramRows>("address 0x{0:x}", Unit.Store, Unit.Load);
        dramOfCompute = Shared<DramRows>("address 0x{0:x}", Unit.Store, Unit.Compute);
    }

    /// <summary>Checks the launch.</summary>
    /// <returns>Whether what follows it can be checked too.</returns>
    internal bool Run()
    {
        if (dram.IsStored(Text(0)))
        {
            report.Error(ProgramFindingKind.Unchecked,
                $"launch {commands[0].Launch} runs instructions that a launch before stores: from there on, nothing is checked", commands[0]);
            return false;
        }
        var simulation = new TokenSimulation(commands, order, Run);
        simulation.Run();
        return new EndOfLaunch(commands, simulation, report).Check() && !isUnchecked;
    }

    /// <summary>The bytes of the instructions from one on.</summary>
    private DramRows Text(int first) => new(
        request.InstructionAddress + (long)first * InstructionWord.Bytes, (long)(commands.Count - first) * InstructionWord.Bytes, 0, 1);

    private SharedMemory<TPlace> Shared<TPlace>(string name, Unit writer, Unit reader)
        where TPlace : IPlace<TPlace> => new(name, writer, reader, order, Unordered);

    private void Unordered(Command first, Command second, string where) => report.Error(ProgramFindingKind.Unordered,
        $"{first.Unit.Name()} and {second.Unit.Name()} use {where}, and no token says which is first", first, second);

    private void Run(Command command)
    {
        if (isUnchecked)
            return;
        switch (command.Opcode)
        {
            case Opcode.Load:
                Load(command, MemoryInstruction.Decode(layout, command.Word));
                break;
            case Opcode.Store:
                Store(command, MemoryInstruction.Decode(layout, command.Word));
                break;
            case Opcode.Alu:
                Alu(command, AluInstruction.Decode(layout, command.Word));
                break;
            case Opcode.Finish:
                break;
            case var opcode when layout.IsGemm(opcode):
                Gemm(command, GemmInstruction.Decode(layout, command.Word));
                break;
            default:
                Illegal(command, "the opcode");
                break;
        }
    }

    private void Load(Command command, MemoryInstruction load)
    {
        if (load.IsEmpty || load.SetsPadValue(layout))
            return;
        if (!load.IsLegal(layout))
        {
            Illegal(command, "the memory");
            return;
        }
        var columns = (long)load.XPad0 + load.XSize + load.XPad1;
        var isInside = TryRange(command, load, columns * (load.YPad0 + load.YSize + load.YPad1), out var elements);
        if (Rows(command, load) is { } rows)
        {
            (command.Unit == Unit.Load ? dramOfLoad : dramOfCompute).Read(command, rows);
            dram.Read(command, rows);
            if (load.Memory == MemoryId.Uop && isInside)
                LoadMicroOps(command, load, rows);
        }
        device.Written(load.Memory).Add(elements);
        if (load.Memory is MemoryId.Inp or MemoryId.Wgt)
            (load.Memory == MemoryId.Inp ? inp : wgt).Write(command, elements);
        else if (load.Memory is MemoryId.Acc or MemoryId.Acc8Bit)
            acc.Write(command, elements);
    }

    private void LoadMicroOps(Command command, MemoryInstruction load, DramRows rows)
    {
        isUnchecked = dram.IsStored(rows);
        if (isUnchecked)
            report.Error(ProgramFindingKind.Unchecked, "micro-ops are what the program itself stores: from here on, nothing is checked", command);
        else
            device.MicroOps.Load(load, request.Bases.Uop);
    }

    private void Store(Command command, MemoryInstruction store)
    {
        if (store.IsEmpty)
            return;
        if (!store.IsLegal(layout))
        {
            Illegal(command, "the memory");
            return;
        }
        TryRange(command, store, (long)store.YSize * store.XSize, out var elements);
        RequireWritten(command, config.Acc, elements, device.Acc);
        acc.Read(command, elements);
        if (Rows(command, store) is not { } rows)
            return;
        dramOfLoad.Write(command, rows);
        dramOfCompute.Write(command, rows);
        dram.Write(command, rows);
        // Fetch waits for nobody. What comes before the store in the program is fetched before it is.
        if (command.Index + 1 < commands.Count && Text((int)command.Index + 1).FirstCommon(rows) is { } address)
        {
            report.Error(ProgramFindingKind.Unordered,
                $"address 0x{address:x} is written, where an instruction is fetched from at any time", command, commands[(int)((address - request.InstructionAddress) / InstructionWord.Bytes)]);
        }
    }

    private void Gemm(Command command, GemmInstruction gemm)
    {
        if (gemm.Steps > 0 && HasMicroOps(command, gemm.UopBegin, gemm.UopEnd))
            Use(command, kernels.Of(gemm));
    }

    private void Alu(Command command, AluInstruction alu)
    {
        if (alu.Steps == 0)
            return;
        if (!config.AluCodes.Contains(alu.Code))
            Illegal(command, "the ALU code");
        else if (HasMicroOps(command, alu.UopBegin, alu.UopEnd))
            Use(command, kernels.Of(alu));
    }

    private void Use(Command command, KernelUse use)
    {
        if (use.Beyond is { } index)
            report.Error(ProgramFindingKind.BeyondBuffer, $"uses {index}", command);
        RequireWritten(command, config.Inp, use.InpReads, device.Inp);
        RequireWritten(command, config.Wgt, use.WgtReads, device.Wgt);
        RequireWritten(command, config.Par, use.ParReads, device.Par);
        RequireWritten(command, config.Acc, use.AccReads, device.Acc);
        if (use.InpReads is { } inputs)
            inp.Read(command, inputs);
        if (use.WgtReads is { } weights)
            wgt.Read(command, weights);
        if (use.AccWrites is not { } sums)
            return;
        acc.Write(command, sums);
        device.Acc.Add(sums);
    }

    /// <summary>Whether the micro-ops that an instruction runs are in the buffer.</summary>
    private bool HasMicroOps(Command command, int begin, int end)
    {
        if (end > config.Uop.Depth)
        {
            report.Error(ProgramFindingKind.BeyondBuffer, $"uses uop[{end - 1}], of {config.Uop.Depth} elements", command);
            return false;
        }
        if (device.Uop.FirstInRange(begin, end - begin, isIn: false) is not { } unknown)
            return true;
        report.Error(ProgramFindingKind.Unchecked, $"runs uop[{unknown}], which the program does not load", command);
        return false;
    }

    private void RequireWritten(Command command, BufferShape? buffer, IndexSet? elements, IndexSet written)
    {
        if (elements?.FirstBeyond(written) is { } element)
        {
            report.Add(ProgramFindingKind.Unwritten, ProgramFindingLevel.Warning,
                $"reads {buffer!.Name}[{element}], which the program does not write before", command);
        }
    }

    /// <summary>The elements of a transfer, and whether they are all inside of its buffer.</summary>
    private bool TryRange(Command command, MemoryInstruction transfer, long count, out IndexSet elements)
    {
        var buffer = config.Buffer(transfer.Memory)!;
        elements = new IndexSet(buffer.Depth);
        elements.AddRange(transfer.SramBase, count);
        var last = transfer.SramBase + count - 1;
        if (last < buffer.Depth)
            return true;
        report.Error(ProgramFindingKind.BeyondBuffer, $"uses {buffer.Name}[{last}], of {buffer.Depth} elements", command);
        return false;
    }

    /// <summary>The bytes of a transfer in DRAM; null where they reach too far.</summary>
    private DramRows? Rows(Command command, MemoryInstruction transfer)
    {
        long bytes = config.DramElemBytes(transfer.Memory);
        var rows = new DramRows(
            request.Bases.Of(transfer.Memory) + transfer.DramBase * bytes, transfer.XSize * bytes, transfer.XStride * bytes, transfer.YSize);
        if (rows.End <= 1L << 32)
            return rows;
        report.Error(ProgramFindingKind.OutsideMemory, $"reaches address 0x{rows.End - 1:x}, beyond 32-bit addresses", command);
        return null;
    }

    private void Illegal(Command command, string what) =>
        report.Error(ProgramFindingKind.Illegal, $"{what} is not defined on {config.Bitstream}", command);
}
