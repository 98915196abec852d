using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vta.Cli.Host;

namespace Vta.Cli.Output;

/// <summary>Writes the one document that <c>--json</c> promises.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(CliHost host, JsonObject document) => host.Output.WriteLine(document.ToJsonString(Readable));

    /// <summary>A number or a text as a JSON value.</summary>
    public static JsonValue Value(object value) => value switch
    {
        int number => JsonValue.Create(number),
        uint number => JsonValue.Create(number),
        string text => JsonValue.Create(text),
        _ => throw new ArgumentException($"no JSON form for {value.GetType()}", nameof(value)),
    };
}
