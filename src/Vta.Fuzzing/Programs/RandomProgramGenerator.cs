using Vta.Isa;
using Vta.Isa.Alu;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Memory;
using Vta.Isa.Programs;
using Vta.Isa.Requant;

namespace Vta.Fuzzing.Programs;

/// <summary>
/// Makes programs whose result is declared whatever the timing: units run side by side on different zones of the buffers, and wait for each other
/// where they meet. The same seed gives the same program.
/// </summary>
internal sealed class RandomProgramGenerator
{
    private const int UopVariants = 16;

    private static readonly int[] ShiftCorners = [0, 1, -1, 30, 31, 32, 33, -30, -31, -32, -33, 63, 64, -64, short.MinValue, short.MaxValue];

    private readonly VtaConfig config;
    private readonly ProgramKind kind;
    private readonly Random random;
    private readonly InstructionLayout layout;
    private readonly TokenPlanner planner;
    private readonly BaseAddresses bases;

    /// <summary>What micro-ops are for: GEMM, ALU and, where there is one, REQUANT.</summary>
    private readonly int kinds;

    /// <summary>Micro-ops of one kind in a zone.</summary>
    private readonly int window;

    /// <summary>Whether the micro-op buffer holds what its zones are for.</summary>
    private bool hasKnownUops = true;

    public RandomProgramGenerator(VtaConfig config, int seed, ProgramKind kind)
    {
        this.config = config;
        this.kind = kind;
        random = new Random(seed);
        layout = config.Layout;
        planner = new TokenPlanner(layout, random);
        bases = new BaseAddresses(Base(config.Uop), Base(config.Inp), Base(config.Wgt), Base(config.Acc, config.Par), Base(config.Out));
        kinds = config.HasRequant ? 3 : 2;
        window = Math.Min(config.Uop.Depth / (kinds * Footprint.Zones), 8);
    }

    public RandomProgram Create()
    {
        var errors = Errors();
        for (var zone = 0; zone < Footprint.Zones; zone++)
            planner.Add(LoadUops(zone, 0, kinds * window), Footprint.None);
        for (var count = random.Next(1, 50); count > 0; count--)
            AddRandom();
        if (kind != ProgramKind.Endless || random.Next(4) != 0)
            planner.Add(InstructionWords.Finish(layout), Footprint.None);
        planner.AddMeaninglessFlags();
        if (kind != ProgramKind.Legal && random.Next(3) == 0)
            planner.AddLeftover();
        if (kind == ProgramKind.Endless && errors.All(range => range.Address != RandomMemory.Instructions))
            planner.AddEndlessWait();
        return Finished(errors);
    }

    private bool Rarely => kind != ProgramKind.Legal && random.Next(15) == 0;

    private RandomProgram Finished(IReadOnlyList<(uint Address, ulong Length)> errors)
    {
        var words = planner.Words;

        // Some of the program before the page that may answer with errors, so that what is lost is its end.
        var before = (uint)random.Next(1, words.Count + 1) * InstructionWord.Bytes;
        var address = errors.Any(range => range.Address == RandomMemory.Instructions)
            ? RandomMemory.Instructions - before
            : RandomMemory.Instructions + (uint)random.Next(1024) * InstructionWord.Bytes;
        MemorySegment[] memory =
        [
            RandomMemory.DataSegment(random),
            .. Enumerable.Range(0, Footprint.Zones).Select(UopSegment),
            new MemorySegment("instructions", address, InstructionWords.ToBytes(words)),
        ];
        return new RandomProgram(config, words, new LaunchRequest(address, (uint)words.Count, bases), memory, errors);
    }

    private uint Base(params BufferShape?[] shapes) => (uint)(random.Next(4) * shapes.Max(shape => Math.Max(64, shape?.ElemBytes ?? 0)));

    private List<(uint Address, ulong Length)> Errors()
    {
        if (kind == ProgramKind.Endless && random.Next(4) == 0)
            return [(RandomMemory.Instructions, 0x1_0000)];
        if (kind == ProgramKind.Legal || random.Next(3) != 0)
            return [];
        var page = (uint)random.Next(4) * Dram.ErrorGranularity;
        switch (random.Next(3))
        {
            case 0:
                hasKnownUops = false;
                return [(RandomMemory.Uops + (uint)random.Next(Footprint.Zones) * RandomMemory.UopZone, Dram.ErrorGranularity)];
            case 1:
                return [(RandomMemory.Data + page, (ulong)random.Next(1, 8) * Dram.ErrorGranularity)];
            default:
                return [(RandomMemory.Outputs + (uint)random.Next(Footprint.Zones) * RandomMemory.OutputZone + page, Dram.ErrorGranularity)];
        }
    }

