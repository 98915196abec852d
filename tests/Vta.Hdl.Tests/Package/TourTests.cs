using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Generators;
using Vta.TestSupport;

namespace Vta.Hdl.Tests.Package;

/// <summary>The examples of the package's README, compiled as in a project that uses the package.</summary>
public sealed class TourTests
{
    private const string Mistake = "Mistake";
    private static readonly Lazy<Assembly> s_examples = new(Compile);

    public static TheoryData<string> Examples => [.. PackageReadme.Files.Select(f => Path.GetFileNameWithoutExtension(f.FileName)).Except(["Counter", "Program", Mistake])];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_is_a_good_design(string name) => Make(name).Elaborate().Warnings.Should().BeEmpty();

    [Fact]
    public void The_testbench_passes() =>
        s_examples.Value.GetType("Doubler")!.GetMethod("Test")!.Invoking(test => test.Invoke(null, null)).Should().NotThrow();

    [Fact]
    public void The_mistake_gives_the_messages_of_the_page()
    {
        var elaborate = () => Make(Mistake).Elaborate();

        PackageReadme.Page.Verify(PackageReadme.Outputs[1], elaborate.Should().Throw<HdlException>().Which.Message);
    }

    private static Module Make(string name) => (Module)Activator.CreateInstance(s_examples.Value.GetType(name, throwOnError: true)!)!;

    private static Assembly Compile()
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var sources = PackageReadme.Files.Where(f => f.FileName != "Program.cs")
            .Select(f => CSharpSyntaxTree.ParseText(f.Text, path: f.FileName))
            .Append(CSharpSyntaxTree.ParseText("global using System; global using System.Linq;"));
        var compilation = CSharpCompilation.Create("tour", sources, references, new(OutputKind.DynamicallyLinkedLibrary));
        CSharpGeneratorDriver.Create(new LocalNameGenerator()).RunGeneratorsAndUpdateCompilation(compilation, out var complete, out _);
        using var image = new MemoryStream();
        complete.Emit(image).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        return Assembly.Load(image.ToArray());
    }
}
