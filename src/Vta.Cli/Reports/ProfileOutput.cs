using System.Globalization;
using System.Text.Json.Nodes;
using Vta.Cli.Host;
using Vta.Cli.Output;
using Vta.Isa;
using Vta.Isa.Disassembly;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Profiling.Report;

namespace Vta.Cli.Reports;

/// <summary>A profile as JSON and as lines.</summary>
/// <param name="report">The profile.</param>
/// <param name="file">The page that was written.</param>
/// <param name="events">The trace that was written; null for none.</param>
/// <param name="listsInstructions">Whether every instruction is listed.</param>
internal sealed class ProfileOutput(ProfileReport report, string file, string? events, bool listsInstructions)
{
    private readonly Disassembler disassembler = new(report.Config);

    public JsonObject ToJson()
    {
        var document = new JsonObject
        {
            ["name"] = report.Name,
            ["verified"] = report.Result?.Verified,
            ["cycles"] = report.Cycles,
            ["report"] = file,
            ["events"] = events,
            ["sections"] = new JsonArray([.. report.Sections.Select(Section)]),
            ["host"] = new JsonArray([.. report.Host.Select(node => new JsonObject { ["node"] = node.Name, ["reason"] = node.Reason })]),
        };
        if (listsInstructions)
            document["instructions"] = new JsonArray([.. report.Launches.Index().SelectMany(launch => launch.Item.Instructions.Select(span => new JsonObject
            {
                ["launch"] = launch.Index,
                ["index"] = span.Index,
                ["unit"] = span.Unit.Name(),
                ["start"] = span.Start,
                ["cycles"] = UnitCyclesOutput.ToJson(span.Cycles),
                ["instruction"] = disassembler.Format(span.Word),
            }))]);
        return document;
    }

    public void WriteText(CliHost host)
    {
        var output = host.Output;
        output.WriteLine($"{Printable.Of(report.Name)}: {report.Cycles} cycles on {report.Config.Bitstream}{Verdict}");
        Table(output, ["cycles", "ideal", "roofline", "bound", "GEMM use", "GEMM steps", "ALU steps", "bytes", "section"], report.Sections.Select(section => (string[])[
            $"{section.Cycles}", $"{section.Ideal}", $"{section.Work.Roofline.Cycles}", section.Bound, section.GemmUse.ToString("0.0%", CultureInfo.InvariantCulture),
            $"{section.Work.GemmSteps}", $"{section.Work.AluSteps}", $"{section.Work.Bytes.Values.Sum()}", section.Name]));
        foreach (var node in report.Host)
            output.WriteLine($"on the host: {node.Name}: {node.Reason}");
        if (listsInstructions)
        {
            foreach (var (index, launch) in report.Launches.Index())
            {
                output.WriteLine($"launch {index}:");
                Table(output, ["index", "unit", "start", "cycles", "busy", "memory", "tokens", "instruction", "what"], launch.Instructions.Select(span => (string[])[
                    $"{span.Index}", span.Unit.Name(), $"{span.Start}", $"{span.End - span.Start}", $"{span.Cycles.Busy}", $"{span.Cycles.MemoryStalled}",
                    $"{span.Cycles.TokenStalled}", $"{span.Cycles.InstructionStalled}", disassembler.Format(span.Word)]));
            }
        }
        foreach (var written in new[] { file, events }.OfType<string>())
            output.WriteLine($"written: {written}");
        foreach (var mismatch in report.Result?.Mismatches ?? [])
            host.Error.WriteLine($"{report.Name}: FAILED: {mismatch}");
    }

    private string Verdict => report.Result switch
    {
        null => "",
        { Mismatches.Count: > 0 } => ", failed",
        { IsChecked: true } => ", verified",
        _ => ", ran",
    };

    // The last column is text, and goes to the end of the line.
    private static void Table(TextWriter output, string[] head, IEnumerable<string[]> rows)
    {
        List<string[]> lines = [head, .. rows];
        var widths = head.Select((_, column) => lines.Max(line => line[column].Length)).ToList();
        foreach (var line in lines)
            output.WriteLine(string.Join("  ", line.Select((cell, column) => column == line.Length - 1 ? cell : cell.PadLeft(widths[column]))));
    }

    private static JsonObject Section(SectionReport section) => new()
    {
        ["name"] = section.Name,
        ["launch"] = section.Launch,
        ["first_instruction"] = section.First,
        ["start"] = section.Start,
        ["cycles"] = section.Cycles,
        ["ideal"] = section.Ideal,
        ["roofline"] = section.Work.Roofline.Cycles,
        ["bound"] = section.Bound,
        ["gemm_use"] = section.GemmUse,
        ["gemm_steps"] = section.Work.GemmSteps,
        ["alu_steps"] = section.Work.AluSteps,
        ["bytes"] = new JsonObject(section.Work.Bytes.Select(each => KeyValuePair.Create<string, JsonNode?>(each.Key.Name(), each.Value))),
        ["instructions"] = section.Work.Instructions,
        ["units"] = UnitCyclesOutput.ToJson(section.Units),
    };
}
