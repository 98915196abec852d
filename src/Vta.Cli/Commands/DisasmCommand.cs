using System.CommandLine;
using System.Text.Json.Nodes;
using Vta.Cli.Disassembly;
using Vta.Cli.Execution;
using Vta.Cli.Host;
using Vta.Cli.Options;
using Vta.Cli.Output;
using Vta.Isa.Instructions;
using Vta.Isa.Programs;

namespace Vta.Cli.Commands;

/// <summary><c>vta disasm</c>: a program as text.</summary>
internal static class DisasmCommand
{
    private static readonly string Indent = new(' ', 19);

    public static Command Create(GlobalOptions global)
    {
        var path = new Argument<string>("BUNDLE") { Description = "Folder of the program, with its program.json" };
        var command = new Command("disasm", "Shows the instructions and micro-ops of a program, with their tokens.") { path };
        command.SetAction(parsed =>
        {
            var bundle = BundleFile.Load(parsed.GetRequiredValue(path), global.LoadExplicitConfig(parsed));
            if (parsed.GetValue(global.Json)) JsonOutput.Write(global.Host, ToJson(bundle));
            else WriteText(global.Host.Output, bundle);
            return ExitCode.Good;
        });
        return command;
    }

    private static void WriteText(TextWriter output, ProgramBundle bundle)
    {
        output.WriteLine($"program {bundle.Name} for {bundle.Config.Bitstream}");
        var listing = new ProgramListing(bundle);
        var firstUse = new Dictionary<string, uint>();
        foreach (var launch in bundle.Launches)
        {
            output.WriteLine($"launch of {launch.InstructionCount} instructions at 0x{launch.InstructionAddress:x8}");
            foreach (var instruction in listing.List(launch))
            {
                output.WriteLine($"{instruction.Index,6}  {instruction.Unit.Name(),-7}  {instruction.Text}");
                WriteMicroOps(output, instruction, firstUse);
            }

            firstUse.Clear();
        }
    }

    // A kernel runs many times in most programs: written out once, referred to from then on.
    private static void WriteMicroOps(TextWriter output, ListedInstruction instruction, Dictionary<string, uint> firstUse)
    {
        if (instruction.MicroOps.Count == 0) return;
        var text = string.Join('\n' + Indent, instruction.MicroOps);
        if (instruction.MicroOps.Count == 1 || firstUse.TryAdd(text, instruction.Index)) output.WriteLine(Indent + text);
        else output.WriteLine($"{Indent}micro-ops as in instruction {firstUse[text]}");
    }

    private static JsonObject ToJson(ProgramBundle bundle)
    {
        var listing = new ProgramListing(bundle);
        return new JsonObject
        {
            ["name"] = bundle.Name,
            ["launches"] = new JsonArray([.. bundle.Launches.Select(launch => new JsonObject
            {
                ["address"] = launch.InstructionAddress,
                ["instructions"] = new JsonArray([.. listing.List(launch).Select(ToJson)]),
            })]),
        };
    }

    private static JsonObject ToJson(ListedInstruction instruction) => new()
    {
        ["index"] = instruction.Index,
        ["unit"] = instruction.Unit.Name(),
        ["text"] = instruction.Text,
        ["micro_ops"] = new JsonArray([.. instruction.MicroOps.Select(text => JsonValue.Create(text))]),
    };
}
