using System.Runtime.Versioning;
using Vta.Isa.Files;

namespace Vta.Isa.Tests;

public sealed class OutputFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("new")]
    [InlineData("old")]
    [InlineData("empty")]
    public void It_is_whole_and_nothing_else_is_left(string name)
    {
        folder.Write("old", "text of another length");
        folder.Write("empty", "");

        OutputFile.Write(PathOf(name), [1, 2, 3]);

        File.ReadAllBytes(PathOf(name)).Should().Equal(1, 2, 3);
        Directory.GetFiles(folder.Path).Select(Path.GetFileName).Should().BeEquivalentTo(new[] { "old", "empty", name }.Distinct());
    }

    [Theory]
    [InlineData("there", "text")]
    [InlineData("empty", "")]
    [InlineData("missing", null)]
    public void A_link_is_kept(string name, string? text)
    {
        if (text is not null)
            folder.Write(name, text);
        File.CreateSymbolicLink(PathOf("inner"), name);
        File.CreateSymbolicLink(PathOf("outer"), PathOf("inner"));

        OutputFile.Write(PathOf("outer"), [4]);

        new FileInfo(PathOf("outer")).LinkTarget.Should().Be(PathOf("inner"));
        new FileInfo(PathOf("inner")).LinkTarget.Should().Be(name);
        File.ReadAllBytes(PathOf(name)).Should().Equal(4);
    }

    [Fact]
    public void Links_in_a_circle_are_told()
    {
        File.CreateSymbolicLink(PathOf("a"), "b");
        File.CreateSymbolicLink(PathOf("b"), "a");
        Line(PathOf("a")).Should().StartWith($"{PathOf("a")}: cannot be written: ");
    }

    [Fact]
    public void A_device_stays_a_device()
    {
        OutputFile.Write("/dev/null", [5]);
        File.GetAttributes("/dev/null").Should().HaveFlag(FileAttributes.Normal);
        using var device = File.OpenRead("/dev/null");
        device.ReadByte().Should().Be(-1);
        Line("/dev/full").Should().StartWith("/dev/full: cannot be written: No space left on device");
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Permissions_stay()
    {
        var path = folder.Write("script", "text");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        OutputFile.Write(path, [6]);
        File.GetUnixFileMode(path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void A_folder_is_no_file_and_a_file_no_folder()
    {
        Line(folder.Path).Should().Be($"{folder.Path}: is a folder; it has to be a file");
        var file = folder.Write("file", "text");
        FluentActions.Invoking(() => OutputFolder.Write(file, [("a", [1])])).Should().Throw<VtaInputException>()
            .Which.Line.Should().Be($"{file}: is a file; it has to be a folder");
        File.ReadAllText(file).Should().Be("text");
    }

    [Fact]
    public void What_goes_wrong_names_the_file_asked_for() =>
        Line(PathOf("no/file")).Should().Be($"{PathOf("no/file")}: cannot be written: Could not find a part of the path '{PathOf("no/file")}'");

    public void Dispose() => folder.Dispose();

    private string PathOf(string name) => Path.Combine(folder.Path, name);

    private static string Line(string path) =>
        FluentActions.Invoking(() => OutputFile.Write(path, [0])).Should().Throw<VtaInputException>().Which.Line;
}
