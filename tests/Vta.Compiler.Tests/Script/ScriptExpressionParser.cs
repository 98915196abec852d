using System.Globalization;

namespace Vta.Compiler.Tests;

/// <summary>Parses expressions of TVM's script notation.</summary>
/// <param name="text">The expression.</param>
/// <param name="names">Expressions that names stand for.</param>
/// <param name="buffers">The memory that a name of a buffer stands for.</param>
internal sealed class ScriptExpressionParser(string text, IReadOnlyDictionary<string, ScriptValue> names, IReadOnlyDictionary<string, string> buffers)
{
    private int position;

    internal ScriptValue Parse()
    {
        var value = And();
        Skip();
        return position == text.Length ? value : throw new FormatException($"{text} at {position}");
    }

    private static ScriptValue Hash(string name, IReadOnlyList<ScriptValue> values) => variables =>
    {
        var hash = 1469598103934665603UL;
        foreach (var character in name)
            hash = (hash ^ character) * 1099511628211UL;
        foreach (var value in values)
            hash = (hash ^ (ulong)value(variables)) * 1099511628211UL;
        return (int)(hash >> 40);
    };

    private void Skip()
    {
        while (position < text.Length && text[position] == ' ')
            position++;
    }

    private bool Take(string token)
    {
        Skip();
        if (string.CompareOrdinal(text, position, token, 0, token.Length) != 0)
            return false;
        position += token.Length;
        return true;
    }

    private ScriptValue And()
    {
        var left = Compare();
        while (Take("and "))
        {
            var (first, second) = (left, Compare());
            left = variables => first(variables) & second(variables);
        }
        return left;
    }

    private ScriptValue Compare()
    {
        var left = Sum();
        if (Take("<="))
        {
            var right = Sum();
            return variables => left(variables) <= right(variables) ? 1 : 0;
        }
        if (Take("<"))
        {
            var right = Sum();
            return variables => left(variables) < right(variables) ? 1 : 0;
        }
        return left;
    }

    private ScriptValue Sum()
    {
        var left = Product();
        while (true)
        {
            if (Take("+"))
            {
                var (first, second) = (left, Product());
                left = variables => first(variables) + second(variables);
            }
            else if (Take("-"))
            {
                var (first, second) = (left, Product());
                left = variables => first(variables) - second(variables);
            }
            else
            {
                return left;
            }
        }
    }

    private ScriptValue Product()
    {
        var left = Atom();
        while (Take("*"))
        {
            var (first, second) = (left, Atom());
            left = variables => first(variables) * second(variables);
        }
        return left;
    }

    private ScriptValue Atom()
    {
        if (Take("("))
        {
            var inner = And();
            Take(")");
            return inner;
        }
        var start = position;
        if (text[position] == '"')
        {
            position = text.IndexOf('"', position + 1) + 1;
            return Hash(text[start..position], []);
        }
        if (text[position] == '-')
            position++;
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] is '_' or '.'))
            position++;
        var name = text[start..position];
        if (long.TryParse(name, CultureInfo.InvariantCulture, out var number))
            return _ => number;
        if (Take("["))
        {
            var index = And();
            Take("]");
            return Hash(buffers.GetValueOrDefault(name, name), [index]);
        }
        return Take("(") ? Call(name) : names.TryGetValue(name, out var value) ? value
            : name.Contains('.') ? Hash(name, []) : variables => variables[name];
    }

    private ScriptValue Call(string name)
    {
        var arguments = new List<ScriptValue>();
        while (!Take(")"))
        {
            arguments.Add(And());
            Take(",");
        }
        return name switch
        {
            "T.max" => variables => Math.Max(arguments[0](variables), arguments[1](variables)),
            "T.if_then_else" => variables => arguments[0](variables) != 0 ? arguments[1](variables) : arguments[2](variables),
            _ => Hash(name, arguments),
        };
    }
}
