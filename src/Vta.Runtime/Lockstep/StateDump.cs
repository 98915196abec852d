using Vta.Compiler.Commands;
using Vta.Compiler.Programs;
using Vta.Compiler.Recording;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Alu;
using Vta.Isa.Instructions;

namespace Vta.Runtime.Lockstep;

/// <summary>
/// Reads the on-chip buffers of any device by a program, which leaves nothing of them: accumulators are stored piece by piece, inputs and weights are multiplied by one.
/// Not read are micro-ops and parameters, and of the weights the last element, which holds the one.
/// </summary>
internal sealed class StateDump
{
    private readonly VtaConfig config;
    private readonly VtaProgram program;
    private readonly List<(DramBuffer Buffer, byte[] Bytes)> constants = [];
    private readonly List<(MemoryId Memory, int Width, List<DramBuffer> Pieces)> accumulators = [];
    private readonly CommandRecorder recorder;

    public StateDump(VtaConfig config)
    {
        this.config = config;
        recorder = new CommandRecorder(config, "state");
        Store(MemoryId.Acc, config.AccWidth, config.Acc.Depth);
        DumpInputs();
        DumpWeights();
        program = recorder.Synchronize();
    }

    /// <summary>Reads the buffers of a device, whose memory from an address on is overwritten.</summary>
    public IReadOnlyList<BufferState> Take(IDevice device, uint address)
    {
        var bound = program.Bind(ProgramAddresses.Allocate(program, address));
        foreach (var segment in bound.Segments())
            device.Dram.Write(segment.Address, segment.Data);
        foreach (var (buffer, bytes) in constants)
            device.Dram.Write(bound.Addresses.Of(buffer), bytes);
        device.Launch(bound.Request).ThrowOnFault(config, device.Dram, bound.Request);
        var dumps = accumulators.Select(each => (each.Memory, Values: Numbers(device, bound, each.Width, each.Pieces))).ToList();
        return
        [
            new BufferState(MemoryId.Acc, config.Acc.ElemValues, dumps[0].Values),
            .. dumps.Skip(1).GroupBy(each => each.Memory, (memory, parts) => Together(memory, [.. parts.Select(part => part.Values)])),
        ];
    }

    // Inputs, a block of as many lanes as accumulators have at a time: acc[i] = inp[i] · a part of the identity.
    private void DumpInputs()
    {
        var one = config.Wgt.Depth - 1;
        for (var lane = 0; lane < config.BlockIn; lane += config.BlockOut)
        {
            var first = lane;
            LoadOne(MemoryId.Wgt, config.Wgt, one, index => index / config.BlockIn + first == index % config.BlockIn);
            for (var element = 0; element < config.Inp.Depth; element += config.Acc.Depth)
            {
                var count = Math.Min(config.Acc.Depth, config.Inp.Depth - element);
                Multiply(count, element, 1, one, 0);
                Store(MemoryId.Inp, config.InpWidth, count);
            }
        }
    }

    // Weights, a column at a time: acc[i] = an input with a single one · wgt[i].
    private void DumpWeights()
    {
        for (var column = 0; column < config.BlockIn; column++)
        {
            var only = column;
            LoadOne(MemoryId.Inp, config.Inp, 0, index => index % config.BlockIn == only);
            for (var element = 0; element < config.Wgt.Depth; element += config.Acc.Depth)
            {
                var count = Math.Min(config.Acc.Depth, config.Wgt.Depth - element);
                Multiply(count, 0, 0, element, 1);
                Store(MemoryId.Wgt, config.WgtWidth, count);
            }
        }
    }

    /// <summary>Loads an element of ones and zeros, when the compute unit is done with what was there.</summary>
    private void LoadOne(MemoryId memory, BufferShape shape, int element, Func<int, bool> isOne)
    {
        var buffer = DramBuffer.OfElements($"one{constants.Count}", [1], shape);
        var bits = new byte[shape.ElemBytes];
        for (var index = 0; index < shape.ElemValues; index++)
        {
            var bit = index * shape.Width;
            if (isOne(index))
                bits[bit / 8] |= (byte)(1 << (bit % 8));
        }
        constants.Add((buffer, bits));
        recorder.DepPush(Unit.Compute, Unit.Load);
        recorder.DepPop(Unit.Compute, Unit.Load);
        recorder.LoadBuffer2D(buffer, 0, new Rows2D(1, 1, 1), element, memory);
        recorder.DepPush(Unit.Load, Unit.Compute);
        recorder.DepPop(Unit.Load, Unit.Compute);
    }

    private void Multiply(int count, int inp, int inpStep, int wgt, int wgtStep)
    {
        Run(KernelOperation.Clear, count, 0, 0, 0, 0);
        Run(KernelOperation.MatrixMultiply, count, inp, inpStep, wgt, wgtStep);
    }

