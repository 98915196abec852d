using System.Text.Json;

namespace Vta.Isa.Files;

/// <summary>Says where a JSON text is broken, in words of our own.</summary>
internal static class JsonFault
{
    internal static VtaInputException Describe(Exception exception, string path)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is JsonException { LineNumber: { } line, BytePositionInLine: { } column })
                return new VtaInputException($"not valid JSON at column {column + 1}", $"{path}:{line + 1}");
        }
        return new VtaInputException($"not valid JSON: {exception.Message.TrimEnd('.')}", path);
    }
}
