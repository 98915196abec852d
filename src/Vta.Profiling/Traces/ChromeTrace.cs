using System.Text.Json;
using Vta.Isa.Disassembly;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Profiling.Report;
using Vta.Runtime.Profiling;

namespace Vta.Profiling.Traces;

/// <summary>
/// A profile as Chrome trace events (the JSON object format of "Trace Event Format"), which Perfetto and chrome://tracing show. A cycle is a microsecond, a
/// launch a process, a unit a thread.
/// </summary>
public static class ChromeTrace
{
    private const int SectionThread = 0;

    /// <summary>Writes the trace.</summary>
    public static byte[] Write(ProfileReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("displayTimeUnit", "ns");
            json.WriteStartObject("otherData");
            json.WriteString("name", report.Name);
            json.WriteString("configuration", report.Config.Bitstream);
            json.WriteString("unit", "1 microsecond is 1 cycle");
            json.WriteEndObject();
            json.WriteStartArray("traceEvents");
            var start = 0L;
            foreach (var (index, launch) in report.Launches.Index())
            {
                WriteLaunch(json, report, launch, index, start);
                start += launch.Cycles;
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static void WriteLaunch(Utf8JsonWriter json, ProfileReport report, LaunchProfile launch, int process, long start)
    {
        Name(json, "process_name", process, 0, $"launch {process}");
        Name(json, "thread_name", process, SectionThread, "sections");
        foreach (var unit in Enum.GetValues<Unit>())
            Name(json, "thread_name", process, Thread(unit), unit.Name());
        foreach (var section in report.Sections.Where(section => section.Launch == process && section.Cycles > 0))
            Span(json, section.Name, process, SectionThread, start + section.Start, section.Cycles, _ => { });
        var disassembler = new Disassembler(report.Config);
        foreach (var span in launch.Instructions.Where(span => span.End > span.Start))
        {
            Span(json, span.Word.Opcode(report.Config.Layout).Name(), process, Thread(span.Unit), start + span.Start, span.End - span.Start, arguments =>
            {
                arguments.WriteNumber("index", span.Index);
                arguments.WriteString("instruction", disassembler.Format(span.Word));
                foreach (var activity in Enum.GetValues<UnitActivity>().Where(activity => span.Cycles[activity] > 0))
                    arguments.WriteNumber(activity.Name(), span.Cycles[activity]);
            });
        }
        WriteCounters(json, launch.Timeline, process, start);
    }

    private static void WriteCounters(Utf8JsonWriter json, Timeline timeline, int process, long start)
    {
        for (var bucket = 0; bucket < timeline.Count; bucket++)
        {
            var at = bucket;
            var time = start + (at * timeline.BucketCycles);
            if (at == 0 || timeline.Reads(at) != timeline.Reads(at - 1) || timeline.Writes(at) != timeline.Writes(at - 1))
            {
                Counter(json, "bus, beats a cycle", process, time, values =>
                {
                    values.WriteNumber("read", (double)timeline.Reads(at) / timeline.BucketCycles);
                    values.WriteNumber("write", (double)timeline.Writes(at) / timeline.BucketCycles);
                });
            }
            foreach (var queue in Enumerable.Range(0, TokenQueue.Count).Where(queue => at == 0 || timeline.Tokens(at, queue) != timeline.Tokens(at - 1, queue)))
            {
                Counter(json, $"tokens {TokenQueue.Name((TokenQueues)(1 << queue))}", process, time, values =>
                    values.WriteNumber("tokens", timeline.Tokens(at, queue)));
            }
        }
    }

    private static int Thread(Unit unit) => (int)unit + 1;

    private static void Name(Utf8JsonWriter json, string what, int process, int thread, string name) => Event(json, what, "M", process, thread, 0, () =>
    {
        json.WriteStartObject("args");
        json.WriteString("name", name);
        json.WriteEndObject();
    });

    private static void Span(Utf8JsonWriter json, string name, int process, int thread, long start, long cycles, Action<Utf8JsonWriter> arguments) =>
        Event(json, name, "X", process, thread, start, () =>
        {
            json.WriteNumber("dur", cycles);
            json.WriteStartObject("args");
            arguments(json);
            json.WriteEndObject();
        });

    private static void Counter(Utf8JsonWriter json, string name, int process, long time, Action<Utf8JsonWriter> values) => Event(json, name, "C", process, 0, time, () =>
    {
        json.WriteStartObject("args");
        values(json);
        json.WriteEndObject();
    });

    private static void Event(Utf8JsonWriter json, string name, string phase, int process, int thread, long time, Action more)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("ph", phase);
        json.WriteNumber("pid", process);
        json.WriteNumber("tid", thread);
        json.WriteNumber("ts", time);
        more();
        json.WriteEndObject();
    }
}
