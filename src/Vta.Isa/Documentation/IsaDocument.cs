using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Requant;

namespace Vta.Isa.Documentation;

/// <summary>The instruction set of a configuration, as those who write drivers and assemblers need it: formats, codes, host registers.</summary>
/// <param name="Version">The version of the instruction set.</param>
/// <param name="Hash">The hash of the hardware parameters, which a driver compares.</param>
/// <param name="Formats">How instructions are laid out, those of one layout together; the micro-op at last.</param>
/// <param name="Codes">For each field that holds a code, what its values are called.</param>
/// <param name="Registers">The host registers that the device has.</param>
public sealed record IsaDocument(
    int Version, uint Hash, IReadOnlyList<Format> Formats, IReadOnlyDictionary<string, IReadOnlyList<Code>> Codes, IReadOnlyList<Register> Registers)
{
    /// <summary>What a configuration has.</summary>
    public static IsaDocument Of(VtaConfig config)
    {
        var layout = config.Layout;
        var opcodes = Enum.GetValues<Opcode>().Where(layout.Knows).ToList();
        var memories = Enum.GetValues<MemoryId>().Where(layout.Knows);
        return new IsaDocument(
            InstructionLayout.IsaVersion,
            config.ConfigurationHash,
            [
                .. opcodes.GroupBy(layout.FieldsOf).Select(format => new Format([.. format.Select(opcode => opcode.Name())], InstructionLayout.InstructionBits, format.Key)),
                new Format(["micro-op"], InstructionLayout.MicroOpBits, layout.MicroOp.All),
            ],
            new Dictionary<string, IReadOnlyList<Code>>
            {
                [layout.Common.Opcode.Name] = [.. opcodes.Select(opcode => new Code((int)opcode, opcode.Name()))],
                [layout.Memory.MemoryType.Name] = [.. memories.Select(memory => new Code((int)memory, memory.Name()))],
                [layout.Alu.AluOpcode.Name] =
                [
                    .. config.AluOperations.Select(operation => new Code(operation.Code, operation.Name)),
                    .. config.Extensions.HasFlag(Extensions.Requant) ? [new Code(RequantOperation.Code, RequantOperation.Name)] : Array.Empty<Code>(),
                ],
            },
            [.. RegisterMap.Of(config)]);
    }
}
