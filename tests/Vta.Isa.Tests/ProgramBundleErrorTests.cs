using System.Text.Json.Nodes;

namespace Vta.Isa.Tests;

public sealed class ProgramBundleErrorTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly JsonNode program;

    public ProgramBundleErrorTests()
    {
        foreach (var file in Directory.EnumerateFiles(RepositoryFiles.Program("tvm-gemm-1")))
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        program = JsonNode.Parse(File.ReadAllText(ProgramFile))!;
    }

    private string ProgramFile => Path.Combine(folder.Path, "program.json");

    [Fact]
    public void Instructions_are_required()
    {
        program.AsObject().Remove("instructions");
        Line().Should().Be(": has neither \"instructions\" nor \"launches\"");
    }

    [Fact]
    public void The_count_is_within_32_bits()
    {
        program["instructions"]!["count"] = 1L << 32;
        Line().Should().Be(": instructions.count: is 4294967296; allowed are whole numbers from 1 to 4294967295");
        program["instructions"]!["count"] = 0;
        Line().Should().Be(": instructions.count: is 0; allowed are whole numbers from 1 to 4294967295");
        program["instructions"]!["count"] = (1L << 32) - 1;
        Line().Should().Be(": instructions: 4294967295 instructions from address 0x2004000 on reach beyond 32-bit addresses");
        program["instructions"]!["count"] = "29";
        Line().Should().Be(": instructions.count: is a text; it has to be a number");
        program["instructions"]!.AsObject().Remove("count");
        Line().Should().Be(": instructions.count: is missing");
    }

    [Fact]
    public void Instructions_are_aligned_and_in_the_files()
    {
        program["instructions"]!["address"] = 33570816 + 8;
        Line().Should().Be(": instructions: the instruction address 0x2004008 is not a multiple of 16");
        program["instructions"]!["address"] = 16;
        Line().Should().Be(": instructions: no file of \"memory\" holds address 0x10, where the instructions begin");
        program["instructions"]!["address"] = 33570816;
        File.WriteAllBytes(Path.Combine(folder.Path, "mem3.bin"), new byte[100]);
        Line().Should().Be(": instructions: mem3.bin ends after 6 of 29 instructions");
    }

    [Fact]
    public void Instructions_may_be_spread_over_files()
    {
        var all = File.ReadAllBytes(Path.Combine(folder.Path, "mem3.bin"));
        File.WriteAllBytes(Path.Combine(folder.Path, "mem3.bin"), all[..100]);
        File.WriteAllBytes(Path.Combine(folder.Path, "rest.bin"), all[90..]);
        program["memory"]!.AsArray().Add(new JsonObject { ["file"] = "rest.bin", ["address"] = 33570816 + 90 });
        File.WriteAllText(ProgramFile, program.ToJsonString());
        var bundle = ProgramBundle.Load(folder.Path);
        var read = new byte[all.Length];
        bundle.CreateDram().Read(33570816, read);
        read.Should().Equal(all);
    }

    [Fact]
    public void Addresses_are_within_32_bits()
    {
        program["memory"]![0]!["address"] = 1L << 32;
        Line().Should().Be(": memory[0].address: is 4294967296; allowed are whole numbers from 0 to 4294967295");
        program["memory"]![0]!["address"] = -1;
        Line().Should().Be(": memory[0].address: is -1; allowed are whole numbers from 0 to 4294967295");
        program["memory"]![0]!["address"] = uint.MaxValue;
        Line().Should().Be(": memory[0]: mem0.bin has 64 bytes; from address 0xffffffff on they reach beyond 32-bit addresses");
    }

    [Fact]
    public void Files_are_there_and_of_the_folder()
    {
        program["memory"]![1]!["file"] = "nothing.bin";
        Line().Should().Be($"{Path.DirectorySeparatorChar}nothing.bin: no such file");
        program["memory"]![1]!["file"] = "../mem1.bin";
        Line().Should().Be(": memory[1].file: \"../mem1.bin\" is not a file of the bundle's folder");
        File.WriteAllText(Path.Combine(folder.Path, "broken.bin.gz"), "not gzip");
        program["memory"]![1]!["file"] = "broken.bin.gz";
        Line().Should().Be($"{Path.DirectorySeparatorChar}broken.bin.gz: is not gzip-compressed, or cut short");
    }

    [Fact]
    public void The_format_is_known()
    {
        program["format"] = "vta-program/2";
        Line().Should().Be(": format: unknown format \"vta-program/2\"; known is \"vta-program/1\"");
        program.AsObject().Remove("format");
        Line().Should().Be(": format: is missing");
    }

    [Fact]
    public void The_configuration_is_checked()
    {
        program["config"]!["LOG_ACC_BUFF_SIZE"] = 40;
        Line().Should().Be(": config: LOG_ACC_BUFF_SIZE: LOG_ACC_BUFF_SIZE is 40; allowed are 7 to 22, "
            + "which is 2 to 65536 elements of 64 bytes (sram_base has 16 bits)");
    }

    [Fact]
    public void Launches_replace_instructions()
    {
        program["launches"] = new JsonArray();
        Line().Should().Be(": has both \"instructions\" and \"launches\"; one of them is allowed");
        program.AsObject().Remove("instructions");
        Line().Should().Be(": launches: is empty");
        program["launches"]!.AsArray().Add(new JsonObject { ["address"] = 33570816, ["count"] = 30 });
        Line().Should().Be(": launches[0]: mem3.bin ends after 29 of 30 instructions");
    }

    [Fact]
    public void Broken_JSON_is_shown_with_its_place()
    {
        File.WriteAllText(ProgramFile, "{\n  \"format\": }");
        Load().Should().Be(":2: not valid JSON at column 13");
        File.WriteAllText(ProgramFile, "[]");
        Load().Should().Be(": is not a JSON object");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        var load = () => ProgramBundle.Load("nowhere");
        load.Should().Throw<VtaInputException>().Which.Line.Should().Be(Path.Combine("nowhere", "program.json") + ": no such file");
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_named()
    {
        var save = () => ProgramBundle.Load(folder.Path).Save(Path.Combine(ProgramFile, "below"));
        save.Should().Throw<VtaInputException>().Which.Where.Should().Be(Path.Combine(ProgramFile, "below"));
    }

    public void Dispose() => folder.Dispose();

    private string Line()
    {
        File.WriteAllText(ProgramFile, program.ToJsonString());
        return Load();
    }

    /// <summary>The error of loading, without the folder and the name of program.json.</summary>
    private string Load()
    {
        var load = () => ProgramBundle.Load(folder.Path);
        var line = load.Should().Throw<VtaInputException>().Which.Line;
        return line.Replace(ProgramFile, "", StringComparison.Ordinal).Replace(folder.Path, "", StringComparison.Ordinal);
    }
}
