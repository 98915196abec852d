using Vta.Isa.Launch;

namespace Vta.Isa.Documentation;

/// <summary>An <see cref="IsaDocument"/> as a page of Markdown.</summary>
public static class IsaMarkdown
{
    /// <summary>The page, a line each.</summary>
    public static IEnumerable<string> Of(IsaDocument document)
    {
        yield return $"# Instruction set, version {document.Version}";
        yield return "";
        yield return $"Hash of the hardware: `0x{document.Hash:x8}`. Bit 0 is the lowest of the first byte in memory. Bits of no field are ignored.";
        foreach (var line in document.Formats.SelectMany(Fields).Concat(document.Codes.SelectMany(codes => Codes(codes.Key, codes.Value))))
            yield return line;
        yield return "";
        yield return "## Host registers";
        yield return "";
        yield return "| offset | register | bits | access | holds |";
        yield return "|---|---|---|---|---|";
        foreach (var register in document.Registers)
        {
            var access = register.Access == RegisterAccess.ReadWrite ? "read, write" : "read";
            yield return $"| `0x{register.Offset:x2}` | `{register.Name}` | {register.Width} | {access} | {register.Meaning} |";
        }
    }

    private static IEnumerable<string> Fields(Format format) =>
    [
        "",
        $"## {string.Join(", ", format.Names)}: {format.Bits} bits",
        "",
        "| bits | field | width | values |",
        "|---|---|---|---|",
        .. format.Fields.Select(field =>
            $"| {(field.Width == 1 ? $"{field.Offset}" : $"{field.End - 1}:{field.Offset}")} | `{field.Name}` | {field.Width} | {field.Minimum} to {field.Maximum} |"),
    ];

    private static IEnumerable<string> Codes(string field, IReadOnlyList<Code> codes) =>
    [
        "",
        $"## Values of {field}",
        "",
        "| value | is |",
        "|---|---|",
        .. codes.Select(code => $"| {code.Value} | `{code.Name}` |"),
    ];
}
