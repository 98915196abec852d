using System.Diagnostics;

namespace Vta.Cli.Tests;

/// <summary>The launcher at the root, as users call it.</summary>
public class LauncherTests
{
    [Fact]
    public async Task It_runs_from_any_folder_and_takes_its_files_from_there()
    {
        var (code, output, error) = await Launch(Path.Combine(Repository.Root, "config"), "env", "--json", "--config", "batch2.json");

        error.Should().BeEmpty();
        output.Should().Contain("\"BATCH\": 2");
        code.Should().Be(0);
    }

    [Fact]
    public async Task It_hands_on_the_exit_code()
    {
        var (code, output, error) = await Launch("/", "disasm", "nothing");

        error.Should().Be("error: nothing/program.json: no such file\n");
        output.Should().BeEmpty();
        code.Should().Be(2);
    }

    [Fact]
    public async Task Two_can_start_at_once()
    {
        var runs = await Task.WhenAll(Launch("/", "env"), Launch("/", "env"));

        runs.Should().OnlyContain(run => run.Code == 0 && run.Error == "");
        runs[0].Output.Should().Be(runs[1].Output);
    }

    private static async Task<(int Code, string Output, string Error)> Launch(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(Repository.Root, "vta"), arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
