using Vta.Isa.Files;

namespace Vta.Isa.Tests;

public sealed class StagedFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("new")]
    [InlineData("old")]
    [InlineData("link")]
    public void It_takes_its_place_when_it_is_whole(string name)
    {
        folder.Write("old", "text");
        File.CreateSymbolicLink(PathOf("link"), "behind");

        using (var file = new StagedFile(PathOf(name)))
        {
            // Whoever writes it replaces what is there, as writers of waveforms do.
            File.Delete(file.Path);
            File.WriteAllText(file.Path, "whole");
            file.Complete();
        }

        File.ReadAllText(PathOf(name)).Should().Be("whole");
        new FileInfo(PathOf("link")).LinkTarget.Should().Be("behind");
        Directory.GetDirectories(folder.Path).Should().BeEmpty();
    }

    [Fact]
    public void Without_that_what_was_there_stays()
    {
        folder.Write("old", "text");

        using (var file = new StagedFile(PathOf("old")))
            File.WriteAllText(file.Path, "half");

        File.ReadAllText(PathOf("old")).Should().Be("text");
        Directory.GetFileSystemEntries(folder.Path).Should().Equal(PathOf("old"));
    }

    [Fact]
    public void It_goes_through_devices()
    {
        File.CreateSymbolicLink(PathOf("full"), "/dev/full");
        using var file = new StagedFile(PathOf("full"));
        File.WriteAllText(file.Path, "whole");
        file.Invoking(whole => whole.Complete()).Should().Throw<VtaInputException>()
            .Which.Line.Should().StartWith($"{PathOf("full")}: cannot be written: No space left on device");
    }

    [Fact]
    public void What_cannot_be_written_is_told_at_once()
    {
        Line(folder.Path).Should().Be($"{folder.Path}: is a folder; it has to be a file");
        Line(PathOf("no/file")).Should().Be($"{PathOf("no/file")}: cannot be written: there is no folder '{PathOf("no")}'");
        Directory.GetFileSystemEntries(folder.Path).Should().BeEmpty();
    }

    public void Dispose() => folder.Dispose();

    private string PathOf(string name) => Path.Combine(folder.Path, name);

    private static string Line(string path) => FluentActions.Invoking(() => new StagedFile(path)).Should().Throw<VtaInputException>().Which.Line;
}
