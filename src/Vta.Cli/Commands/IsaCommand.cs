using System.CommandLine;
using System.Text.Json.Nodes;
using Vta.Cli.Host;
using Vta.Cli.Options;
using Vta.Cli.Output;
using Vta.Isa.Documentation;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Cli.Commands;

/// <summary><c>vta isa</c>: the instruction set of a configuration.</summary>
internal static class IsaCommand
{
    public static Command Create(GlobalOptions global)
    {
        var command = new Command("isa", "Shows the instruction set of the configuration as Markdown: formats of instructions, codes, host registers.");
        command.SetAction(parsed =>
        {
            var document = IsaDocument.Of(global.LoadConfig(parsed));
            if (parsed.GetValue(global.Json)) JsonOutput.Write(global.Host, ToJson(document));
            else foreach (var line in IsaMarkdown.Of(document)) global.Host.Output.WriteLine(line);
            return ExitCode.Good;
        });
        return command;
    }

    private static JsonObject ToJson(IsaDocument document) => new()
    {
        ["version"] = document.Version,
        ["configuration_hash"] = $"0x{document.Hash:x8}",
        ["formats"] = new JsonArray([.. document.Formats.Select(ToJson)]),
        ["codes"] = new JsonObject(document.Codes.Select(codes => KeyValuePair.Create<string, JsonNode?>(
            codes.Key, new JsonObject(codes.Value.Select(code => KeyValuePair.Create<string, JsonNode?>(code.Name, code.Value)))))),
        ["registers"] = new JsonArray([.. document.Registers.Select(ToJson)]),
    };

    private static JsonObject ToJson(Format format) => new()
    {
        ["names"] = new JsonArray([.. format.Names.Select(name => JsonValue.Create(name))]),
        ["bits"] = format.Bits,
        ["fields"] = new JsonArray([.. format.Fields.Select(ToJson)]),
    };

    private static JsonObject ToJson(InstructionField field) => new()
    {
        ["name"] = field.Name,
        ["offset"] = field.Offset,
        ["width"] = field.Width,
        ["signed"] = field.IsSigned,
    };

    private static JsonObject ToJson(Register register) => new()
    {
        ["name"] = register.Name,
        ["offset"] = register.Offset,
        ["width"] = register.Width,
        ["writable"] = register.Access == RegisterAccess.ReadWrite,
        ["meaning"] = register.Meaning,
    };
}
