using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Vta.Hdl.Tests.Formal;

/// <summary>A test given as C# text, compiled.</summary>
internal static class CompiledTest
{
    /// <summary>Compiles the test and runs it; it throws where the test fails.</summary>
    public static void Run(string test, string name)
    {
        var source = $$"""
            using System.Numerics;
            using Vta.Hdl.Simulation;
            using Vta.Hdl.Tests.Formal;
            using Xunit;

            public sealed class Replay
            {
            {{test}}
            }
            """;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "replay", [CSharpSyntaxTree.ParseText(source)], references, new(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        compilation.Emit(image).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty(test);
        var type = System.Reflection.Assembly.Load(image.ToArray()).GetType("Replay")!;
        var run = type.GetMethod(name)!.CreateDelegate<Action>(Activator.CreateInstance(type));
        run();
    }
}
