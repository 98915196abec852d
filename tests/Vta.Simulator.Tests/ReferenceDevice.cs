using Vta.Isa;
using Vta.Isa.Alu;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Memory;
using Vta.TestSupport;

namespace Vta.Simulator.Tests;

/// <summary>
/// The declared behaviour in its plainest form: one value at a time, instructions in program order. That is what a program means
/// whose units never run at the same time; tokens are counted but never waited for.
/// </summary>
internal sealed class ReferenceDevice(VtaConfig config)
{
    private readonly InstructionLayout layout = config.Layout;
    private readonly uint[] uop = new uint[config.Uop.Depth];
    private readonly int[] inp = new int[config.Inp.Depth * config.Inp.ElemValues];
    private readonly int[] wgt = new int[config.Wgt.Depth * config.Wgt.ElemValues];
    private readonly byte[] par = new byte[config.Par?.BuffSize ?? 0];
    private int padValue;
    private readonly int[] acc = new int[config.Acc.Depth * config.Acc.ElemValues];
    private readonly IntegerAlgebra algebra = new(config.AccWidth);

    private Faults faults;
    private uint? firstFault;
    private uint current;
    private readonly Dictionary<Counter, long> counts = [];

    /// <summary>What the last launch left over.</summary>
    internal IReadOnlyList<LeftoverTokens> Leftover { get; private set; } = [];

    internal LaunchResult Launch(Dram dram, LaunchRequest request)
    {
        (faults, firstFault) = (Faults.None, null);
        counts.Clear();
        padValue = 0;
        var tokens = new Dictionary<TokenQueues, int>();
        var leftover = TokenQueues.None;
        for (current = 0; current < request.InstructionCount; current++)
        {
            var word = InstructionWord.Read(ReadBytes(dram, request.InstructionAddress + current * InstructionWord.Bytes, InstructionWord.Bytes));
            Execute(dram, request.Bases, word);
            var (unit, dependencies) = (word.Unit(layout), word.Dependencies(layout));
            foreach (var queue in TokenQueue.Each(TokenQueue.Popped(unit, dependencies)))
                tokens[queue] = tokens.GetValueOrDefault(queue) - 1;
            foreach (var queue in TokenQueue.Each(TokenQueue.Pushed(unit, dependencies)))
                tokens[queue] = tokens.GetValueOrDefault(queue) + 1;
            if (word.Opcode(layout) == Opcode.Finish)
                break;
        }
        foreach (var (queue, count) in tokens.Where(pair => pair.Value > 0))
        {
            leftover |= queue;
            Raise(Faults.Tokens);
        }
        Leftover = [.. tokens.Where(pair => pair.Value > 0).OrderBy(pair => pair.Key).Select(pair => new LeftoverTokens(pair.Key, pair.Value))];
        return new LaunchResult { Statistics = new(counter => counts.GetValueOrDefault(counter)), Status = new(faults, leftover), FaultInstruction = firstFault ?? 0 };
    }

    private void Execute(Dram dram, BaseAddresses bases, InstructionWord word)
    {
        switch (word.Opcode(layout))
        {
            case Opcode.Load:
                Load(dram, bases, MemoryInstruction.Decode(layout, word));
                break;
            case Opcode.Store:
                Store(dram, bases, MemoryInstruction.Decode(layout, word));
                break;
            case Opcode.Gemm:
            case Opcode.GemmSet when config.Extensions.HasFlag(Extensions.GemmOverwrite):
                Gemm(GemmInstruction.Decode(layout, word));
                break;
            case Opcode.Dwconv when config.HasDepthwise:
                Dwconv(word);
                break;
            case Opcode.Alu:
                Alu(AluInstruction.Decode(layout, word));
                break;
            case Opcode.Finish:
                break;
            default:
                Raise(Faults.Illegal);
                break;
        }
    }

    private void Load(Dram dram, BaseAddresses bases, MemoryInstruction load)
    {
        if (load.Memory == MemoryId.Pad && config.Extensions.HasFlag(Extensions.PadValue))
        {
            padValue = new IntegerAlgebra(config.InpWidth).Constant(load.SramBase);
            return;
        }
        if (load.IsEmpty)
            return;
        if (!load.IsLegal(layout))
        {
            Raise(Faults.Illegal);
            return;
        }
        var elemBytes = config.DramElemBytes(load.Memory);
        var next = load.SramBase;
        for (var y = -load.YPad0; y < load.YSize + load.YPad1; y++)
        {
            for (var x = -load.XPad0; x < load.XSize + load.XPad1; x++)
            {
                var isPad = y < 0 || y >= load.YSize || x < 0 || x >= load.XSize;
                var element = load.DramBase + (uint)(y * load.XStride + x);
                WriteElement(load.Memory, next++, isPad ? Padding(load.Memory) : ReadBytes(dram, bases.Of(load.Memory) + element * (uint)elemBytes, elemBytes));
            }
        }
        var bytes = (long)load.XSize * load.YSize * elemBytes;
        switch (load.Memory)
        {
            case MemoryId.Uop: Count(Counters.UopLoadBytes, bytes); break;
            case MemoryId.Inp: Count(Counters.InpLoadBytes, bytes); break;
            case MemoryId.Par: Count(Counters.ParLoadBytes, bytes); break;
            case MemoryId.Wgt: Count(Counters.WgtLoadBytes, bytes); break;
            default:
                Count(Counters.AccLoadBytes, bytes);
                Count(Counters.AccWrites, next - load.SramBase);
                break;
        }
    }

