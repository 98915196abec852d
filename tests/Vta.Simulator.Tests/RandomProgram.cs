using Vta.Isa;
using Vta.Isa.Alu;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Memory;
using Vta.Isa.Requant;

namespace Vta.Simulator.Tests;

/// <summary>
/// A seeded random program whose units never run at the same time: whenever the unit changes, a token passes from the old to the
/// new one. With <paramref name="isLegal"/> false it also has indices past buffers, undefined codes, tokens left over and memory
/// that answers with errors.
/// </summary>
internal sealed class RandomProgram(VtaConfig config, int seed, bool isLegal)
{
    private const uint InstructionAddress = 0x4_0000;
    private const uint UopBegin = 0x2_0000;
    private const uint UopEnd = 0x2_2000;

    private readonly Random random = new(seed);
    private readonly List<InstructionWord> words = [];
    private readonly InstructionLayout layout = config.Layout;
    private Unit last = Unit.Compute;

    /// <summary>Writes data and program into a memory.</summary>
    internal LaunchRequest Create(Dram dram)
    {
        Data(dram);
        var count = random.Next(1, 40);
        for (var i = 0; i < count; i++)
            Add(Instruction());
        Add(InstructionWords.Finish(layout));
        if (!isLegal && random.Next(4) == 0)
            words[^1] = words[^1] with { Low = words[^1].Low | ((ulong)random.Next(4) << layout.Common.PushPrev.Offset) };
        var bytes = new byte[InstructionWord.Bytes];
        for (var i = 0; i < words.Count; i++)
        {
            words[i].Write(bytes);
            dram.Write(InstructionAddress + (uint)(i * InstructionWord.Bytes), bytes);
        }
        return new LaunchRequest(InstructionAddress, (uint)words.Count, Bases());
    }

    private void Data(Dram dram)
    {
        var data = new byte[UopBegin];
        random.NextBytes(data);
        dram.Write(0, data);
        var uops = new byte[UopEnd - UopBegin];
        for (var i = 0; i < uops.Length; i += config.Uop.ElemBytes)
            BitConverter.TryWriteBytes(uops.AsSpan(i), MicroOp().Encode(layout));
        dram.Write(UopBegin, uops);
        if (!isLegal && random.Next(3) == 0)
        {
            dram.AddErrors(
                (uint)random.Next((int)UopEnd / Dram.ErrorGranularity) * Dram.ErrorGranularity,
                (ulong)random.Next(1, 4) * Dram.ErrorGranularity);
        }
    }

    private BaseAddresses Bases()
    {
        uint Base(params BufferShape?[] shapes) => (uint)random.Next(4) * (uint)shapes.Max(shape => Math.Max(64, shape?.ElemBytes ?? 0));
        return new BaseAddresses(Base(config.Uop), Base(config.Inp), Base(config.Wgt), Base(config.Acc, config.Par), Base(config.Out));
    }

    private MicroOp MicroOp() => new(
        Index(config.Acc.Depth, 6), Index(new[] { config.Acc.Depth, config.Inp.Depth, config.Par?.Depth ?? int.MaxValue }.Min(), 6), Index(config.Wgt.Depth, 3));

    /// <summary>An index near the start; in illegal programs now and then anywhere.</summary>
    private int Index(int depth, int usual) => !isLegal && random.Next(8) == 0 ? random.Next(depth) : random.Next(Math.Min(depth, usual));

    /// <summary>A small factor, or none where the loops could leave the buffer.</summary>
    private int Factor(int depth) => random.Next(3) == 0 || (isLegal && depth < 32) ? 0 : Index(depth, 3);

    private void Add(InstructionWord word)
    {
        var unit = word.Unit(layout);
        if (unit != last && unit != Unit.Compute && last != Unit.Compute)
            Add(new MemoryInstruction(Opcode.Load, Dependencies.None, MemoryId.Uop, 0, 0, 0, 0, 0).Encode(layout));
        if (unit != last && words.Count > 0)
        {
            words[^1] = With(words[^1], unit > last ? Dependencies.PushNext : Dependencies.PushPrev);
            word = With(word, unit > last ? Dependencies.PopPrev : Dependencies.PopNext);
        }
        words.Add(word);
        last = unit;
    }

    private InstructionWord With(InstructionWord word, Dependencies dependencies) =>
        word with { Low = word.Low | ((ulong)dependencies << layout.Common.PopPrev.Offset) };

    private InstructionWord Instruction()
    {
        if (!isLegal && random.Next(20) == 0)
            return new InstructionWord((ulong)random.NextInt64(5, 8), (ulong)random.NextInt64());
        return random.Next(10) switch
        {
            < 4 => Load(),
            < 6 => Store(),
            < 8 => Gemm(),
            _ => Alu(),
        };
    }

