using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Vta.Isa.Programs;

namespace Vta.Isa.Tests;

/// <summary><c>docs/program.schema.json</c> says what bundles are: those that are here, those that are written, and not those that are refused.</summary>
public sealed class ProgramSchemaTests
{
    private static readonly JsonSchema s_schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "program.schema.json")));

    public static TheoryData<string> Programs => [.. RepositoryFiles.Programs];

    /// <summary>What is changed in a good bundle, by key, and the value there.</summary>
    public static TheoryData<string, string> Mistakes => new()
    {
        { "format", "\"vta-program/2\"" },
        { "name", "1" },
        { "config", "[]" },
        { "instructions", "{ \"address\": 4096 }" },
        { "instructions", "{ \"address\": -16, \"count\": 1 }" },
        { "launches", "[]" },
        { "expected", "[]" },
        { "memory", "{}" },
        { "memory", "[{ \"file\": \"../mem0.bin\", \"address\": 4096 }]" },
        { "memory", "[{ \"file\": \"mem0.bin\", \"address\": 4294967296 }]" },
        { "memory", "[{ \"file\": \"mem0.bin\", \"address\": 4096, \"bytes\": 0 }]" },
        { "memory", "[{ \"file\": \"mem0.bin\", \"address\": 4096, \"sha256\": \"12\" }]" },
        { "arguments", "[{ \"name\": \"a\", \"role\": \"inout\", \"type\": \"int8\", \"shape\": [1], \"address\": 0 }]" },
        { "arguments", "[{ \"name\": \"a\", \"role\": \"input\", \"type\": \"int33\", \"shape\": [1], \"address\": 0 }]" },
        { "arguments", "[{ \"name\": \"a\", \"role\": \"input\", \"type\": \"int8\", \"shape\": [], \"address\": 0 }]" },
        { "sections", "[{ \"name\": \"a\", \"launch\": 0 }]" },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void Bundles_of_the_repository_are_of_the_schema_and_so_is_what_we_write(string name)
    {
        IsValid(Text(RepositoryFiles.Program(name))).Should().BeTrue();
        using var folder = new TemporaryFolder();
        ProgramBundle.Load(RepositoryFiles.Program(name)).Save(folder.Path);
        IsValid(Text(folder.Path)).Should().BeTrue();
    }

    [Fact]
    public void Launches_sections_and_arguments_are_written_by_the_schema()
    {
        var bundle = ProgramBundle.Load(RepositoryFiles.Program("tvm-gemm-1"));
        using var folder = new TemporaryFolder();
        new ProgramBundle
        {
            Name = "all",
            Config = bundle.Config,
            Launches = [bundle.Launches[0], bundle.Launches[0]],
            Memory = bundle.Memory,
            Sections = [new ProgramSection("all", 1, 2)],
            Arguments = [new ProgramArgument("a", ArgumentRole.Input, 8, [4, 16], 0x10_0000)],
        }.Save(folder.Path);

        IsValid(Text(folder.Path)).Should().BeTrue();
        ProgramBundle.Load(folder.Path).Launches.Should().HaveCount(2);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void What_is_not_of_the_schema_is_refused(string key, string value)
    {
        using var folder = new TemporaryFolder();
        ProgramBundle.Load(RepositoryFiles.Program("tvm-gemm-1")).Save(folder.Path);
        var program = JsonNode.Parse(Text(folder.Path))!.AsObject();
        program[key] = JsonNode.Parse(value);
        var text = program.ToJsonString();
        folder.Write(ProgramBundle.FileName, text);

        IsValid(text).Should().BeFalse();
        var load = () => ProgramBundle.Load(folder.Path);
        load.Should().Throw<VtaInputException>();
    }

    private static string Text(string folder) => File.ReadAllText(Path.Combine(folder, ProgramBundle.FileName));

    private static bool IsValid(string text)
    {
        using var document = JsonDocument.Parse(text);
        return s_schema.Evaluate(document.RootElement).IsValid;
    }
}
