using System.Text.Json;
using Vta.Isa.Alu;
using Vta.Isa.Files;
using Vta.Isa.Launch;

namespace Vta.Isa.Programs;

/// <summary>Writes a bundle; the same bundle gives the same bytes.</summary>
internal static partial class ProgramBundleWriter
{
    internal static void Write(ProgramBundle bundle, string folder)
    {
        var added = bundle.Config.AluOperations.Except(AluOperations.Standard).ToList();
        if (added.Count > 0)
            throw new VtaInputException($"{bundle.Name} is for an ALU with {string.Join(", ", added)}, which the keys of a bundle's configuration cannot say", folder);
        OutputFolder.Write(folder, [.. Files(bundle)]);
    }

    // program.json comes last: it is there only when all that it names is.
    private static IEnumerable<(string Name, byte[] Content)> Files(ProgramBundle bundle)
    {
        var hashes = new Dictionary<MemorySegment, string>(ReferenceEqualityComparer.Instance);
        foreach (var segment in WithBytes(bundle.Memory.Concat(bundle.Expected)))
        {
            var stored = ProgramFile.Encode(segment.File, segment.Data);
            hashes[segment] = ProgramFile.Sha256(stored);
            yield return (segment.File, stored);
        }
        var program = new MemoryStream();
        using (var json = new Utf8JsonWriter(program, new JsonWriterOptions { Indented = true }))
            WriteProgram(json, bundle, hashes);
        yield return (ProgramBundle.FileName, program.ToArray());
    }

    // A file without bytes would be taken for a damaged one.
    private static IEnumerable<MemorySegment> WithBytes(IEnumerable<MemorySegment> segments) => segments.Where(segment => segment.Data.Length > 0);

    private static void WriteProgram(Utf8JsonWriter json, ProgramBundle bundle, IReadOnlyDictionary<MemorySegment, string> hashes)
    {
        json.WriteStartObject();
        json.WriteString("format", ProgramBundle.Format);
        json.WriteString("name", bundle.Name);
        json.WriteStartObject("config");
        foreach (var (key, value) in VtaConfigKeys.Of(bundle.Config))
        {
            if (int.TryParse(value, out var number))
                json.WriteNumber(key, number);
            else
                json.WriteString(key, value);
        }
        json.WriteEndObject();
        if (bundle.Launches is [var single])
        {
            json.WritePropertyName("instructions");
            WriteLaunch(json, single);
        }
        else
        {
            json.WriteStartArray("launches");
            foreach (var launch in bundle.Launches)
                WriteLaunch(json, launch);
            json.WriteEndArray();
        }
        WriteSegments(json, "memory", bundle.Memory, hashes);
        if (WithBytes(bundle.Expected).Any())
            WriteSegments(json, "expected", bundle.Expected, hashes);
        if (bundle.Arguments.Count > 0)
            WriteArguments(json, bundle.Arguments);
        if (bundle.Sections.Count > 0)
            WriteSections(json, bundle.Sections);
        json.WriteEndObject();
    }

    private static void WriteLaunch(Utf8JsonWriter json, LaunchRequest launch)
    {
        if (launch.Bases != default)
            throw new InvalidOperationException("a bundle's base registers are zero");
        json.WriteStartObject();
        json.WriteNumber("address", launch.InstructionAddress);
        json.WriteNumber("count", launch.InstructionCount);
        json.WriteEndObject();
    }

    private static void WriteSegments(
        Utf8JsonWriter json, string name, IReadOnlyList<MemorySegment> segments, IReadOnlyDictionary<MemorySegment, string> hashes)
    {
        json.WriteStartArray(name);
        foreach (var segment in WithBytes(segments))
        {
            json.WriteStartObject();
            json.WriteString("file", segment.File);
            json.WriteNumber("address", segment.Address);
            json.WriteNumber("bytes", segment.Data.Length);
            json.WriteString("sha256", hashes[segment]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