    private byte[] Padding(MemoryId memory)
    {
        var bytes = new byte[config.DramElemBytes(memory)];
        for (var bit = 0; memory == MemoryId.Inp && bit < config.Inp.ElemBits; bit++)
            bytes[bit / 8] |= (byte)((padValue >> (bit % config.InpWidth) & 1) << (bit % 8));
        return bytes;
    }

    private void WriteElement(MemoryId memory, int index, byte[] bytes)
    {
        index = Wrap(index, config.Buffer(memory)!.Depth);
        switch (memory)
        {
            case MemoryId.Uop:
                uop[index] = BitConverter.ToUInt32(bytes);
                break;
            case MemoryId.Par:
                bytes.CopyTo(par, index * bytes.Length);
                break;
            case MemoryId.Inp:
                Unpack(bytes, config.InpWidth, inp, index * config.Inp.ElemValues);
                break;
            case MemoryId.Wgt:
                Unpack(bytes, config.WgtWidth, wgt, index * config.Wgt.ElemValues);
                break;
            default:
                Unpack(bytes, memory == MemoryId.Acc ? config.AccWidth : 8, acc, index * config.Acc.ElemValues);
                break;
        }
    }

    private static void Unpack(byte[] bytes, int width, int[] values, int start)
    {
        for (var i = 0; i < bytes.Length * 8 / width; i++)
        {
            var value = 0;
            for (var bit = 0; bit < width; bit++)
                value |= (bytes[(i * width + bit) / 8] >> ((i * width + bit) % 8) & 1) << bit;
            values[start + i] = new IntegerAlgebra(width).Constant(value);
        }
    }

    private void Store(Dram dram, BaseAddresses bases, MemoryInstruction store)
    {
        if (store.IsEmpty)
            return;
        if (!store.IsLegal(layout))
        {
            Raise(Faults.Illegal);
            return;
        }
        var next = store.SramBase;
        for (var y = 0; y < store.YSize; y++)
        {
            for (var x = 0; x < store.XSize; x++)
            {
                var index = Wrap(next++, config.Acc.Depth);
                var bytes = new byte[config.Out.ElemBytes];
                for (var bit = 0; bit < config.Out.ElemBits; bit++)
                {
                    var value = acc[index * config.Acc.ElemValues + bit / config.OutWidth];
                    bytes[bit / 8] |= (byte)((value >> (bit % config.OutWidth) & 1) << (bit % 8));
                }
                WriteBytes(dram, bases.Out + (store.DramBase + (uint)(y * store.XStride + x)) * (uint)bytes.Length, bytes);
            }
        }
        Count(Counters.OutStoreBytes, (long)store.XSize * store.YSize * config.Out.ElemBytes);
    }

    private void Gemm(GemmInstruction gemm)
    {
        foreach (var (i, j, k) in Steps(gemm.IterOut, gemm.IterIn, gemm.UopBegin, gemm.UopEnd))
        {
            var step = MicroOp.Decode(layout, uop[Wrap(k, config.Uop.Depth)]);
            var dst = Wrap(step.Dst + (long)i * gemm.DstFactorOut + (long)j * gemm.DstFactorIn, config.Acc.Depth) * config.Acc.ElemValues;
            Count(Counters.AccWrites, 1);
            Count(Counters.GemmSteps, gemm.Reset ? 0 : 1);
            if (gemm.Reset)
            {
                acc.AsSpan(dst, config.Acc.ElemValues).Clear();
                continue;
            }
            var src = Wrap(step.Src + (long)i * gemm.SrcFactorOut + (long)j * gemm.SrcFactorIn, config.Inp.Depth) * config.Inp.ElemValues;
            var weight = Wrap(step.Wgt + (long)i * gemm.WgtFactorOut + (long)j * gemm.WgtFactorIn, config.Wgt.Depth) * config.Wgt.ElemValues;
            for (var b = 0; b < config.Batch; b++)
            {
                for (var o = 0; o < config.BlockOut; o++)
                {
                    var sum = gemm.Overwrites ? 0 : acc[dst + b * config.BlockOut + o];
                    for (var c = 0; c < config.BlockIn; c++)
                        sum += inp[src + b * config.BlockIn + c] * wgt[weight + o * config.BlockIn + c];
                    acc[dst + b * config.BlockOut + o] = algebra.Constant(sum);
                }
            }
        }
    }

