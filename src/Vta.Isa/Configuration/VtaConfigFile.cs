using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Vta.Isa.Alu;
using Vta.Isa.Files;

namespace Vta.Isa;

/// <summary>Reads a configuration file, remembering where each key stands so that messages can point at it.</summary>
internal sealed class VtaConfigFile
{
    private const string EnvironmentPrefix = "VTA_";

    private readonly string path;
    private readonly byte[] content;
    private readonly HashSet<string> fromEnvironment = new(StringComparer.OrdinalIgnoreCase);

    private VtaConfigFile(string path, byte[] content)
    {
        this.path = path;
        this.content = content;
    }

    internal static VtaConfig Load(string path) => new VtaConfigFile(path, JsonFile.Read(path)).Read();

    private VtaConfig Read()
    {
        var environment = new ConfigurationBuilder().AddEnvironmentVariables(EnvironmentPrefix).Build().AsEnumerable()
            .Where(pair => IsOverride(pair.Key)).ToList();
        fromEnvironment.UnionWith(environment.Select(pair => pair.Key));
        RequireOneVariableEach();
        var configuration = new ConfigurationBuilder().AddConfiguration(ReadFile()).AddInMemoryCollection(environment).Build();
        return new VtaConfigReader(Values(configuration), Where).Read(AluOperations.Standard);
    }

    private IConfigurationRoot ReadFile()
    {
        try
        {
            return new ConfigurationBuilder().AddJsonStream(new MemoryStream(content)).Build();
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidDataException)
        {
            throw JsonFault.Describe(exception, path);
        }
    }

    // The configuration builder would take any one of them.
    private void RequireOneVariableEach()
    {
        var names = Environment.GetEnvironmentVariables().Keys.Cast<string>();
        var twice = names.Where(name => name.StartsWith(EnvironmentPrefix, StringComparison.OrdinalIgnoreCase) && IsOverride(name[EnvironmentPrefix.Length..]))
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new VtaInputException("are the same variable; give one of them", $"environment: {string.Join(" and ", twice.Order(StringComparer.Ordinal))}");
    }

    // Other variables of TVM's begin with VTA_ too (VTA_RPC_HOST), so only what names a key counts.
    private static bool IsOverride(string key) =>
        key.StartsWith("LOG_", StringComparison.OrdinalIgnoreCase)
        || VtaConfigKeys.Required.Concat(VtaConfigKeys.Optional).Contains(key, StringComparer.OrdinalIgnoreCase);

    // A key with something nested below it is listed too, without a value; what is below it is the mistake to show.
    private static IEnumerable<KeyValuePair<string, string?>> Values(IConfiguration configuration) =>
        configuration.AsEnumerable().Where(pair => !configuration.GetSection(pair.Key).GetChildren().Any());

    private string? Where(string? key)
    {
        if (key is null)
            return path;
        if (fromEnvironment.Contains(key))
            return $"environment: {EnvironmentPrefix}{key}";
        var outer = key.Split(':')[0];
        return JsonFile.LineOfKey(content, outer) is { } line ? $"{path}:{line}: {outer}" : $"{path}: {outer}";
    }
}
