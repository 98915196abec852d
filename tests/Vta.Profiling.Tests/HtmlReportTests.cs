using System.Text;
using System.Text.RegularExpressions;
using Vta.Profiling.Html;
using Vta.Profiling.Report;
using Vta.TestSupport;

namespace Vta.Profiling.Tests;

/// <summary>The page in a browser: what its script makes of a profile, and of what a user does.</summary>
public sealed partial class HtmlReportTests : IDisposable
{
    private const string Browser = "chromium-headless-shell";

    private readonly string folder = Directory.CreateTempSubdirectory("vta-profile-test").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_page_needs_no_other_file()
    {
        var page = Encoding.UTF8.GetString(HtmlReport.Write(Profiles.Of("tvm-gemm-1")));

        page.Should().NotContain("{{").And.NotContain("src=").And.NotContain("href=").And.NotContain("http").And.NotContain("import ");
    }

    [ToolFact(Browser)]
    public void Tables_show_sections_and_instructions()
    {
        var report = Profiles.WithSections("tvm-gemm-1", ("resets", 0), ("<products> & more", 4));

        var text = Text(Dom(report, ""));

        text.Should().Contain($"{report.Config.Bitstream}: 457 cycles").And.Contain("<products> & more").And.Contain("1 to 29 of 29");
        text.Should().Contain("LOAD WGT sram 4, dram 32, size 1x4, stride 4 [push compute]");
    }

    [ToolFact(Browser)]
    public void A_row_zooms_to_its_section_and_buttons_and_the_wheel_zoom()
    {
        var report = Profiles.WithSections("tvm-gemm-1", ("resets", 0), ("products", 4));
        var section = report.Sections[1];

        var dom = Dom(report, """
            const seen = document.body.dataset, canvas = element('timeline'), range = () => element('range').textContent;
            document.querySelectorAll('#sections tbody tr')[1].click(); seen.row = range();
            element('zoom-all').click(); element('zoom-in').click(); seen.in = range();
            element('zoom-all').click(); seen.all = range();
            canvas.dispatchEvent(new WheelEvent('wheel', { deltaY: -300, clientX: 600, bubbles: true })); seen.wheel = range();
            """);

        dom.Should().Contain($"data-row=\"cycles {section.Start} to {section.End}\"").And.Contain("data-in=\"cycles 114 to 343\"").And.Contain("data-all=\"cycles 0 to 457\"");
        dom.Should().Contain("data-wheel=\"cycles ").And.NotContain("data-wheel=\"cycles 0 to 457\"");
    }

    [ToolFact(Browser)]
    public void Dragging_scrolls_and_the_pointer_shows_the_instruction()
    {
        const string Drag = """
            const canvas = element('timeline'), box = canvas.getBoundingClientRect();
            canvas.setPointerCapture = () => {};
            const at = (kind, x, y) => canvas.dispatchEvent(new PointerEvent(kind, { clientX: box.left + x, clientY: box.top + y, bubbles: true }));
            element('zoom-in').click();
            at('pointerdown', 600, 50); at('pointermove', 500, 50); at('pointerup', 500, 50);
            element('page').dataset.range = element('range').textContent;
            element('zoom-all').click();
            at('pointermove', 300, 50);
            """;

        var dom = Dom(Profiles.Of("tvm-gemm-1"), Drag);

        dom.Should().NotContain("data-range=\"cycles 114 to 343\"");
        Regex.Match(dom, "<div id=\"tip\"[^>]*>([^<]*)").Groups[1].Value.Should().MatchRegex(@"(?s)^cycle \d+\n\d: LOAD .*(busy|stalled) \d+");
    }

    [ToolFact(Browser)]
    public void Instructions_are_sorted_by_lost_cycles_and_filtered_by_unit()
    {
        var dom = Dom(Profiles.Of("tvm-gemm-1"), """
            element('order').value = 'lost';
            element('unit').value = '2';
            element('unit').dispatchEvent(new Event('change'));
            """);

        var rows = Regex.Match(dom, "(?s)<table id=\"instructions\">.*<tbody>(.*?)</tbody>").Groups[1].Value;
        Regex.Count(rows, "<tr>").Should().Be(Profiles.Of("tvm-gemm-1").Launches[0].Instructions.Count(span => span.Unit == Isa.Instructions.Unit.Store));
        Text(rows).Should().MatchRegex("^\\d+storeSTORE OUT sram 0, dram 768").And.NotContain("LOAD");
    }

    [ToolFact(Browser)]
    public void The_timeline_is_drawn()
    {
        Dom(Profiles.Of("tvm-resnet18-c8"), """
            const { data } = element('timeline').getContext('2d').getImageData(0, 0, element('timeline').width, element('timeline').height);
            const seen = new Set();
            for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255) seen.add([data[at], data[at + 1], data[at + 2]].join());
            element('page').dataset.colors = ['45,164,78', '212,167,44', '9,105,218'].every(color => seen.has(color));
            """).Should().Contain("data-colors=\"true\"");
    }

    /// <summary>The page after its script, and what a user does, have run.</summary>
    /// <param name="report">What it shows.</param>
    /// <param name="user">A script in place of the user.</param>
    private string Dom(ProfileReport report, string user)
    {
        var script = $$"""
            <script>
            window.onerror = message => { document.body.dataset.error = message; };
            const wait = setInterval(() => {
              if (document.body.dataset.ready !== 'true') return;
              clearInterval(wait);
              (() => { {{user}} })();
              document.body.dataset.done = 'true';
            }, 5);
            </script></body>
            """;
        var page = Path.Combine(folder, "page.html");
        File.WriteAllText(page, Encoding.UTF8.GetString(HtmlReport.Write(report)).Replace("</body>", script, StringComparison.Ordinal));
        var (_, dom) = ExternalTool.Run(
            Browser, "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", $"--user-data-dir={folder}/browser", "--virtual-time-budget=10000", "--dump-dom", $"file://{page}");
        dom.Should().Contain("data-done=\"true\"").And.NotContain("data-error");
        return dom;
    }

    private static string Text(string html) => System.Net.WebUtility.HtmlDecode(Tags().Replace(html, ""));

    [GeneratedRegex("(?s)<script.*?</script>|<[^>]*>")]
    private static partial Regex Tags();
}