    private InstructionWord Load()
    {
        MemoryId[] memories = [.. Enum.GetValues<MemoryId>().Where(memory => memory != MemoryId.Out && layout.Knows(memory))];
        var memory = !isLegal && random.Next(12) == 0 ? (MemoryId)random.Next(8) : memories[random.Next(memories.Length)];
        var depth = config.Buffer(memory)?.Depth ?? 16;
        var (pads, size) = ((int[])[random.Next(3), random.Next(3), random.Next(3), random.Next(3)], random.Next(0, 6));
        var rows = random.Next(0, 4);
        var elements = (pads[0] + rows + pads[1]) * (pads[2] + size + pads[3]);
        return Fit(depth, elements, start => new MemoryInstruction(Opcode.Load, Dependencies.None, memory, start, DramBase(memory),
            rows, size, random.Next(0, 9), pads[0], pads[1], pads[2], pads[3]));
    }

    private InstructionWord Store()
    {
        var memory = !isLegal && random.Next(12) == 0 ? (MemoryId)random.Next(8) : MemoryId.Out;
        var (rows, size) = (random.Next(0, 4), random.Next(0, 6));
        return Fit(config.Acc.Depth, rows * size, start => new MemoryInstruction(Opcode.Store, Dependencies.None, memory, start,
            DramBase(MemoryId.Out), rows, size, random.Next(0, 9), random.Next(16), random.Next(16), random.Next(16), random.Next(16)));
    }

    /// <summary>Places an SRAM range within its buffer; in illegal programs now and then across the end or past it.</summary>
    private InstructionWord Fit(int depth, int elements, Func<int, MemoryInstruction> at)
    {
        if (!isLegal && random.Next(8) == 0)
            return at(random.Next(Math.Min(depth * 2, 65536))).Encode(layout);
        if (elements > depth)
            return (at(0) with { XSize = 1, YSize = 1, XPad0 = 0, XPad1 = 0, YPad0 = 0, YPad1 = 0 }).Encode(layout);
        return at(random.Next(Math.Min(depth - elements + 1, 5))).Encode(layout);
    }

    private uint DramBase(MemoryId memory) => memory == MemoryId.Uop
        ? (uint)random.Next((int)UopBegin, (int)UopEnd - 0x800) / (uint)config.Uop.ElemBytes
        : (uint)random.Next((int)UopBegin / 2 / Math.Max(1, config.DramElemBytes(memory)));

    private (int Begin, int End) Uops()
    {
        if (!isLegal && random.Next(10) == 0)
            return (random.Next(config.Uop.Depth), Math.Min(2 * config.Uop.Depth - 1, config.Uop.Depth + random.Next(4)));
        var begin = random.Next(Math.Min(config.Uop.Depth, 8));
        return (begin, Math.Min(begin + random.Next(0, 7), config.Uop.Depth));
    }

    private InstructionWord Gemm()
    {
        var (begin, end) = Uops();
        if (end - begin > 64)
            begin = end - 8;
        if (config.HasDepthwise && random.Next(2) == 0)
        {
            return GemmInstruction.Depthwise(Dependencies.None, random.Next(2) == 0, begin, end, random.Next(0, 4), random.Next(0, 7),
                Math.Min(random.Next(0, 4), config.Wgt.Depth - 1), Factor(config.Acc.Depth), Factor(config.Acc.Depth), Factor(config.Inp.Depth),
                Factor(config.Inp.Depth), Factor(config.Wgt.Depth)).Encode(layout);
        }
        return new GemmInstruction(Dependencies.None, random.Next(5) == 0, begin, end, random.Next(0, 4), random.Next(0, 4),
            Factor(config.Acc.Depth), Factor(config.Acc.Depth), Factor(config.Inp.Depth), Factor(config.Inp.Depth),
            Factor(config.Wgt.Depth), Factor(config.Wgt.Depth), Overwrites()).Encode(layout);
    }

    private bool Overwrites() => config.Extensions.HasFlag(Extensions.GemmOverwrite) && random.Next(2) == 0;

    private InstructionWord Alu()
    {
        var (begin, end) = Uops();
        if (end - begin > 64)
            begin = end - 8;
        var code = !isLegal && random.Next(8) == 0 ? random.Next(1 << AluOperations.CodeWidth) : config.AluOperations[random.Next(config.AluOperations.Count)].Code;
        var srcDepth = config.Acc.Depth;
        if (config.Par is { } par && random.Next(2) == 0)
            (code, srcDepth) = (RequantOperation.Code, par.Depth);
        var immediate = random.Next(2) == 0 ? random.Next(-40, 40) : random.Next(short.MinValue, short.MaxValue + 1);
        return new AluInstruction(Dependencies.None, begin, end, random.Next(0, 4), random.Next(0, 4), code, random.Next(2) == 0, immediate,
            Factor(config.Acc.Depth), Factor(config.Acc.Depth), Factor(srcDepth), Factor(srcDepth), random.Next(2) == 0).Encode(layout);
    }
}
