using System.Runtime.CompilerServices;

using System.Text.RegularExpressions;

namespace Vta.Hdl.Tests.Verilog;

/// <summary>
/// Compares a text with the file in the repository that holds what it should be; numbers of C# lines are left out of both. With <c>UPDATE_GOLDEN=1</c> in the environment the file is
/// written instead, except in continuous integration (<c>CI=true</c>).
/// </summary>
internal static partial class GoldenFile
{
    private static readonly string s_folder = Path.Combine(ProjectFolder(), "Golden");

    private static bool IsUpdate => Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static void Verify(string name, string actual)
    {
        actual = LineNumber().Replace(actual, "$1");
        var path = Path.Combine(s_folder, name);
        if (IsUpdate)
        {
            Environment.GetEnvironmentVariable("CI").Should().NotBe("true", "golden files are reviewed by people, so CI never writes them");
            Directory.CreateDirectory(s_folder);
            File.WriteAllText(path, actual);
            return;
        }
        File.Exists(path).Should().BeTrue($"{path} should hold the expected text; run the tests with UPDATE_GOLDEN=1 to write it, and review it");
        actual.Should().Be(File.ReadAllText(path), $"that is the text of {path}; if the change is meant, run the tests with UPDATE_GOLDEN=1");
    }

    [GeneratedRegex(@"(\.cs):\d+")]
    private static partial Regex LineNumber();

    /// <summary>Caller paths are relative to the repository, so the folder is looked for above the test's binaries.</summary>
    private static string ProjectFolder([CallerFilePath] string file = "")
    {
        var inRepository = Path.Combine(file.TrimStart('/').Split('/')[..2]);
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Vta.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("the tests run outside the repository"), inRepository);
    }
}
