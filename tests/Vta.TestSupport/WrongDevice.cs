using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Memory;
using Vta.Runtime;

namespace Vta.TestSupport;

/// <summary>A device that takes some instructions for others.</summary>
/// <param name="config">What it was built for.</param>
/// <param name="change">The instruction that it takes for one.</param>
public sealed class WrongDevice(VtaConfig config, Func<InstructionLayout, InstructionWord, InstructionWord> change) : IDevice
{
    private readonly IDevice right = Devices.Create(Devices.Fsim, config);

    public VtaConfig Config => config;

    public Dram Dram => right.Dram;

    public LaunchResult Launch(LaunchRequest request)
    {
        var before = new byte[request.InstructionCount * InstructionWord.Bytes];
        Dram.Read(request.InstructionAddress, before);
        var changed = (byte[])before.Clone();
        for (var at = 0; at < changed.Length; at += InstructionWord.Bytes)
            change(config.Layout, InstructionWord.Read(changed.AsSpan(at))).Write(changed.AsSpan(at));
        Dram.Write(request.InstructionAddress, changed);
        var result = right.Launch(request);
        Dram.Write(request.InstructionAddress, before);
        return result;
    }

    public void Dispose() => right.Dispose();

    /// <summary>MAX is MIN.</summary>
    public static InstructionWord MaxIsMin(InstructionLayout layout, InstructionWord word) =>
        word.Opcode(layout) == Opcode.Alu && AluInstruction.Decode(layout, word) is { Code: 1 } max ? (max with { Code = 0 }).Encode(layout) : word;

    /// <summary>Rows are stored without a stride.</summary>
    public static InstructionWord StoresDensely(InstructionLayout layout, InstructionWord word) =>
        word.Opcode(layout) == Opcode.Store && MemoryInstruction.Decode(layout, word) is { IsEmpty: false, Memory: MemoryId.Out } store
            ? (store with { XStride = store.XSize }).Encode(layout) : word;

    /// <summary>Several inputs at once arrive one element further.</summary>
    public static InstructionWord LoadsInputsElsewhere(InstructionLayout layout, InstructionWord word) => Elsewhere(layout, word, MemoryId.Inp);

    /// <summary>Several weights at once arrive one element further.</summary>
    public static InstructionWord LoadsWeightsElsewhere(InstructionLayout layout, InstructionWord word) => Elsewhere(layout, word, MemoryId.Wgt);

    private static InstructionWord Elsewhere(InstructionLayout layout, InstructionWord word, MemoryId memory) =>
        word.Opcode(layout) == Opcode.Load && MemoryInstruction.Decode(layout, word) is { IsEmpty: false } load && load.Memory == memory && load.XSize * load.YSize > 1
            ? (load with { SramBase = load.SramBase + 1 }).Encode(layout) : word;
}
