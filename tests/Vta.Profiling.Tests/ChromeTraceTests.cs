using System.Text.Json.Nodes;
using Vta.Profiling.Traces;

namespace Vta.Profiling.Tests;

public sealed class ChromeTraceTests
{
    [Fact]
    public void Instructions_are_complete_events_on_the_thread_of_their_unit()
    {
        var report = Profiles.Of("tvm-gemm-1");

        var events = JsonNode.Parse(ChromeTrace.Write(report))!["traceEvents"]!.AsArray().Select(each => each!.AsObject()).ToList();

        var names = events.Where(each => Text(each, "ph") == "M" && Text(each, "name") == "thread_name")
            .ToDictionary(each => each["tid"]!.GetValue<int>(), each => each["args"]!["name"]!.GetValue<string>());
        names.Values.Should().Equal("sections", "load", "compute", "store");
        var spans = events.Where(each => Text(each, "ph") == "X" && each["tid"]!.GetValue<int>() != 0).ToList();
        spans.Should().HaveCount(report.Launches[0].Instructions.Count);
        foreach (var (span, instruction) in spans.Zip(report.Launches[0].Instructions))
        {
            names[span["tid"]!.GetValue<int>()].Should().Be(instruction.Unit.ToString().ToLowerInvariant());
            (span["ts"]!.GetValue<long>(), span["dur"]!.GetValue<long>()).Should().Be((instruction.Start, instruction.End - instruction.Start));
        }
        Text(spans[5]["args"]!.AsObject(), "instruction").Should().StartWith("LOAD WGT sram 0");
    }

    [Fact]
    public void Counters_have_the_bus_and_the_tokens()
    {
        var events = JsonNode.Parse(ChromeTrace.Write(Profiles.Of("tvm-gemm-1")))!["traceEvents"]!.AsArray();

        var counters = events.Where(each => Text(each!.AsObject(), "ph") == "C").GroupBy(each => Text(each!.AsObject(), "name")).ToDictionary(group => group.Key);
        counters.Keys.Should().BeEquivalentTo(
            "bus, beats a cycle", "tokens load→compute", "tokens compute→load", "tokens compute→store", "tokens store→compute");
        counters["tokens load→compute"].Select(each => each!["args"]!["tokens"]!.GetValue<int>()).Max().Should().Be(2);
    }

    private static string Text(JsonObject each, string key) => each[key]!.GetValue<string>();
}
