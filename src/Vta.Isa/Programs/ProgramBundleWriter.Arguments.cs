using System.Text.Json;

namespace Vta.Isa.Programs;

/// <summary>Writes what a bundle says of its arguments.</summary>
internal static partial class ProgramBundleWriter
{
    private static void WriteArguments(Utf8JsonWriter json, IReadOnlyList<ProgramArgument> arguments)
    {
        json.WriteStartArray("arguments");
        foreach (var argument in arguments)
        {
            json.WriteStartObject();
            json.WriteString("name", argument.Name);
            json.WriteString("role", argument.Role == ArgumentRole.Input ? ProgramBundleReader.InputRole : ProgramBundleReader.OutputRole);
            json.WriteString("type", $"int{argument.Width}");
            json.WriteStartArray("shape");
            foreach (var length in argument.Shape)
                json.WriteNumberValue(length);
            json.WriteEndArray();
            json.WriteNumber("address", argument.Address);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