    private MemorySegment UopSegment(int zone)
    {
        var uops = new byte[UopVariants * kinds * window * config.Uop.ElemBytes];
        for (var at = 0; at < uops.Length / 4; at++)
        {
            var srcDepth = (at / window % kinds) switch
            {
                0 => config.Inp.Depth,
                1 => config.Acc.Depth,
                _ => config.Par!.Depth,
            };
            var inZone = random.Next(2) == 0 ? 3 : 1 << 16;
            var dst = Index(config.Acc.Depth, zone, inZone);
            var src = Index(srcDepth, zone, inZone);
            BitConverter.TryWriteBytes(uops.AsSpan(at * 4), new MicroOp(dst, src, Index(config.Wgt.Depth, zone, inZone)).Encode(layout));
        }
        return new MemorySegment("uops", RandomMemory.Uops + (uint)zone * RandomMemory.UopZone, uops);
    }

    /// <summary>An index in the lower half of a zone, which leaves room for factors.</summary>
    private int Index(int depth, int zone, int limit) =>
        zone * (depth / Footprint.Zones) + random.Next(Math.Clamp(depth / (2 * Footprint.Zones), 1, limit));

    private void AddRandom()
    {
        var zone = random.Next(Footprint.Zones);
        switch (random.Next(20))
        {
            case < 2:
                planner.Add(LoadUops(zone), Footprint.None);
                break;
            case < 8:
                AddLoad(zone);
                break;
            case < 12:
                AddStore(zone);
                break;
            case < 16:
                AddGemm(zone);
                break;
            case < 19:
                AddAlu(zone);
                break;
            default:
                AddOdd();
                break;
        }
    }

    /// <summary>Instructions with nothing to do, and undefined ones.</summary>
    private void AddOdd()
    {
        var word = random.Next(kind == ProgramKind.Legal ? 2 : 4) switch
        {
            0 => (Transfer((Opcode)random.Next(2), (MemoryId)random.Next(8), random.Next(1 << 16), 0) with { XSize = random.Next(1 << 16) }).Encode(layout),
            1 => random.Next(2) == 0
                ? new GemmInstruction(Dependencies.None, random.Next(2) == 0, 3, random.Next(4), random.Next(9), random.Next(9)).Encode(layout)
                : new AluInstruction(Dependencies.None, 0, 1, 0, random.Next(9), random.Next(8), false).Encode(layout),
            2 => new InstructionWord((uint)AnyOf(Enumerable.Range(0, 8).Where(code => !layout.Knows((Opcode)code))) | ((ulong)random.NextInt64() << 7), (ulong)random.NextInt64()),
            _ => random.Next(2) == 0
                ? Transfer(Opcode.Load, AnyOf(Enum.GetValues<MemoryId>().Where(id => id == MemoryId.Out || !layout.Knows(id))), random.Next(1 << 16), 1).Encode(layout)
                : Transfer(Opcode.Store, new[] { MemoryId.Uop, MemoryId.Inp, MemoryId.Acc8Bit, (MemoryId)7 }[random.Next(4)], 0, 1).Encode(layout),
        };
        planner.Add(word, Footprint.None);
    }

    private T AnyOf<T>(IEnumerable<T> values) => values.ToList() is var list ? list[random.Next(list.Count)] : default!;

    private MemoryInstruction Transfer(Opcode opcode, MemoryId memory, int sramBase, int rows) =>
        new(opcode, Dependencies.None, memory, sramBase, (uint)random.Next(1 << 16), rows, 1 + random.Next(4), random.Next(9), random.Next(16), 0, 0, random.Next(16));

    /// <summary>Micro-ops into a zone, each where it is of the right kind.</summary>
    private InstructionWord LoadUops(int zone)
    {
        if (Rarely)
            return LoadWildUops();
        var offset = random.Next(kinds * window);
        return LoadUops(zone, offset, random.Next(1, kinds * window - offset + 1));
    }

    private InstructionWord LoadUops(int zone, int offset, int count)
    {
        var variant = random.Next(UopVariants - 1);
        var source = (RandomMemory.Uops + (uint)zone * RandomMemory.UopZone - bases.Uop) / 4 + (uint)(variant * kinds * window + offset);

        // Rows of one micro-op, or one row of all.
        var rows = random.Next(4) == 0 ? count : 1;
        return new MemoryInstruction(Opcode.Load, Dependencies.None, MemoryId.Uop, zone * (config.Uop.Depth / Footprint.Zones) + offset, source,
            rows, count / rows, rows == 1 ? random.Next(9) : 1).Encode(layout);
    }

