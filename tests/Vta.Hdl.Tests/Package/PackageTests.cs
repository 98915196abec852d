using Vta.TestSupport;

namespace Vta.Hdl.Tests.Package;

/// <summary>The package in the hands of somebody who has its README and nothing else: no repository, no network, no cache of packages.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("vta-hdl-user-");

    /// <inheritdoc/>
    public void Dispose() => _home.Delete(recursive: true);

    [ToolFact("yosys", "yosys-smtbmc", "z3")]
    public void A_new_project_that_follows_the_readme_runs()
    {
        if (PackageReadme.Commands is not [var pack, var create, var run])
            throw new InvalidOperationException("the README has three blocks of commands: make the package, use it, run the project");
        File.WriteAllText(Path.Combine(_home.FullName, "nuget.config"), """
            <configuration>
              <packageSources>
                <clear />
                <add key="packages" value="packages" />
              </packageSources>
            </configuration>
            """);
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        Shell(GoldenFile.Repository, $"{pack.Trim()} --no-build -c {configuration}");
        Shell(_home.FullName, create);
        var project = Path.Combine(_home.FullName, "Blinky");
        foreach (var file in PackageReadme.Files)
            File.WriteAllText(Path.Combine(project, file.FileName), file.Text);

        var output = Shell(project, run);

        PackageReadme.Page.Verify(PackageReadme.Outputs[0], output.Replace(project.TrimStart('/') + "/", "", StringComparison.Ordinal));
    }

    private string Shell(string folder, string commands)
    {
        // Servers that outlive their command would keep its output open.
        var (code, output) = ExternalTool.Run(
            "env", "-C", folder, "-u", "NUGET_PACKAGES", "-u", "MSBuildSDKsPath",
            $"HOME={_home.FullName}", "DOTNET_NOLOGO=1", "DOTNET_CLI_TELEMETRY_OPTOUT=1", "DOTNET_GENERATE_ASPNET_CERTIFICATE=false",
            "MSBUILDDISABLENODEREUSE=1", "UseSharedCompilation=false", "DOTNET_CLI_USE_MSBUILD_SERVER=0",
            "bash", "-ec", commands);
        code.Should().Be(0, "{0} should work, but:\n{1}", commands, output);
        return output;
    }
}
