using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Vta.Isa.Programs;

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

    private static char Slash => Path.DirectorySeparatorChar;

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
        Line().Should().Be($"{Slash}mem0.bin: holds more than 1 bytes; from address 0xffffffff on they reach beyond 32-bit addresses");
    }

    [Fact]
    public void Files_are_there_and_of_the_folder()
    {
        program["memory"]![1]!["file"] = "nothing.bin";
        Line().Should().Be($"{Slash}nothing.bin: no such file");
        program["memory"]![1]!["file"] = "../mem1.bin";
        Line().Should().Be(": memory[1].file: \"../mem1.bin\" is not a file of the bundle's folder");
        File.WriteAllText(Path.Combine(folder.Path, "broken.bin.gz"), "not gzip");
        program["memory"]![1]!["file"] = "broken.bin.gz";
        Line().Should().Be($"{Slash}broken.bin.gz: is not gzip-compressed, or cut short");
    }

    [Theory]
    [InlineData("a\0b", "a\\u0000b")]
    [InlineData("\u001b[2J", "\\u001b[2J")]
    [InlineData("", "")]
    public void Files_have_plain_names(string name, string shown)
    {
        program["memory"]![1]!["file"] = name;
        Line().Should().Be($": memory[1].file: \"{shown}\" is not a file of the bundle's folder");
    }

    [Theory]
    [InlineData("memory", "mem0.bin")]
    [InlineData("memory", "mem2.bin")]
    [InlineData("expected", "expected0.bin")]
    public void An_empty_file_is_damaged(string list, string name)
    {
        program[list]!.AsArray().Should().Contain(entry => entry!["file"]!.GetValue<string>() == name);
        File.WriteAllBytes(Path.Combine(folder.Path, name), []);
        Line().Should().Be($"{Slash}{name}: is empty");
    }

    [Fact]
    public void Sections_are_instructions_of_launches_in_their_order()
    {
        Section("products", 0, 29).Should().Be(": sections[0].instruction: is 29; allowed are whole numbers from 0 to 28");
        Section("products", 1, 4).Should().Be(": sections[0].launch: is 1; allowed are whole numbers from 0 to 0");
        program["sections"]!.AsArray().Clear();
        Section("products", 0, 4, read: false);
        Section("resets", 0, 0).Should().Be(": sections[1]: begins before \"products\", which stands before it");
        program["sections"] = 4;
        Line().Should().Be(": sections: is a number; it has to be a list");

        string? Section(string name, int launch, int instruction, bool read = true)
        {
            program["sections"] ??= new JsonArray();
            program["sections"]!.AsArray().Add(new JsonObject { ["name"] = name, ["launch"] = launch, ["instruction"] = instruction });
            var line = read ? Line() : null;
            if (read)
                program["sections"]!.AsArray().RemoveAt(program["sections"]!.AsArray().Count - 1);
            return line;
        }
    }

    [Fact]
    public void A_folder_is_no_file()
    {
        program["memory"]![1]!["file"] = ".";
        Line().Should().Be($"{Slash}.: is a folder; it has to be a file");
    }

    [Fact]
    public void Files_have_the_bytes_that_are_declared()
    {
        program["expected"]![0]!["bytes"] = 257;
        Line().Should().Be($"{Slash}expected0.bin: holds 256 bytes, program.json says 257");
        program["expected"]![0]!["bytes"] = 255;
        Line().Should().Be($"{Slash}expected0.bin: holds more bytes, program.json says 255");
        program["expected"]![0]!["bytes"] = 1L << 62;
        Line().Should().Be(": expected[0].bytes: is 4611686018427387904; allowed are whole numbers from 1 to 4294955008");
        program["expected"]![0]!["bytes"] = "256";
        Line().Should().Be(": expected[0].bytes: is a text; it has to be a number");
    }

    [Fact]
    public void Files_have_the_hash_that_is_declared()
    {
        var hash = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder.Path, "mem2.bin"))));
        program["memory"]![2]!["sha256"] = hash;
        File.WriteAllText(ProgramFile, program.ToJsonString());
        ProgramBundle.Load(folder.Path).Memory.Should().HaveCount(4, "upper case is accepted");

        program["memory"]![2]!["sha256"] = new string('0', 64);
        Line().Should().Be($"{Slash}mem2.bin: is damaged: its SHA-256 is {hash.ToLowerInvariant()}, program.json says {new string('0', 64)}");
        program["memory"]![2]!["sha256"] = "0123";
        Line().Should().Be(": memory[2].sha256: is \"0123\"; it has to be 64 hexadecimal digits");
    }

    [Fact]
    public void Compressed_files_are_whole()
    {
        var zipped = Zip(RandomNumberGenerator.GetBytes(1000));
        program["memory"]![1]!["file"] = "weights.bin.gz";
        for (var length = 1; length < zipped.Length; length += length < zipped.Length - 20 ? 97 : 1)
        {
            File.WriteAllBytes(Path.Combine(folder.Path, "weights.bin.gz"), zipped[..length]);
            Line().Should().Be($"{Slash}weights.bin.gz: is not gzip-compressed, or cut short", $"{length} of {zipped.Length} bytes are there");
        }
        File.WriteAllBytes(Path.Combine(folder.Path, "weights.bin.gz"), [.. zipped, 0]);
        Line().Should().Be($"{Slash}weights.bin.gz: is not gzip-compressed, or cut short", "something is behind its end");
        File.WriteAllBytes(Path.Combine(folder.Path, "weights.bin.gz"), zipped);
        ProgramBundle.Load(folder.Path).Memory[1].Data.Should().HaveCount(1000);
    }

    [Fact]
    public void Compressed_files_may_have_several_members()
    {
        program["memory"]![0]!["file"] = "two.bin.gz";
        File.WriteAllText(ProgramFile, program.ToJsonString());
        File.WriteAllBytes(Path.Combine(folder.Path, "two.bin.gz"), [.. Zip([1, 2]), .. Zip([3])]);
        ProgramBundle.Load(folder.Path).Memory[0].Data.Should().Equal(1, 2, 3);
    }

    [Theory]
    [InlineData(64, null, "holds more bytes, program.json says 64")]
    [InlineData(null, uint.MaxValue - 99, "holds more than 100 bytes; from address 0xffffff9c on they reach beyond 32-bit addresses")]
    public void No_more_is_unpacked_than_can_be_right(int? bytes, uint? address, string message)
    {
        File.WriteAllBytes(Path.Combine(folder.Path, "bomb.bin.gz"), Zip(new byte[30_000_000]));
        var entry = program["memory"]![0]!.AsObject();
        entry["file"] = "bomb.bin.gz";
        if (bytes is not null)
            entry["bytes"] = bytes;
        if (address is not null)
            entry["address"] = address;
        File.WriteAllText(ProgramFile, program.ToJsonString());

        var before = GC.GetAllocatedBytesForCurrentThread();
        Load().Should().Be($"{Slash}bomb.bin.gz: {message}");
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(10_000_000);
    }

    [Fact]
    public void A_byte_order_mark_is_accepted()
    {
        File.WriteAllText(ProgramFile, "\uFEFF" + program.ToJsonString());
        ProgramBundle.Load(folder.Path).Name.Should().Be("tvm-gemm-1");
    }

    [Theory]
    [InlineData("\"Memory\": [], \"memory\"", "memory")]
    [InlineData("\"memory\": [], \"memory\"", "memory")]
    [InlineData("\"memory\": [{\"file\": \"a\", \"FILE\": \"b\"}], \"memory\"", "FILE")]
    public void A_key_given_twice_is_refused(string twice, string key)
    {
        File.WriteAllText(ProgramFile, program.ToJsonString().Replace("\"memory\"", twice, StringComparison.Ordinal));
        Load().Should().Be($":1: {key}: the key is given twice; upper and lower case are the same");
    }

    [Fact]
    public void Text_is_Unicode()
    {
        File.WriteAllText(ProgramFile, program.ToJsonString().Replace("tvm-gemm-1", "\\ud800", StringComparison.Ordinal));
        Load().Should().Be(":1: not valid JSON: a text is not Unicode");
        File.WriteAllBytes(ProgramFile, [.. "{\"name\": \""u8, 0xff, .. "\"}"u8]);
        Load().Should().Be(":1: not valid JSON: a text is not Unicode");
    }

    [Fact]
    public void Control_characters_of_the_name_are_escaped()
    {
        program["name"] = "\u001b[2Jverified\n";
        File.WriteAllText(ProgramFile, program.ToJsonString());
        ProgramBundle.Load(folder.Path).Name.Should().Be("\\u001b[2Jverified\\u000a");
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
        Line().Should().Be(": config: LOG_ACC_BUFF_SIZE: LOG_ACC_BUFF_SIZE is 40; allowed are 7 to 17, "
            + "which is 2 to 2048 elements of 64 bytes (with the other keys as they are, instructions have no room for more)");
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

    private static byte[] Zip(byte[] data)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest))
            gzip.Write(data);
        return zipped.ToArray();
    }

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
