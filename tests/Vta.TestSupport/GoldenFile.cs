using System.Runtime.CompilerServices;

namespace Vta.TestSupport;

/// <summary>
/// Compares a text with the file in the repository that holds what it should be. With
/// <c>UPDATE_GOLDEN=1</c> in the environment the file is written instead, except in continuous integration (<c>CI=true</c>).
/// </summary>
public static class GoldenFile
{
    /// <summary>True where files are written instead of compared.</summary>
    public static bool IsUpdate => Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    /// <summary>The folder of the solution.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Compares with a file in the folder <c>Golden</c> of the calling test project.</summary>
    public static void Verify(string name, string actual, [CallerFilePath] string caller = "")
    {
        // Caller paths are relative to the repository.
        var project = Path.Combine(caller.TrimStart('/').Split('/')[..2]);
        VerifyIn(Path.Combine(project, "Golden"), name, actual);
    }

    /// <summary>Compares with a file in a folder of the repository.</summary>
    public static void VerifyIn(string folder, string name, string actual)
    {
        var path = Path.Combine(Repository, folder, name);
        if (IsUpdate)
        {
            Environment.GetEnvironmentVariable("CI").Should().NotBe("true", "golden files are reviewed by people, so CI never writes them");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }
        File.Exists(path).Should().BeTrue($"{path} should hold the expected text; run the tests with UPDATE_GOLDEN=1 to write it, and review it");
        actual.Should().Be(File.ReadAllText(path), $"that is the text of {path}; if the change is meant, run the tests with UPDATE_GOLDEN=1");
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Vta.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests run outside the repository");
    }
}
