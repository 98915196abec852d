using System.Text.Json;

namespace Vta.Isa.Programs;

/// <summary>Writes what a bundle says of its sections.</summary>
internal static partial class ProgramBundleWriter
{
    private static void WriteSections(Utf8JsonWriter json, IReadOnlyList<ProgramSection> sections)
    {
        json.WriteStartArray("sections");
        foreach (var section in sections)
        {
            json.WriteStartObject();
            json.WriteString("name", section.Name);
            json.WriteNumber("launch", section.Launch);
            json.WriteNumber("instruction", section.Instruction);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
