using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Programs;

/// <summary>Byte addresses for a program: its instructions, its micro-ops and its buffers.</summary>
/// <param name="Instructions">A multiple of 16.</param>
/// <param name="MicroOps">A multiple of 4.</param>
/// <param name="Buffers">Each a multiple of the size of its elements.</param>
public sealed record ProgramAddresses(uint Instructions, uint MicroOps, IReadOnlyDictionary<DramBuffer, uint> Buffers)
{
    /// <summary>Where the first buffer lies when nothing else is asked for; the page at 0 stays free.</summary>
    public const uint DefaultStart = PageBytes;

    private const uint PageBytes = 4096;

    /// <summary>The address of a buffer.</summary>
    /// <exception cref="VtaInputException">It has none.</exception>
    public uint Of(DramBuffer buffer) =>
        Buffers.TryGetValue(buffer, out var address) ? address : throw new VtaInputException($"buffer {buffer.Name} has no address");

    /// <summary>
    /// Lays out buffers, micro-ops and instructions one after the other, on pages of their own, or where elements are larger than a page, at multiples of these.
    /// </summary>
    /// <exception cref="VtaInputException">They do not fit 32-bit addresses.</exception>
    public static ProgramAddresses Allocate(VtaProgram program, uint start = DefaultStart) => Allocate(program, [], start);

    /// <param name="program">The program.</param>
    /// <param name="arguments">Buffers that get addresses also where the program makes no use of them.</param>
    /// <param name="start">Where the first buffer lies.</param>
    /// <inheritdoc cref="Allocate(VtaProgram, uint)"/>
    internal static ProgramAddresses Allocate(VtaProgram program, IReadOnlyList<DramBuffer> arguments, uint start = DefaultStart)
    {
        var config = program.Config;
        var alignment = new[] { config.Inp, config.Wgt, config.Acc, config.Out }.Max(buffer => Math.Max(PageBytes, (uint)buffer.ElemBytes));
        long next = start;
        uint Take(string what, long bytes)
        {
            var address = (next + alignment - 1) / alignment * alignment;
            next = address + bytes;
            return next <= 1L << 32
                ? (uint)address
                : throw new VtaInputException($"{what} of {bytes} bytes at address 0x{address:x} reaches beyond 32-bit addresses");
        }

        var buffers = program.Buffers.Union(arguments).ToDictionary(buffer => buffer, buffer => Take($"buffer {buffer.Name}", buffer.Bytes));
        var microOps = Take("the micro-ops", program.MicroOps.Count * (long)sizeof(uint));
        var instructions = Take("the program", program.Instructions.Count * (long)InstructionWord.Bytes);
        return new ProgramAddresses(instructions, microOps, buffers);
    }
}
