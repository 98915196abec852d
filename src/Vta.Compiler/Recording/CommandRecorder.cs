using Vta.Compiler.Commands;
using Vta.Compiler.Programs;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Programs;

namespace Vta.Compiler.Recording;

/// <summary>
/// Records a program command by command, in TVM's terms: 2D loads and stores, kernels of micro-ops, dependencies, and at the end
/// <see cref="Synchronize"/>. Everything is checked when it is recorded; what passes raises no INDEX, ILLEGAL or TOKENS fault.
/// </summary>
/// <param name="config">The hardware to record for.</param>
/// <param name="name">Name of the program.</param>
public sealed class CommandRecorder(VtaConfig config, string name)
{
    private readonly InstructionStream stream = new(config.Layout);
    private readonly MicroOpCache cache = new(config.Uop.Depth);
    private readonly Dictionary<MicroKernel, int> microOpOffsets = [];
    private readonly List<uint> microOps = [];
    private readonly List<DramBuffer> buffers = [];
    private readonly List<ProgramSection> sections = [];

    /// <summary>Loads rows from DRAM into an on-chip buffer, with zeros around them. All numbers count elements of the memory.</summary>
    /// <param name="source">Where the rows are.</param>
    /// <param name="offset">The first element, from the start of <paramref name="source"/>.</param>
    /// <param name="rows">Sizes, stride and pads.</param>
    /// <param name="sramIndex">The first element of the on-chip buffer that is written.</param>
    /// <param name="memory">The on-chip buffer.</param>
    /// <exception cref="VtaInputException">Something does not fit a buffer or a field.</exception>
    public void LoadBuffer2D(DramBuffer source, long offset, Rows2D rows, int sramIndex, MemoryId memory)
    {
        Use(source);
        if (rows.IsEmpty)
            return;
        var unit = memory is MemoryId.Inp or MemoryId.Wgt ? Unit.Load : Unit.Compute;
        RequireSram(memory, sramIndex, rows.Elements);
        RequireDram(source, memory, offset, rows);
        foreach (var (dram, sram, piece) in TransferPieces.Of(rows))
            stream.Add(unit, Encode(Opcode.Load, memory, sramIndex + sram, offset + dram, piece), source);
    }

    /// <summary>Makes a number what borders of inputs hold in the loads that follow; a program begins with 0.</summary>
    /// <exception cref="VtaInputException">The hardware cannot do it, or it is no input.</exception>
    public void SetPadValue(int value)
    {
        if (!config.Layout.Knows(MemoryId.Pad))
            throw new VtaInputException($"borders of {value} need a configuration with PAD_VALUE 1");
        var type = DataType.Int(config.InpWidth);
        if (value < type.Min || value > type.Max)
            throw new VtaInputException($"borders of {value} are no inputs, which are {type.Min} to {type.Max}");
        stream.Add(Unit.Load, MemoryInstruction.PadValue(Dependencies.None, value).Encode(config.Layout));
    }

    /// <summary>Stores consecutive outputs as rows into DRAM. All numbers count elements.</summary>
    /// <exception cref="VtaInputException">Something does not fit a buffer or a field.</exception>
    public void StoreBuffer2D(int sramIndex, DramBuffer destination, long offset, Rows2D rows)
    {
        Use(destination);
        if (rows.IsEmpty)
            return;
        RequireSram(MemoryId.Out, sramIndex, rows.Elements);
        RequireDram(destination, MemoryId.Out, offset, rows);
        foreach (var (dram, sram, piece) in TransferPieces.Of(rows))
            stream.Add(Unit.Store, Encode(Opcode.Store, MemoryId.Out, sramIndex + sram, offset + dram, piece), destination);
    }

    /// <summary>Runs a kernel, after loading its micro-ops where they are not in the buffer.</summary>
    /// <exception cref="VtaInputException">An index is past its buffer, or the kernel is larger than the micro-op buffer.</exception>
    public void Run(MicroKernel kernel)
    {
        if (kernel.IsEmpty)
            return;
        KernelFit.Check(config, kernel);
        var (begin, isNew) = cache.Place(kernel);
        if (isNew)
            LoadMicroOps(kernel, begin);
        stream.Add(Unit.Compute, KernelEncoder.Encode(config.Layout, kernel, begin));
    }

