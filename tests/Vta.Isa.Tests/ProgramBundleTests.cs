using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Vta.Isa.Programs;

namespace Vta.Isa.Tests;

public sealed class ProgramBundleTests
{
    public static TheoryData<string> Programs => [.. RepositoryFiles.Programs];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Written_bundles_read_back_the_same(string name)
    {
        var bundle = ProgramBundle.Load(RepositoryFiles.Program(name));
        using var folder = new TemporaryFolder();
        bundle.Save(folder.Path);
        var copy = ProgramBundle.Load(folder.Path);

        copy.Name.Should().Be(bundle.Name);
        copy.Config.Model.Should().Be(bundle.Config.Model);
        copy.Launches.Should().Equal(bundle.Launches);
        Same(copy.Memory, bundle.Memory);
        Same(copy.Expected, bundle.Expected);
    }

    private static void Same(IReadOnlyList<MemorySegment> copies, IReadOnlyList<MemorySegment> segments)
    {
        copies.Select(copy => (copy.File, copy.Address)).Should().Equal(segments.Select(segment => (segment.File, segment.Address)));
        copies.Zip(segments).All(pair => pair.First.Data.AsSpan().SequenceEqual(pair.Second.Data)).Should().BeTrue();
    }

    [Fact]
    public void Every_file_is_written_with_its_size_and_hash()
    {
        using var folder = new TemporaryFolder();
        ProgramBundle.Load(RepositoryFiles.Program("tvm-2x16-alu-1")).Save(folder.Path);

        var program = JsonNode.Parse(File.ReadAllText(Path.Combine(folder.Path, ProgramBundle.FileName)))!;
        foreach (var entry in program["memory"]!.AsArray().Concat(program["expected"]!.AsArray()))
        {
            var stored = File.ReadAllBytes(Path.Combine(folder.Path, entry!["file"]!.GetValue<string>()));
            entry["sha256"]!.GetValue<string>().Should().Be(Convert.ToHexStringLower(SHA256.HashData(stored)));
        }
        program["memory"]![0]!["bytes"]!.GetValue<int>().Should().Be(8192, "mem0.bin.gz is compressed");
    }

    [Fact]
    public void Sections_are_written_and_read()
    {
        var bundle = ProgramBundle.Load(RepositoryFiles.Program("tvm-gemm-1"));
        ProgramSection[] sections = [new("resets", 0, 0), new("products", 0, 4)];
        using var folder = new TemporaryFolder();

        new ProgramBundle { Name = bundle.Name, Config = bundle.Config, Launches = bundle.Launches, Memory = bundle.Memory, Sections = sections }.Save(folder.Path);

        ProgramBundle.Load(folder.Path).Sections.Should().Equal(sections);
    }

    [Fact]
    public void Several_launches_are_written_as_a_list()
    {
        var bundle = ProgramBundle.Load(RepositoryFiles.Program("tvm-gemm-1"));
        using var folder = new TemporaryFolder();
        var twice = new ProgramBundle { Name = "twice", Config = bundle.Config, Launches = [.. bundle.Launches, .. bundle.Launches], Memory = bundle.Memory };
        twice.Save(folder.Path);

        ProgramBundle.Load(folder.Path).Launches.Should().Equal(twice.Launches);
        ProgramBundle.Load(folder.Path).Expected.Should().BeEmpty();
    }

    [Fact]
    public void A_bundle_replaces_an_earlier_one_and_leaves_nothing_else()
    {
        using var folder = new TemporaryFolder();
        ProgramBundle.Load(RepositoryFiles.Program("tvm-gemm-1")).Save(folder.Path);
        ProgramBundle.Load(RepositoryFiles.Program("tvm-alu-2")).Save(folder.Path);

        ProgramBundle.Load(folder.Path).Name.Should().Be("tvm-alu-2");
        Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName)
            .Should().BeEquivalentTo("program.json", "mem0.bin", "mem1.bin", "mem2.bin", "mem3.bin", "expected0.bin");
    }
}