    private void Dwconv(InstructionWord word)
    {
        var fields = layout.Gemm;
        var dwconv = GemmInstruction.Decode(layout, word);
        var (overwrites, firstWrite) = (fields.Reset.Extract(word) != 0, fields.WgtFactorIn.Extract(word));
        List<int[]> window = [];
        foreach (var (i, j, k) in Steps(dwconv.IterOut, dwconv.IterIn, dwconv.UopBegin, dwconv.UopEnd))
        {
            if (j == 0 && k == dwconv.UopBegin)
                window.Clear();
            var step = MicroOp.Decode(layout, uop[Wrap(k, config.Uop.Depth)]);
            var src = Wrap(step.Src + (long)i * dwconv.SrcFactorOut + (long)j * dwconv.SrcFactorIn, config.Inp.Depth) * config.Inp.ElemValues;
            window.Insert(0, inp[src..(src + config.Inp.ElemValues)]);
            Count(Counters.GemmSteps, 1);
            if (j < firstWrite)
                continue;
            var dst = Wrap(step.Dst + (long)i * dwconv.DstFactorOut + (long)j * dwconv.DstFactorIn, config.Acc.Depth) * config.Acc.ElemValues;
            var weight = Wrap(step.Wgt + (long)i * dwconv.WgtFactorOut, config.Wgt.Depth) * config.Wgt.ElemValues;
            Count(Counters.AccWrites, 1);
            for (var v = 0; v < config.Acc.ElemValues; v++)
            {
                var sum = overwrites ? 0 : acc[dst + v];
                for (var t = 0; t < config.DepthwiseTaps && t < window.Count; t++)
                    sum += window[t][v] * wgt[weight + t * config.BlockIn + v % config.BlockIn];
                acc[dst + v] = algebra.Constant(sum);
            }
        }
    }

    private void Alu(AluInstruction alu)
    {
        if (alu.Code == 5 && config.HasRequant)
        {
            Requant(alu);
            return;
        }
        if (alu.Steps > 0 && config.AluOperations.Find(alu.Code) is null)
        {
            Raise(Faults.Illegal);
            return;
        }
        foreach (var (i, j, k) in Steps(alu.IterOut, alu.IterIn, alu.UopBegin, alu.UopEnd))
        {
            var step = MicroOp.Decode(layout, uop[Wrap(k, config.Uop.Depth)]);
            var dst = Wrap(step.Dst + (long)i * alu.DstFactorOut + (long)j * alu.DstFactorIn, config.Acc.Depth) * config.Acc.ElemValues;
            var src = alu.UseImmediate
                ? 0
                : Wrap(step.Src + (long)i * alu.SrcFactorOut + (long)j * alu.SrcFactorIn, config.Acc.Depth) * config.Acc.ElemValues;
            Count(Counters.AccWrites, 1);
            Count(Counters.AluSteps, 1);
            for (var v = 0; v < config.Acc.ElemValues; v++)
            {
                var right = alu.UseImmediate ? algebra.Constant(alu.Immediate) : acc[src + v];
                acc[dst + v] = config.AluOperations.Find(alu.Code)!.Evaluate(algebra, acc[dst + v], right);
            }
        }
    }

    private void Requant(AluInstruction alu)
    {
        foreach (var (i, j, k) in Steps(alu.IterOut, alu.IterIn, alu.UopBegin, alu.UopEnd))
        {
            var step = MicroOp.Decode(layout, uop[Wrap(k, config.Uop.Depth)]);
            var dst = Wrap(step.Dst + (long)i * alu.DstFactorOut + (long)j * alu.DstFactorIn, config.Acc.Depth) * config.Acc.ElemValues;
            var src = Wrap(step.Src + (long)i * alu.SrcFactorOut + (long)j * alu.SrcFactorIn, config.Par!.Depth) * config.Par.ElemBytes;
            Count(Counters.AccWrites, 1);
            Count(Counters.AluSteps, 1);
            for (var v = 0; v < config.Acc.ElemValues; v++)
                acc[dst + v] = PlainRequant.Apply(par.AsSpan(src + v % config.BlockOut * 16, 16), acc[dst + v]);
        }
    }

    private void Count(Counter counter, long amount) => counts[counter] = counts.GetValueOrDefault(counter) + amount;

    private static IEnumerable<(int I, int J, int K)> Steps(int outer, int inner, int begin, int end)
    {
        for (var i = 0; i < outer; i++)
        {
            for (var j = 0; j < inner; j++)
            {
                for (var k = begin; k < end; k++)
                    yield return (i, j, k);
            }
        }
    }

    private int Wrap(long index, int depth)
    {
        if (index >= depth)
            Raise(Faults.Index);
        return (int)(index % depth);
    }

    private byte[] ReadBytes(Dram dram, uint address, int count)
    {
        var bytes = new byte[count];
        dram.Read(address, bytes);
        for (var i = 0; i < count; i++)
        {
            if (!dram.Fails(address + (uint)i))
                continue;
            bytes[i] = 0;
            Raise(Faults.Bus);
        }
        return bytes;
    }

    private void WriteBytes(Dram dram, uint address, byte[] bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (dram.Fails(address + (uint)i))
                Raise(Faults.Bus);
            else
                dram.Write(address + (uint)i, bytes.AsSpan(i, 1));
        }
    }

    private void Raise(Faults fault)
    {
        faults |= fault;
        firstFault = Math.Min(firstFault ?? uint.MaxValue, current);
    }
}
