namespace Vta.Isa.Tests;

public sealed class PresetTests
{
    public static TheoryData<string> Presets => [.. RepositoryFiles.Presets];

    [Theory]
    [MemberData(nameof(Presets))]
    public void Every_preset_is_accepted(string path) => VtaConfig.Load(path).Layout.Misfit.Should().BeNull();
}
