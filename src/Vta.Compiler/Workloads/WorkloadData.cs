using Vta.Isa;

namespace Vta.Compiler;

/// <summary>Puts a program, its inputs and its expected output together.</summary>
internal static class WorkloadData
{
    /// <param name="program">The program.</param>
    /// <param name="inputs">Bytes of the buffers that it reads.</param>
    /// <param name="output">The buffer that it writes.</param>
    /// <param name="expected">The bytes that it must write there.</param>
    internal static ProgramBundle Bundle(
        VtaProgram program, IReadOnlyList<(DramBuffer Buffer, byte[] Bytes)> inputs, DramBuffer output, byte[] expected)
    {
        var bound = program.Bind(ProgramAddresses.Allocate(program));
        MemorySegment Segment(DramBuffer buffer, byte[] bytes) =>
            bytes.Length == buffer.Bytes
                ? new MemorySegment($"{buffer.Name}.bin.gz", bound.Addresses.Of(buffer), bytes)
                : throw new InvalidOperationException($"{bytes.Length} bytes for buffer {buffer.Name} of {buffer.Bytes}");

        return new ProgramBundle
        {
            Name = program.Name,
            Config = program.Config,
            Launches = [bound.Request],
            Memory = [.. inputs.Select(input => Segment(input.Buffer, input.Bytes)), .. bound.Segments()],
            Expected = [Segment(output, expected) with { File = "expected.bin.gz" }],
        };
    }
}
