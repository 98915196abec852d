using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Programs;

namespace Vta.Compiler.Programs;

/// <summary>Puts a program, its arguments and their bytes together.</summary>
internal static class BundleBuilder
{
    /// <param name="program">The program.</param>
    /// <param name="inputs">What it reads, and the bytes before it runs; null where callers will give them.</param>
    /// <param name="outputs">What it computes, and the bytes after it ran; null where they are not known.</param>
    /// <exception cref="VtaInputException">Two arguments have one name.</exception>
    internal static ProgramBundle Build(
        VtaProgram program, IReadOnlyList<(DramBuffer Buffer, byte[]? Bytes)> inputs, IReadOnlyList<(DramBuffer Buffer, byte[]? Bytes)> outputs)
    {
        IReadOnlyList<DramBuffer> arguments = [.. inputs.Concat(outputs).Select(argument => argument.Buffer)];
        if (arguments.GroupBy(buffer => buffer.Name).FirstOrDefault(group => group.Count() > 1) is { } namesakes)
            throw new VtaInputException($"{namesakes.Count()} arguments of {program.Name} are named {namesakes.Key}; give each a name of its own");
        var bound = program.Bind(ProgramAddresses.Allocate(program, arguments));
        IReadOnlyList<MemorySegment> code = [.. bound.Segments()];
        var files = new BundleFileNames(code.Select(segment => segment.File));

        return new ProgramBundle
        {
            Name = program.Name,
            Config = program.Config,
            Launches = [bound.Request],
            Memory = [.. Segments(inputs, buffer => buffer.Name), .. code],
            Expected = [.. Segments(outputs, buffer => outputs.Count == 1 ? "expected" : $"expected.{buffer.Name}")],
            Sections = program.Sections,
            Arguments = [.. Arguments(inputs, ArgumentRole.Input), .. Arguments(outputs, ArgumentRole.Output)],
        };

        IEnumerable<MemorySegment> Segments(IReadOnlyList<(DramBuffer Buffer, byte[]? Bytes)> values, Func<DramBuffer, string> file) => values
            .Where(value => value.Bytes is not null)
            .Select(value => value.Bytes!.Length == value.Buffer.Bytes
                ? new MemorySegment(files.Take(file(value.Buffer)), bound.Addresses.Of(value.Buffer), value.Bytes)
                : throw new InvalidOperationException($"{value.Bytes.Length} bytes for buffer {value.Buffer.Name} of {value.Buffer.Bytes}"));

        IEnumerable<ProgramArgument> Arguments(IReadOnlyList<(DramBuffer Buffer, byte[]? Bytes)> values, ArgumentRole role) => values
            .Select(value => new ProgramArgument(value.Buffer.Name, role, value.Buffer.Type.Bits, value.Buffer.Shape, bound.Addresses.Of(value.Buffer)));
    }
}
