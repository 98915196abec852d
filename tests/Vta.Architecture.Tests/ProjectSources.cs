using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vta.TestSupport;

namespace Vta.Architecture.Tests;

/// <summary>The sources of a project as the compiler understands them: which folder uses what of which other.</summary>
internal sealed class ProjectSources
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; "
        + "global using System.Threading.Tasks;";

    private static readonly ConcurrentDictionary<string, Lazy<ProjectSources>> s_projects = new();
    private static readonly CSharpParseOptions s_options = new(LanguageVersion.Latest, DocumentationMode.None);

    private readonly string _root;
    private readonly CSharpCompilation _compilation;
    private readonly IReadOnlyList<SyntaxTree> _trees;

    private ProjectSources(string project)
    {
        _root = Path.Combine(GoldenFile.Repository, project);
        Name = Path.GetFileName(project);
        var files = Directory.EnumerateFiles(_root, "*.cs", SearchOption.AllDirectories).Where(file => !Relative(file).StartsWith("obj/") && !Relative(file).StartsWith("bin/"));
        _trees = [.. files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), s_options, file))];
        var assembly = Name == "Vta.Cli" ? "vta" : Name;
        _compilation = CSharpCompilation.Create(
            assembly,
            _trees.Append(CSharpSyntaxTree.ParseText(ImplicitUsings + ProjectUsings(), s_options)),
            References(assembly),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        Arrows = [.. FindArrows().DistinctBy(arrow => (arrow.From, arrow.To))];
    }

    private ProjectSources(ProjectSources project, string file, string text)
    {
        (_root, Name) = (project._root, project.Name);
        var tree = CSharpSyntaxTree.ParseText(text, s_options, Path.Combine(_root, file));
        _trees = [tree];
        _compilation = project._compilation.AddSyntaxTrees(tree);
        Arrows = [.. project.Arrows.Concat(FindArrows()).DistinctBy(arrow => (arrow.From, arrow.To))];
        _trees = [.. project._trees, tree];
    }

    internal string Name { get; }

    /// <summary>The folders that have files, relative to the project.</summary>
    internal IReadOnlyList<string> Folders => [.. _trees.Select(tree => FolderOf(tree.FilePath)).Distinct()];

    /// <summary>All arrows between folders, with an example each.</summary>
    internal IReadOnlyList<Arrow> Arrows { get; }

    /// <summary>The sources in a folder of the repository.</summary>
    internal static ProjectSources Of(string project) => s_projects.GetOrAdd(project, name => new Lazy<ProjectSources>(() => new ProjectSources(name))).Value;

    /// <summary>The same with a file more.</summary>
    /// <param name="file">Its path in the project.</param>
    /// <param name="text">What it says.</param>
    internal ProjectSources With(string file, string text) => new(this, file, text);

    /// <summary>Files, relative to the project, and their namespaces.</summary>
    internal IEnumerable<(string File, string Namespace)> Namespaces =>
        from tree in _trees
        from space in tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
        select (Relative(tree.FilePath), space.Name.ToString());

    /// <summary>What the project file imports for all its files.</summary>
    private string ProjectUsings() => string.Concat(XDocument.Load(Path.Combine(_root, $"{Name}.csproj")).Descendants("Using")
        .Select(import => $"global using {(import.Attribute("Static") is null ? "" : "static ")}{import.Attribute("Include")!.Value}; "));

    private static IEnumerable<MetadataReference> References(string except) => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileNameWithoutExtension(path) != except)
        .Select(path => MetadataReference.CreateFromFile(path));

    private IEnumerable<Arrow> FindArrows() =>
        from tree in _trees.AsParallel().AsOrdered()
        let model = _compilation.GetSemanticModel(tree)
        let @from = FolderOf(tree.FilePath)
        from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        from to in Declaring(model.GetSymbolInfo(name).Symbol)
        where to != @from
        select new Arrow(@from, to, $"{name.Identifier.Text} in {Relative(tree.FilePath)}:{tree.GetLineSpan(name.Span).StartLinePosition.Line + 1}");

    /// <summary>The folders that declare a symbol, or the type that it is a member of; none where another project does.</summary>
    private IEnumerable<string> Declaring(ISymbol? symbol)
    {
        var declared = symbol switch
        {
            null or INamespaceSymbol or ILocalSymbol or IParameterSymbol or ITypeParameterSymbol or IRangeVariableSymbol or ILabelSymbol => null,
            INamedTypeSymbol => symbol,
            _ => symbol.ContainingType,
        };
        return declared?.OriginalDefinition.DeclaringSyntaxReferences.Select(reference => FolderOf(reference.SyntaxTree.FilePath)).Distinct() ?? [];
    }

    private string FolderOf(string file) => Path.GetDirectoryName(Relative(file))!;

    private string Relative(string file) => Path.GetRelativePath(_root, file);
}
