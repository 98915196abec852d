using System.Text.RegularExpressions;

namespace Vta.Compiler.Tests;

/// <summary>
/// Parses programs in TVM's script notation, as TVM and as we print them. What only names something is resolved: common
/// subexpressions, other names of a buffer. Allocations are listed apart, as they may stand anywhere.
/// </summary>
internal sealed partial class ScriptParser
{
    private readonly List<(int Indent, string Text)> lines;
    private readonly Dictionary<string, ScriptValue> names = [];
    private readonly Dictionary<string, string> buffers = [];
    private int next;

    private ScriptParser(string script) => lines =
    [
        .. script.Split('\n').Where(line => line.Trim().Length > 0 && !line.TrimStart().StartsWith('#'))
            .Select(line => (line.Length - line.TrimStart().Length, line.Trim())),
    ];

    /// <summary>Buffers with their sizes, types and memories.</summary>
    internal SortedSet<string> Allocations { get; } = [];

    internal IReadOnlyList<ScriptNode> Body { get; private set; } = [];

    internal static ScriptParser Parse(string script)
    {
        var parser = new ScriptParser(script);
        parser.Body = parser.Block(0);
        return parser;
    }

    [GeneratedRegex(@"^(\w+)(?:: T\.int32)? = (.*)$")]
    private static partial Regex Assignment();

    [GeneratedRegex(@"^for (.*) in (?:range|T\.grid)\((.*)\):$")]
    private static partial Regex Loop();

    [GeneratedRegex(@"^(?:with )?T\.attr\((.*?)\):?$")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^(\w+)\[(.*?)\] = (.*)$")]
    private static partial Regex Store();

    private ScriptValue Value(string text) => new ScriptExpressionParser(text, new Dictionary<string, ScriptValue>(names), new Dictionary<string, string>(buffers)).Parse();

    private List<ScriptNode> Block(int indent)
    {
        var nodes = new List<ScriptNode>();
        while (next < lines.Count && lines[next].Indent >= indent)
        {
            var (at, text) = lines[next++];
            if (text.StartsWith("class ", StringComparison.Ordinal) || text.StartsWith("T.func_attr", StringComparison.Ordinal) || text == "vta = T.int32()")
                continue;
            if (text.StartsWith("def ", StringComparison.Ordinal))
                nodes.Add(new ScriptNode(text, [], Block(at + 1)));
            else if (Loop().Match(text) is { Success: true } loop)
                nodes.Add(LoopNode(loop.Groups[1].Value.Split(", "), loop.Groups[2].Value.Split(", "), Block(at + 1)));
            else if (Attribute().Match(text) is { Success: true } attribute)
                nodes.Add(new ScriptNode(attribute.Groups[1].Value, [], Block(text.EndsWith(':') ? at + 1 : at)));
            else if (Store().Match(text) is { Success: true } store)
                nodes.Add(new ScriptNode($"store {buffers[store.Groups[1].Value]}", [Value(store.Groups[2].Value), Value(store.Groups[3].Value)], []));
            else if (Assignment().Match(text) is { Success: true } assignment)
                Name(assignment.Groups[1].Value, assignment.Groups[2].Value);
            else
                nodes.Add(new ScriptNode(text[..text.IndexOf('(')], [Value(text)], []));
        }
        return nodes;
    }

    private ScriptNode LoopNode(IReadOnlyList<string> variables, IReadOnlyList<string> extents, IReadOnlyList<ScriptNode> body)
    {
        for (var index = variables.Count - 1; index >= 0; index--)
            body = [new ScriptNode("for", [Value(extents[index])], body) { Variable = variables[index] }];
        return body[0];
    }

    private void Name(string name, string text)
    {
        if (text.StartsWith("T.allocate", StringComparison.Ordinal))
            Allocations.Add($"{name} {text}");
        else if (text.StartsWith("T.Buffer", StringComparison.Ordinal))
            buffers[name] = text[(text.LastIndexOf('=') + 1)..].TrimEnd(')').Replace(".data", "");
        else
            names[name] = Value(text);
    }
}
