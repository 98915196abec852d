using Vta.TestSupport;

namespace Vta.Architecture.Tests;

/// <summary>Folders are layers: a folder uses what docs/architecture.md says that it knows, and no folders use each other.</summary>
public class LayerTests
{
    public static TheoryData<string> Projects => [.. LayerTable.All.Select(table => table.Project)];

    private static ProjectSources Compiler => ProjectSources.Of("src/Vta.Compiler");

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_folder_uses_what_it_knows(string project) => Table(project).Differences(ProjectSources.Of(project)).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_folder_knows_folders_below_it(string project) => Table(project).Upwards().Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_folder_is_a_namespace(string project) => Table(project).Misplaced(ProjectSources.Of(project)).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_picture_is_that_of_the_table(string project)
    {
        var page = new MarkdownPage(LayerTable.Page);
        page.Verify(page.Blocks.Where(block => block.Language == "layers").ElementAt(LayerTable.All.ToList().FindIndex(table => table.Project == project)), Table(project).ToString());
    }

    [Fact]
    public void Loop_IR_that_uses_a_tensor_expression_is_found()
    {
        const string Broken = """
            using Vta.Compiler.TensorExpressions;

            namespace Vta.Compiler.LoopIr;

            internal static class Broken
            {
                internal static Expr Product(SymbolicTensor tensor) => tensor[0];
            }
            """;
        Table("src/Vta.Compiler").Differences(Compiler.With("LoopIr/Broken.cs", Broken))
            .Should().Equal("LoopIr/ does not know TensorExpressions/, and uses SymbolicTensor in LoopIr/Broken.cs:7");
    }

    [Fact]
    public void A_type_that_nobody_names_is_found()
    {
        const string Broken = "namespace Vta.Compiler.Tensors; static class Broken { static void Use() { var made = Vta.Compiler.Workloads.Layers.Convolutions; } }";
        Table("src/Vta.Compiler").Differences(Compiler.With("Tensors/Broken.cs", Broken))
            .Should().Contain("Tensors/ does not know Workloads/, and uses var in Tensors/Broken.cs:1");
    }

    [Fact]
    public void Folders_that_know_each_other_are_found()
    {
        var table = new LayerTable("src/Any", new Dictionary<string, IReadOnlyList<string>> { ["Upper"] = ["Lower"], ["Lower"] = ["Upper"] }, new Dictionary<string, string>());
        table.Upwards().Should().Equal("Lower/ knows Upper/, which is not below it");
    }

    [Fact]
    public void A_file_outside_of_its_namespace_is_found() =>
        Table("src/Vta.Compiler").Misplaced(Compiler.With("Tensors/Broken.cs", "namespace Vta.Compiler.LoopIr; class Broken;"))
            .Should().Equal("Tensors/Broken.cs is in namespace Vta.Compiler.LoopIr");

    [Fact]
    public void A_file_of_a_surface_outside_of_its_namespace_is_found() =>
        Table("src/Vta.Hdl").Misplaced(ProjectSources.Of("src/Vta.Hdl").With("Values/Broken.cs", "namespace Vta.Hdl.Values; class Broken;"))
            .Should().Equal("Values/Broken.cs is in namespace Vta.Hdl.Values");

    [Fact]
    public void IR_that_uses_a_check_is_found()
    {
        const string Broken = "namespace Vta.Hdl.Ir; static class Broken { static void Use(ModuleInstance top) => _ = Vta.Hdl.Checks.DesignChecks.In(top); }";
        Table("src/Vta.Hdl").Differences(ProjectSources.Of("src/Vta.Hdl").With("Ir/Broken.cs", Broken))
            .Should().Equal("Ir/ does not know Checks/, and uses DesignChecks in Ir/Broken.cs:1");
    }

    [Fact]
    public void Every_project_has_a_table() => LayerTable.All.Select(table => table.Project).Should().BeEquivalentTo(
        from folder in new[] { "src", "hw" }
        from project in Directory.EnumerateFiles(Path.Combine(GoldenFile.Repository, folder), "*.csproj", SearchOption.AllDirectories)
        where !project.EndsWith("Generators.csproj")
        select Path.GetRelativePath(GoldenFile.Repository, Path.GetDirectoryName(project)!));

    private static LayerTable Table(string project) => LayerTable.All.Single(table => table.Project == project);
}
