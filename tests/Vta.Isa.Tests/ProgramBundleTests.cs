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
        copy.Memory.Should().BeEquivalentTo(bundle.Memory, options => options.WithStrictOrdering());
        copy.Expected.Should().BeEquivalentTo(bundle.Expected, options => options.WithStrictOrdering());
    }
}
