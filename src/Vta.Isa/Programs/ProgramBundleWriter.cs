using System.IO.Compression;
using System.Text.Json;

namespace Vta.Isa;

/// <summary>Writes a bundle; the same bundle gives the same bytes.</summary>
internal static class ProgramBundleWriter
{
    internal static void Write(ProgramBundle bundle, string folder)
    {
        var added = bundle.Config.AluOperations.Except(AluOperations.Standard).ToList();
        if (added.Count > 0)
            throw new VtaInputException($"{bundle.Name} is for an ALU with {string.Join(", ", added)}, which the keys of a bundle's configuration cannot say", folder);
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var segment in bundle.Memory.Concat(bundle.Expected))
                File.WriteAllBytes(Path.Combine(folder, segment.File), Content(segment));
            using var stream = File.Create(Path.Combine(folder, ProgramBundle.FileName));
            using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
            WriteProgram(json, bundle);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new VtaInputException($"cannot be written: {exception.Message.TrimEnd('.')}", folder);
        }
    }

    private static byte[] Content(MemorySegment segment)
    {
        if (!segment.File.EndsWith(".gz", StringComparison.Ordinal))
            return segment.Data;
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.SmallestSize))
            gzip.Write(segment.Data);
        return zipped.ToArray();
    }

    private static void WriteProgram(Utf8JsonWriter json, ProgramBundle bundle)
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
        WriteSegments(json, "memory", bundle.Memory);
        WriteSegments(json, "expected", bundle.Expected);
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

    private static void WriteSegments(Utf8JsonWriter json, string name, IReadOnlyList<MemorySegment> segments)
    {
        json.WriteStartArray(name);
        foreach (var segment in segments)
        {
            json.WriteStartObject();
            json.WriteString("file", segment.File);
            json.WriteNumber("address", segment.Address);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