    /// <summary>Unit <paramref name="from"/> gives a token once all it was told so far is done.</summary>
    public void DepPush(Unit from, Unit to) => stream.Push(from, to);

    /// <summary>Unit <paramref name="to"/> takes a token before it does anything more.</summary>
    public void DepPop(Unit from, Unit to) => stream.Pop(from, to);

    /// <summary>What is recorded next is for something else; it changes nothing of the program.</summary>
    public void BeginSection(string name) => sections.Add(new ProgramSection(name, 0, (uint)stream.Instructions.Count));

    /// <summary>Ends the program: FINISH waits for all units.</summary>
    /// <exception cref="VtaInputException">Not every token that is pushed is popped.</exception>
    public VtaProgram Synchronize()
    {
        stream.Finish();
        return new VtaProgram(config, name, stream.Instructions, microOps, buffers) { Sections = sections };
    }

    private void LoadMicroOps(MicroKernel kernel, int begin)
    {
        var count = kernel.MicroOps.Count;
        if (!microOpOffsets.TryGetValue(kernel, out var offset))
        {
            offset = microOps.Count;
            microOpOffsets.Add(kernel, offset);
            microOps.AddRange(kernel.MicroOps.Select(microOp => microOp.Encode(config.Layout)));
        }
        stream.Add(Unit.Compute, Encode(Opcode.Load, MemoryId.Uop, begin, offset, new Rows2D(count, 1, count)), VtaProgram.MicroOpBuffer);
    }

    private InstructionWord Encode(Opcode opcode, MemoryId memory, int sramIndex, long offset, Rows2D rows)
    {
        RequireField("x size", rows.XSize, TransferLimits.MaxSize, "load or store fewer elements a row");
        RequireField("y size", rows.YSize, TransferLimits.MaxSize, "load or store fewer rows");
        RequireField("row stride", rows.XStride, TransferLimits.MaxSize, "move one row at a time");
        foreach (var pad in (int[])[rows.YPad0, rows.YPad1, rows.XPad0, rows.XPad1])
            RequireField("padding", pad, TransferLimits.MaxPadding, "pad the tensor in memory");
        return new MemoryInstruction(opcode, Dependencies.None, memory, sramIndex, checked((uint)offset),
            rows.YSize, rows.XSize, rows.XStride, rows.YPad0, rows.YPad1, rows.XPad0, rows.XPad1).Encode(config.Layout);
    }

    private static void RequireField(string what, int value, int maximum, string advice)
    {
        if (value < 0 || value > maximum)
            throw new VtaInputException($"a {what} of {value} does not fit an instruction, which has 0 to {maximum}; {advice}");
    }

    private void RequireSram(MemoryId memory, int index, long elements)
    {
        var buffer = config.Buffer(memory) ?? throw new VtaInputException($"memory {memory.Name()} is not one that can be loaded");
        if (index < 0 || index + elements > buffer.Depth)
            throw new VtaInputException($"elements {index} to {index + elements - 1} of the {buffer.Name} buffer are needed; it holds {buffer.Depth}: "
                + $"use smaller tiles, or raise {(memory == MemoryId.Out ? "LOG_ACC_BUFF_SIZE" : $"LOG_{buffer.Name.ToUpperInvariant()}_BUFF_SIZE")}");
    }

    private void Use(DramBuffer buffer)
    {
        if (!buffers.Contains(buffer))
            buffers.Add(buffer);
    }

    private void RequireDram(DramBuffer buffer, MemoryId memory, long offset, Rows2D rows)
    {
        var end = (offset + (long)(rows.YSize - 1) * rows.XStride + rows.XSize) * config.DramElemBytes(memory);
        if (offset < 0 || end > buffer.Bytes)
            throw new VtaInputException($"bytes {offset * config.DramElemBytes(memory)} to {end - 1} of buffer {buffer.Name} "
                + $"are used; it has {buffer.Bytes}");
    }
}
