namespace Vta.Cli.Tests;

/// <summary>Files that are wrong: one line with the place, and exit code 2.</summary>
public sealed class InputErrorTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vta-cli-test").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_value_out_of_range_is_shown_with_its_line()
    {
        var path = Write("config.json", Config.Replace("\"LOG_ACC_BUFF_SIZE\": 17", "\"LOG_ACC_BUFF_SIZE\": 40", StringComparison.Ordinal));

        var run = CliRun.Of("env", "--config", path);

        run.ExitCode.Should().Be(2);
        run.Error.Should().StartWith($"error: {path}:12: LOG_ACC_BUFF_SIZE: ");
        run.Error.Split('\n').Should().HaveCount(2);
    }

    [Fact]
    public void With_json_the_place_has_a_key_of_its_own()
    {
        var path = Write("config.json", Config.Replace("\"LOG_BLOCK\"", "\"LOG_BLOK\"", StringComparison.Ordinal));

        var run = CliRun.Of("env", "--config", path, "--json");

        run.ExitCode.Should().Be(2);
        run.Error.Should().BeEmpty();
        run.Json["error"]!["where"]!.GetValue<string>().Should().Be($"{path}:8: LOG_BLOK");
        run.Json["error"]!["message"]!.GetValue<string>().Should().Contain("LOG_BLOCK");
    }

    [Fact]
    public void A_configuration_that_is_not_there() =>
        CliRun.Of("env", "--config", "/nowhere/config.json").ShouldBeRefused("error: /nowhere/config.json: no such file");

    [Fact]
    public void A_broken_configuration()
    {
        var path = Write("config.json", "{ \"LOG_BLOCK\": 4,");

        CliRun.Of("env", "--config", path).ShouldBeRefused($"error: {path}:1: not valid JSON at column 17");
    }

    [Fact]
    public void A_bundle_that_is_not_there() =>
        CliRun.Of("disasm", "/nowhere").ShouldBeRefused("error: /nowhere/program.json: no such file");

    private static string Config => File.ReadAllText(Path.Combine(Repository.Root, "vta_config.json"));

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
