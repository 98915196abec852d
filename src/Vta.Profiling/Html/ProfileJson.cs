using System.Text.Json;
using Vta.Isa.Disassembly;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Profiling.Report;
using Vta.Runtime.Profiling;

namespace Vta.Profiling.Html;

/// <summary>What the page shows, as the JSON that its script reads.</summary>
internal static class ProfileJson
{
    private static readonly Unit[] Units = Enum.GetValues<Unit>();
    private static readonly UnitActivity[] Activities = Enum.GetValues<UnitActivity>();

    public static byte[] Write(ProfileReport report)
    {
        var disassembler = new Disassembler(report.Config);
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            name = report.Name,
            config = report.Config.Bitstream,
            cycles = report.Cycles,
            names = new
            {
                units = Units.Select(unit => unit.Name()),
                activities = Activities.Select(activity => activity.Name().Replace('_', ' ')),
                queues = Enumerable.Range(0, TokenQueue.Count).Select(queue => TokenQueue.Name((TokenQueues)(1 << queue))),
            },
            sections = report.Sections.Select(Section),
            host = report.Host.Select(node => new { name = node.Name, reason = node.Reason }),
            launches = report.Launches.Select(launch => Launch(launch, disassembler)),
        });
    }

    private static object Section(SectionReport section) => new
    {
        name = section.Name,
        launch = section.Launch,
        start = section.Start,
        cycles = section.Cycles,
        ideal = section.Ideal,
        roofline = section.Work.Roofline.Cycles,
        bound = section.Bound,
        gemmUse = section.GemmUse,
        gemm = section.Work.GemmSteps,
        alu = section.Work.AluSteps,
        bytes = section.Work.Bytes.ToDictionary(each => each.Key.Name(), each => each.Value),
        count = section.Work.Instructions,
        units = section.Units.Select(Cycles),
    };

    // Programs repeat instructions: each text is there once.
    private static object Launch(LaunchProfile launch, Disassembler disassembler)
    {
        var (timeline, buckets) = (launch.Timeline, Enumerable.Range(0, launch.Timeline.Count));
        var texts = launch.Instructions.Select(span => disassembler.Format(span.Word)).Distinct().Index().ToDictionary(each => each.Item, each => each.Index);
        return new
        {
            cycles = launch.Cycles,
            bucket = timeline.BucketCycles,
            buckets = timeline.Count,
            activities = Units.Select(unit => Activities.SkipLast(1).Select(activity => buckets.Select(bucket => timeline[bucket, unit, activity]))),
            reads = buckets.Select(timeline.Reads),
            writes = buckets.Select(timeline.Writes),
            tokens = Enumerable.Range(0, TokenQueue.Count).Select(queue => buckets.Select(bucket => timeline.Tokens(bucket, queue))),
            texts = texts.Keys,
            instructions = launch.Instructions.Select(span => new object[]
            {
                span.Index, (int)span.Unit, span.Start, span.End, Cycles(span.Cycles), texts[disassembler.Format(span.Word)],
            }),
        };
    }

    private static IEnumerable<long> Cycles(UnitCycles cycles) => Activities.Select(activity => cycles[activity]);
}
