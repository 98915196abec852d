using System.Diagnostics;
using System.Runtime.InteropServices;
using Vta.TestSupport;

namespace Vta.Cli.Tests;

/// <summary>The launcher at the root, as users call it.</summary>
public class LauncherTests
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

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

    [Theory]
    [InlineData("env > /dev/full", "error: standard output: cannot be written: No space left on device\n")]
    [InlineData("env --json > /dev/full", "error: standard output: cannot be written: No space left on device\n")]
    [InlineData("env --config nothing --json > /dev/full", "error: nothing: no such file\nerror: standard output: cannot be written: No space left on device\n")]
    [InlineData("env >&-", "error: standard output: is closed\n")]
    [InlineData("env --confg 2> /dev/full", "")]
    [InlineData("env --confg 2>&-", "")]
    public async Task A_stream_that_is_full_or_closed_is_one_line(string command, string line)
    {
        var (code, output, error) = await Run("bash", "/", "-c", $"'{Path.Combine(Repository.Root, "vta")}' {command}");

        error.Should().Be(line);
        output.Should().BeEmpty();
        code.Should().Be(2);
    }

    [ToolFact("script")]
    public async Task The_cursor_is_back_when_the_command_is_interrupted()
    {
        (await Launch("/", "env")).Code.Should().Be(0);
        var command = $"timeout -s INT 4 '{Path.Combine(Repository.Root, "vta")}' run conv2d --layer resnet18.c2 --target rtl --dram-latency 4000";

        var (_, output, _) = await Run("script", "/", "-qec", command, "/dev/null");

        output.Should().Contain("\u001b[?25l", "the status hides it");
        output.LastIndexOf("\u001b[?25h", StringComparison.Ordinal).Should().BeGreaterThan(output.LastIndexOf("\u001b[?25l", StringComparison.Ordinal));
    }

    /// <summary>The signal comes in the middle of writing 45 files: they are all there, or none is.</summary>
    [Theory]
    [InlineData(Interrupt)]
    [InlineData(Terminate)]
    public async Task Nothing_half_written_is_left_when_the_command_is_ended(int signal)
    {
        var folder = Directory.CreateTempSubdirectory("vta-ended-").FullName;
        var target = Path.Combine(folder, "verilog");
        using var process = Process.Start(Path.Combine(Repository.Root, "vta"), ["verilog", "-o", target]);
        while (!process.HasExited && !Directory.EnumerateFileSystemEntries(folder).Any())
            Thread.Yield();
        Kill(process.Id, signal);
        await process.WaitForExitAsync();

        Directory.GetFileSystemEntries(folder).Should().BeSubsetOf([target]);
        if (Directory.Exists(target))
            Directory.GetFiles(target, "*.v").Select(Path.GetFileName).Should().BeEquivalentTo(File.ReadLines(Path.Combine(target, "files.f")));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The signal comes while the waveform is written: the one that was there stays.</summary>
    [Theory]
    [InlineData(Interrupt)]
    [InlineData(Terminate)]
    public async Task No_part_of_a_waveform_is_left_when_the_command_is_ended(int signal)
    {
        var folder = Directory.CreateTempSubdirectory("vta-ended-").FullName;
        var waveform = Path.Combine(folder, "wave.vcd");
        File.WriteAllText(waveform, "an earlier one");
        using var process = Process.Start(
            Path.Combine(Repository.Root, "vta"),
            ["run", "conv2d", "--layer", "resnet18.c2", "--target", "rtl", "--no-check", "--trace", waveform]);
        while (!process.HasExited && Directory.EnumerateFiles(folder, "*.vcd", SearchOption.AllDirectories).Count() < 2)
            Thread.Sleep(1);
        Kill(process.Id, signal);
        await process.WaitForExitAsync();

        process.ExitCode.Should().NotBe(0);
        Directory.GetFileSystemEntries(folder).Should().Equal(waveform);
        File.ReadAllText(waveform).Should().Be("an earlier one");
        Directory.Delete(folder, recursive: true);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);

    private static Task<(int Code, string Output, string Error)> Launch(string folder, params string[] arguments) =>
        Run(Path.Combine(Repository.Root, "vta"), folder, arguments);

    private static async Task<(int Code, string Output, string Error)> Run(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
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
