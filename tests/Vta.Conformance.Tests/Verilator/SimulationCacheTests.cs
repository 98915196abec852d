using Vta.Isa;
using Vta.Runtime.Verilator;

namespace Vta.Conformance.Tests.Verilator;

/// <summary>The cache of built simulations, with a build that only writes a file.</summary>
public sealed class SimulationCacheTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vta cache ").FullName;
    private readonly List<string> workshops = [];

    [Fact]
    public void What_is_there_is_not_built_again()
    {
        var library = Get();
        Get().Should().Be(library);
        workshops.Should().HaveCount(1);
        File.ReadAllText(library).Should().StartWith("library");
    }

    [Theory]
    [InlineData("")]
    [InlineData("librar")]
    [InlineData("library and what else there is, longer than a hash is")]
    public void What_is_damaged_is_built_again(string content)
    {
        var library = Get();
        var whole = File.ReadAllBytes(library);
        File.WriteAllText(library, content);

        Get().Should().Be(library);

        File.ReadAllBytes(library).Should().Equal(whole);
        workshops.Should().HaveCount(2);
    }

    [Fact]
    public void It_is_built_where_make_can_build()
    {
        Get();
        workshops.Should().ContainSingle().Which.Should().NotContain(" ", "the cache's own path has one, and make does not take it");
        Directory.Exists(workshops[0]).Should().BeFalse("nothing is left of the build");
        Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Should().Equal("key.so");
    }

    [Fact]
    public void A_build_that_fails_leaves_nothing()
    {
        var get = () => new SimulationCache(folder).Get("key", workshop =>
        {
            workshops.Add(workshop);
            throw new InvalidOperationException("no");
        });
        get.Should().Throw<InvalidOperationException>();
        Directory.GetFileSystemEntries(folder).Should().BeEmpty();
        Directory.Exists(workshops[0]).Should().BeFalse();
    }

    [Fact]
    public void Another_process_is_not_waited_for_without_an_end()
    {
        using var other = new FileStream(Path.Combine(folder, "key.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        var get = () => new SimulationCache(folder, TimeSpan.FromMilliseconds(100)).Get("key", _ => throw new InvalidOperationException("it is not our turn"));
        get.Should().Throw<VtaInputException>().WithMessage("another process builds this simulation for 0 minutes already; end it first");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Get() => new SimulationCache(folder).Get("key", workshop =>
    {
        workshops.Add(workshop);
        var built = Path.Combine(workshop, "built");
        File.WriteAllText(built, "library");
        return built;
    });
}
