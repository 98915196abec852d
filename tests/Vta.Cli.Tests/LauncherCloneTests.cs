using System.Diagnostics;
using System.Runtime.Versioning;

namespace Vta.Cli.Tests;

/// <summary>The launcher in a clone of a few files, with a dotnet that only says what it is asked.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class LauncherCloneTests : IDisposable
{
    private const string Nobody = "65534";

    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly string folder = Directory.CreateTempSubdirectory("vta clone ").FullName;

    public LauncherCloneTests()
    {
        foreach (var name in new[] { "src/Vta.Cli", "hw/Vta.Hardware", "verilator", "bin" })
            Directory.CreateDirectory(Path.Combine(folder, name));
        File.Copy(Path.Combine(Repository.Root, "vta"), Path.Combine(folder, "vta"));
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        Write("src/Vta.Cli/Program.cs", "one");
        Write("bin/dotnet", """
            #!/bin/bash
            if [ "$1" = publish ]; then mkdir -p "$6" && echo "$PWD" > "$6/vta.dll"; else echo "ran ${@:2}"; fi
            """);
        File.SetUnixFileMode(Path.Combine(folder, "bin/dotnet"), Readable | UnixFileMode.UserWrite);
    }

    [Fact]
    public void A_clone_that_was_built_runs_for_a_user_who_cannot_write_it()
    {
        Run("env").Should().Be((0, "ran env\n", ""));
        Lock();
        Run("env", "--json").Should().Be((0, "ran env --json\n", ""));
    }

    [Fact]
    public void A_clone_that_was_changed_since_says_so()
    {
        Run("env").Code.Should().Be(0);
        Write("src/Vta.Cli/Program.cs", "another");
        Lock();
        Run("env").Should().Be((2, "", "vta: this clone cannot be written, and its sources have changed since it was built: let its owner run ./vta env\n"));
    }

    [Fact]
    public void A_clone_that_was_never_built_says_so()
    {
        Lock();
        Run("env").Error.Should().StartWith("vta: this clone cannot be written, ").And.EndWith("\n");
    }

    public void Dispose()
    {
        Unlock(folder);
        Directory.Delete(folder, recursive: true);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    /// <summary>Takes away the right to write, from the folder down.</summary>
    private void Lock()
    {
        foreach (var entry in Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories).Append(folder))
            File.SetUnixFileMode(entry, Readable);
    }

    private static void Unlock(string path)
    {
        File.SetUnixFileMode(path, Readable | UnixFileMode.UserWrite);
        foreach (var child in Directory.GetDirectories(path)) Unlock(child);
    }

    /// <summary>Runs the launcher; root, who may write everything, becomes nobody for a clone that is locked.</summary>
    private (int Code, string Output, string Error) Run(params string[] arguments)
    {
        var isLocked = !File.GetUnixFileMode(folder).HasFlag(UnixFileMode.UserWrite);
        string[] user = isLocked && Environment.UserName == "root" ? ["setpriv", "--reuid", Nobody, "--regid", Nobody, "--clear-groups"] : ["env"];
        var start = new ProcessStartInfo(user[0], [.. user[1..], Path.Combine(folder, "vta"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{Path.Combine(folder, "bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