    private InstructionWord LoadWildUops()
    {
        hasKnownUops = false;
        var source = (RandomMemory.Data - bases.Uop) / 4 + (uint)random.Next(64);
        return new MemoryInstruction(Opcode.Load, Dependencies.None, MemoryId.Uop, random.Next(2 * config.Uop.Depth), source, random.Next(1, 4),
            random.Next(1, 9), random.Next(16), random.Next(3), random.Next(3), random.Next(3), random.Next(3)).Encode(layout);
    }

    private void AddLoad(int zone)
    {
        MemoryId[] memories = [MemoryId.Inp, MemoryId.Inp, MemoryId.Wgt, MemoryId.Wgt, MemoryId.Acc, MemoryId.Acc8Bit, MemoryId.Par, MemoryId.Pad];
        var memory = AnyOf(memories.Where(layout.Knows));
        if (memory == MemoryId.Pad)
        {
            planner.Add((MemoryInstruction.PadValue(Dependencies.None, random.Next(-128, 128)) with { XSize = random.Next(2), YSize = random.Next(2) }).Encode(layout), Footprint.None);
            return;
        }
        var depth = config.Buffer(memory)!.Depth;
        var block = Block(depth / Footprint.Zones, withPads: true);
        var readsOutputs = random.Next(3) == 0;
        var bytes = config.DramElemBytes(memory);
        var source = readsOutputs ? RandomMemory.Outputs + (uint)zone * RandomMemory.OutputZone : RandomMemory.Data;
        var range = readsOutputs ? RandomMemory.OutputBytes : RandomMemory.DataBytes;
        var isWild = Rarely;
        var load = block with
        {
            Opcode = Opcode.Load,
            Memory = memory,
            SramBase = isWild ? random.Next(Math.Min(2 * depth, 1 << 16)) : Place(depth, zone, block),
            DramBase = (source - bases.Of(memory)) / (uint)bytes + (uint)random.Next(Math.Max(1, range / bytes)),
        };
        var writes = memory switch
        {
            MemoryId.Inp => Footprint.Inp(isWild ? Footprint.AnyZone : zone),
            MemoryId.Wgt => Footprint.Wgt(isWild ? Footprint.AnyZone : zone),
            MemoryId.Par => 0,
            _ => Footprint.Acc(isWild ? Footprint.AnyZone : zone),
        };
        planner.Add(load.Encode(layout), new Footprint(readsOutputs ? Footprint.Outputs(zone) : 0, writes));
    }

    private void AddStore(int zone)
    {
        var depth = config.Out.Depth;
        var block = Block(depth / Footprint.Zones, withPads: false);
        var isWild = Rarely;
        var target = RandomMemory.Outputs + (uint)zone * RandomMemory.OutputZone;
        var bytes = config.Out.ElemBytes;
        var store = block with
        {
            Opcode = Opcode.Store,
            Memory = MemoryId.Out,
            SramBase = isWild ? random.Next(Math.Min(2 * depth, 1 << 16)) : Place(depth, zone, block),
            DramBase = (target - bases.Out) / (uint)bytes + (uint)random.Next(RandomMemory.OutputBytes / bytes),
            YPad0 = random.Next(16),
            XPad1 = random.Next(16),
        };
        planner.Add(store.Encode(layout), new Footprint(Footprint.Acc(isWild ? Footprint.AnyZone : zone), Footprint.Outputs(zone)));
    }

    /// <summary>Sizes, pads and stride of a transfer of so many elements at most.</summary>
    private MemoryInstruction Block(int limit, bool withPads)
    {
        var budget = Math.Min(limit, random.Next(5) == 0 ? random.Next(1, 400) : random.Next(1, 24));
        var width = random.Next(1, budget + 1);
        var height = Math.Max(1, random.Next(3) == 0 ? 1 : budget / width);
        var (left, right) = withPads ? Pads(width) : default;
        var (top, bottom) = withPads ? Pads(height) : default;
        var columns = width - left - right;
        var stride = random.Next(4) switch
        {
            0 => columns,
            1 => random.Next(columns + 1),
            2 => random.Next(1 << 16),
            _ => columns + random.Next(20),
        };

        // Rows of many bytes, far apart, would leave the region.
        stride = Math.Min(stride, (int)(RandomMemory.OutputZone / 4 / (uint)(height * 4096)));
        return new MemoryInstruction(Opcode.Load, Dependencies.None, MemoryId.Inp, 0, 0, height - top - bottom, columns, stride, top, bottom, left, right);
    }

    /// <summary>Padding on both sides that leaves at least one of so many elements.</summary>
    private (int Before, int After) Pads(int size)
    {
        if (random.Next(2) == 0)
            return (0, 0);
        var before = random.Next(Math.Min(16, size));
        return (before, random.Next(Math.Min(16, size - before)));
    }

