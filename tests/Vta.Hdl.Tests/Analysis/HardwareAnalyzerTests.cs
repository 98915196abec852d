using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Vta.Hdl.Generators.Analysis;

namespace Vta.Hdl.Tests.Analysis;

/// <summary>What the analyzer marks while a module is written, and what it leaves alone. Marked lines end with the code.</summary>
public sealed class HardwareAnalyzerTests
{
    [Fact]
    public Task Blocks_need_using() => Verify("""
        When(A); // HWA001
        _ = When(A); // HWA001
        var opened = When(A); // HWA001
        using (When(A))
            B.Set(true);
        using (ElseWhen(!A))
            B.Set(false);
        using var rest = When(A);
        var operation = Switch(X);
        operation.Case(1); // HWA001
        using (operation.Default())
            B.Set(A);
        """);

    [Fact]
    public Task Values_are_compared_with_the_operator() => Verify("""
        var same = X.Equals(Y); // HWA002
        same = Equals(X, Y); // HWA002
        same = ReferenceEquals(X, null); // HWA002
        same = X is null;
        same = "x".Equals("y");
        B.Set(X == Y);
        """);

    [Fact]
    public Task Ports_are_driven_with_Set() => Verify("""
        B = X == Y; // HWA003
        _later = Reg(UInt(8));
        var sum = X + Y;
        sum = sum + 1;
        B.Set(A);
        """);

    [Fact]
    public Task Bundles_are_made_from_their_type() => Verify("""
        var point = new Point(); // HWA004
        Y.Set(new Point().Field1); // HWA004
        var type = BundleOf(() => new Point());
        static Point Make() => new Point();
        var other = BundleOf(Make);
        """);

    [Fact]
    public Task Results_are_used() => Verify("""
        X.Trunc(4); // HWA005
        X.AsBool(); // HWA005
        Mux(A, X, Y); // HWA005
        Reg(UInt(8));
        Let(X + Y);
        """);

    private static async Task Verify(string body)
    {
        var source = $$"""
            using System;
            using Vta.Hdl;
            using static Vta.Hdl.Hw;

            public sealed class Point : Bundle
            {
                public readonly UInt Field1 = Field(UInt(8));
            }

            public sealed class Example : Module
            {
                public Bool A = In();
                public Bool B = Out();
                public UInt X = In(UInt(8));
                public UInt Y = Out(UInt(8));
                private UInt? _later;

                protected override void Build()
                {
            {{body}}
                }
            }
            """;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Example", [CSharpSyntaxTree.ParseText(source)], references, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty();

        var found = await compilation.WithAnalyzers([new HardwareAnalyzer()]).GetAnalyzerDiagnosticsAsync();

        var lines = source.Split('\n');
        found.Select(d => (Line: lines[d.Location.GetLineSpan().StartLinePosition.Line].Trim(), d.Id)).OrderBy(f => f.Line)
            .Should().Equal(lines.Where(l => l.Contains("// HWA")).Select(l => (Line: l.Trim(), l.Trim()[^6..])).OrderBy(f => f.Line));
    }
}