    /// <summary>Stores accumulators in pieces as wide as outputs, the lowest first.</summary>
    private void Store(MemoryId memory, int width, int count)
    {
        var pieces = new List<DramBuffer>();
        for (var bit = 0; bit < width; bit += config.OutWidth)
        {
            if (bit > 0)
                Run(KernelOperation.Of<ShrOperation>(config.OutWidth), count, 0, 1, 0, 0);
            var piece = DramBuffer.OfElements($"state{accumulators.Count}.{pieces.Count}", [count], config.Out);
            pieces.Add(piece);
            recorder.DepPush(Unit.Compute, Unit.Store);
            recorder.DepPop(Unit.Compute, Unit.Store);
            for (var first = 0; first < count; first += ushort.MaxValue)
            {
                var row = Math.Min(ushort.MaxValue, count - first);
                recorder.StoreBuffer2D(first, piece, first, new Rows2D(row, 1, row));
            }
            recorder.DepPush(Unit.Store, Unit.Compute);
            recorder.DepPop(Unit.Store, Unit.Compute);
        }
        accumulators.Add((memory, width, pieces));
    }

    /// <summary>A step for each of the first accumulators; a power of two of them is one instruction.</summary>
    private void Run(KernelOperation operation, int count, int src, int srcStep, int wgt, int wgtStep)
    {
        const int Row = 1 << 10;
        var inner = Math.Min(count, Row);
        var outer = count / inner;
        var builder = new MicroKernelBuilder();
        builder.LoopBegin(new MicroLoop(outer, outer == 1 ? 0 : inner, outer == 1 ? 0 : inner * srcStep, outer == 1 ? 0 : inner * wgtStep));
        builder.LoopBegin(new MicroLoop(inner, inner == 1 ? 0 : 1, inner == 1 ? 0 : srcStep, inner == 1 ? 0 : wgtStep));
        builder.Push(operation, 0, src, wgt);
        builder.LoopEnd();
        builder.LoopEnd();
        recorder.Run(builder.Build());
    }

    private int[] Numbers(IDevice device, BoundProgram bound, int width, List<DramBuffer> pieces)
    {
        var lanes = config.Out.ElemValues;
        var values = new int[pieces[0].Shape[0] * lanes];
        foreach (var (piece, buffer) in pieces.Index())
        {
            var bytes = new byte[buffer.Bytes];
            device.Dram.Read(bound.Addresses.Of(buffer), bytes);
            for (var index = 0; index < values.Length; index++)
            {
                var bit = index * config.OutWidth;
                var bits = bytes[bit / 8] >> (bit % 8) & ((1 << config.OutWidth) - 1);
                values[index] |= bits << (piece * config.OutWidth);
            }
        }
        var unused = 32 - width;
        for (var index = 0; index < values.Length; index++)
            values[index] = values[index] << unused >> unused;
        return values;
    }

    /// <summary>The parts of a buffer, one after the other: their order is the same on each device.</summary>
    private BufferState Together(MemoryId memory, IReadOnlyList<int[]> parts) => memory == MemoryId.Inp
        ? new BufferState(memory, config.Inp.ElemValues, Inputs(parts))
        : new BufferState(memory, config.Wgt.ElemValues, Weights(parts));

    private int[] Inputs(IReadOnlyList<int[]> parts)
    {
        var values = new int[config.Inp.Depth * config.Inp.ElemValues];
        var chunks = (config.Inp.Depth + config.Acc.Depth - 1) / config.Acc.Depth;
        foreach (var (part, numbers) in parts.Index())
        {
            var (block, chunk) = Math.DivRem(part, chunks);
            for (var index = 0; index < numbers.Length; index++)
            {
                var (row, lane) = Math.DivRem(index, config.BlockOut);
                var (element, batch) = Math.DivRem(row, config.Batch);
                if ((block * config.BlockOut) + lane < config.BlockIn)
                    values[((((chunk * config.Acc.Depth) + element) * config.Batch) + batch) * config.BlockIn + (block * config.BlockOut) + lane] = numbers[index];
            }
        }
        return values;
    }

    private int[] Weights(IReadOnlyList<int[]> parts)
    {
        var values = new int[config.Wgt.Depth * config.Wgt.ElemValues];
        var chunks = (config.Wgt.Depth + config.Acc.Depth - 1) / config.Acc.Depth;
        foreach (var (part, numbers) in parts.Index())
        {
            var (column, chunk) = Math.DivRem(part, chunks);
            for (var index = 0; index < numbers.Length; index++)
            {
                var (row, lane) = Math.DivRem(index, config.BlockOut);
                var (element, batch) = Math.DivRem(row, config.Batch);
                if (batch == 0)
                    values[((((chunk * config.Acc.Depth) + element) * config.BlockOut) + lane) * config.BlockIn + column] = numbers[index];
            }
        }
        return values;
    }
}
