using System.Text.Json.Nodes;
using Vta.Isa.Launch;
using Vta.Isa.Programs;

namespace Vta.Isa.Tests;

/// <summary>What a bundle says of its arguments: the key "arguments", which readers may ignore.</summary>
public sealed class ProgramArgumentTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly JsonNode program;

    public ProgramArgumentTests()
    {
        new ProgramBundle
        {
            Name = "sum",
            Config = VtaConfig.Default,
            Launches = [new LaunchRequest(0x4000, 1)],
            Memory = [new MemorySegment("a.bin", 0x1000, new byte[30]), new MemorySegment("insn.bin", 0x4000, new byte[16])],
            Arguments =
            [
                new ProgramArgument("a", ArgumentRole.Input, 5, [3, 16], 0x1000),
                new ProgramArgument("res", ArgumentRole.Output, 32, [2, 4], 0x2000),
            ],
        }.Save(folder.Path);
        program = JsonNode.Parse(File.ReadAllText(ProgramFile))!;
    }

    private string ProgramFile => Path.Combine(folder.Path, "program.json");

    private JsonNode First => program["arguments"]![0]!;

    [Fact]
    public void They_are_written_and_read()
    {
        program["arguments"]!.ToJsonString().Should().Be(
            """[{"name":"a","role":"input","type":"int5","shape":[3,16],"address":4096},{"name":"res","role":"output","type":"int32","shape":[2,4],"address":8192}]""");
        var arguments = ProgramBundle.Load(folder.Path).Arguments;
        arguments.Select(argument => $"{argument.Role} {argument} at 0x{argument.Address:x}, {argument.Bytes} bytes").Should().Equal(
            "Input a (int5, 3x16) at 0x1000, 30 bytes", "Output res (int32, 2x4) at 0x2000, 32 bytes");
    }

    [Fact]
    public void Inputs_without_all_their_bytes_are_missing()
    {
        Load().MissingInputs.Should().BeEmpty();
        First["shape"]![0] = 4;
        Load().MissingInputs.Select(argument => argument.Name).Should().Equal("a");
        First["shape"]![0] = 3;
        var without = Load().WithoutValues();
        without.MissingInputs.Select(argument => argument.Name).Should().Equal("a");
        without.Memory.Select(segment => segment.File).Should().Equal("insn.bin");
        without.Reach().Should().Be(0x4010);
    }

    [Fact]
    public void Each_is_a_tensor_of_integers()
    {
        First["role"] = "weight";
        Line().Should().Be("arguments[0].role: is \"weight\"; allowed are \"input\" and \"output\"");
        First["role"] = "input";
        foreach (var type in (string[])["int", "int1", "int33", "uint8", "int 8", "int+8"])
        {
            First["type"] = type;
            Line().Should().Be($"arguments[0].type: is \"{type}\"; allowed are \"int2\" to \"int32\"");
        }
        First["type"] = "int8";
        First["shape"] = new JsonArray(3, 0);
        Line().Should().Be("arguments[0].shape: has the length 0; allowed are whole numbers of at least 1");
        First["shape"] = new JsonArray();
        Line().Should().Be("arguments[0].shape: is empty");
        First["shape"] = new JsonArray(1 << 20, 1 << 20);
        Line().Should().Be("arguments[0].shape: has more than 268435456 values");
        First["shape"] = new JsonArray(3, 16);
        First["name"] = "";
        Line().Should().Be("arguments[0].name: is empty");
        First["name"] = "a\u001b[1m";
        Line().Should().EndWith("has control characters").And.NotContain("\u001b");
        First.AsObject().Remove("name");
        Line().Should().Be("arguments[0].name: is missing");
    }

    [Fact]
    public void None_lies_over_another()
    {
        First["address"] = 0x2010;
        Line().Should().Be("arguments[1]: res (int32, 2x4) at 0x2000 overlaps a");
        First["address"] = 0x3fff;
        Line().Should().Be("arguments[0]: a (int5, 3x16) at 0x3fff overlaps instructions");
        First["address"] = 0xfffffff0;
        Line().Should().Be("arguments[0]: a (int5, 3x16) has 30 bytes; from address 0xfffffff0 on they reach beyond 32-bit addresses");
        First["address"] = 0x1000;
        First["name"] = "res";
        Line().Should().Be("arguments[1].name: \"res\" is that of another argument");
    }

    public void Dispose() => folder.Dispose();

    private ProgramBundle Load()
    {
        File.WriteAllText(ProgramFile, program.ToJsonString());
        return ProgramBundle.Load(folder.Path);
    }

    /// <summary>What is said, after the file's name.</summary>
    private string Line()
    {
        var exception = FluentActions.Invoking(Load).Should().Throw<VtaInputException>().Which;
        return $"{exception.Where}: {exception.Message}"[(ProgramFile.Length + 2)..];
    }
}