    /// <summary>A place for a block in a zone: at its start, at its end, or anywhere.</summary>
    private int Place(int depth, int zone, MemoryInstruction block)
    {
        var elements = (block.YPad0 + block.YSize + block.YPad1) * (block.XPad0 + block.XSize + block.XPad1);
        var free = depth / Footprint.Zones - elements;
        var offset = random.Next(4) switch
        {
            0 => 0,
            1 => free,
            2 => random.Next(free + 1),
            _ => Math.Min(free, random.Next(8)),
        };
        return zone * (depth / Footprint.Zones) + offset;
    }

    private void AddGemm(int zone)
    {
        var isWild = Rarely;
        var (begin, end) = Uops(zone, 0, isWild);
        var (outer, inner) = Loops(end - begin);
        var dst = Factors(config.Acc.Depth, outer, inner, isWild);
        var src = Factors(config.Inp.Depth, outer, inner, isWild);
        var wgt = Factors(config.Wgt.Depth, outer, inner, isWild);
        var gemm = new GemmInstruction(Dependencies.None, random.Next(5) == 0, begin, end, outer, inner, dst.Out, dst.In, src.Out, src.In, wgt.Out, wgt.In,
            layout.Knows(Opcode.GemmSet) && random.Next(2) == 0);
        if (config.HasDepthwise && random.Next(2) == 0)
        {
            var firstWrite = Math.Min(random.Next(config.DepthwiseTaps + 1), config.Wgt.Depth - 1);
            gemm = GemmInstruction.Depthwise(
                Dependencies.None, random.Next(2) == 0, begin, end, outer, inner, firstWrite, dst.Out, dst.In, src.Out, src.In, wgt.Out);
        }
        var reach = isWild || !hasKnownUops ? Footprint.AnyZone : zone;
        var reads = gemm.Reset ? 0 : Footprint.Inp(reach) | Footprint.Wgt(reach);
        planner.Add(gemm.Encode(layout), new Footprint(reads, Footprint.Acc(reach)));
    }

    private void AddAlu(int zone)
    {
        var isWild = Rarely;
        var isRequant = config.HasRequant && random.Next(2) == 0;
        var (begin, end) = Uops(zone, isRequant ? 2 * window : window, isWild);
        var (outer, inner) = Loops(end - begin);
        var dst = Factors(config.Acc.Depth, outer, inner, isWild);
        var src = Factors(isRequant ? config.Par!.Depth : config.Acc.Depth, outer, inner, isWild);
        var code = isRequant ? RequantOperation.Code : Rarely ? random.Next(1 << AluOperations.CodeWidth) : config.AluOperations[random.Next(config.AluOperations.Count)].Code;
        var immediate = random.Next(2) == 0 ? ShiftCorners[random.Next(ShiftCorners.Length)] : random.Next(short.MinValue, short.MaxValue + 1);
        var alu = new AluInstruction(Dependencies.None, begin, end, outer, inner, code, random.Next(2) == 0, immediate, dst.Out, dst.In, src.Out, src.In,
            random.Next(4) == 0);
        planner.Add(alu.Encode(layout), new Footprint(0, Footprint.Acc(isWild || !hasKnownUops ? Footprint.AnyZone : zone)));
    }

    private (int Begin, int End) Uops(int zone, int offset, bool isWild)
    {
        if (isWild && random.Next(2) == 0)
        {
            var end = Math.Min(config.Uop.Depth + random.Next(4), 2 * config.Uop.Depth - 1);
            return (Math.Min(end - random.Next(1, 6), config.Uop.Depth - 1), end);
        }
        var start = random.Next(window);
        var first = zone * (config.Uop.Depth / Footprint.Zones) + offset;
        return (first + start, first + random.Next(start + 1, window + 1));
    }

    /// <summary>Iterations: mostly few, at times many, now and then none.</summary>
    private (int Outer, int Inner) Loops(int uops)
    {
        if (random.Next(15) == 0)
            return (random.Next(2), 0);
        var limit = random.Next(6) == 0 ? 1000 / uops : 12;
        var outer = random.Next(1, limit + 1);
        return (outer, random.Next(1, limit / outer + 1));
    }

    /// <summary>Factors that keep indices from the lower half of a zone within the zone.</summary>
    private (int Out, int In) Factors(int depth, int outer, int inner, bool isWild)
    {
        if (isWild && random.Next(2) == 0)
            return (random.Next(depth), random.Next(depth));
        var room = depth / Footprint.Zones - Math.Max(depth / (2 * Footprint.Zones), 1);
        var outerFactor = Factor(outer, room);
        return (outerFactor, Factor(inner, room - Math.Max(0, outer - 1) * outerFactor));
    }

    private int Factor(int iterations, int room) => iterations <= 1
        ? random.Next(Math.Max(1, room))
        : Math.Min(random.Next(3) == 0 ? room / (iterations - 1) : random.Next(4), room / (iterations - 1));
}
