using System.Text.RegularExpressions;

namespace Vta.Hdl.Library.Registers;

/// <summary>What is wrong with a register map, a line each.</summary>
internal static partial class RegisterMapChecks
{
    private static readonly HashSet<string> s_keywords =
    [
        "auto", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum", "extern", "float", "for", "goto", "if", "inline", "int",
        "long", "register", "restrict", "return", "short", "signed", "sizeof", "static", "struct", "switch", "typedef", "union", "unsigned", "void", "volatile", "while",
    ];

    public static IEnumerable<string> Of(RegisterMap map)
    {
        var problems = new List<string>();
        CheckName("it", map.Name);
        if (map.Registers.Count == 0)
            problems.Add("it has no registers");
        CheckTwins("registers", map.Registers, r => r.Name);
        foreach (var (register, next) in map.Registers.Zip(map.Registers.Skip(1)))
        {
            if (register.Offset == next.Offset)
                problems.Add($"{register.Name} and {next.Name} are both at {register.Offset:x}h");
        }
        problems.AddRange(map.Fields.GroupBy(f => f.Field).Where(g => g.Count() > 1)
            .Select(g => $"{string.Join(" and ", g.Select(f => f.Register.Name))} share the field object {g.Key.Name}; make a new one for each"));
        foreach (var register in map.Registers)
        {
            CheckName("a register", register.Name);
            if (register.Offset < 0 || register.Offset % Register.Bytes != 0)
                problems.Add($"{register.Name} is at {register.Offset}; registers are at multiples of {Register.Bytes}");
            CheckTwins($"fields of {register.Name}", register.Fields, f => f.Name);
            CheckFields(register);
        }
        return problems;

        void CheckName(string what, string name)
        {
            if (!Name().IsMatch(name) || s_keywords.Contains(name))
                problems.Add($"{what} is called '{name}'; a name is one in C: letters, digits and _, no digit first, and no keyword");
        }

        void CheckTwins<T>(string what, IEnumerable<T> all, Func<T, string> name) => problems.AddRange(all
            .GroupBy(name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => $"{g.Count()} {what} are called {g.Key}"));

        void CheckFields(Register register)
        {
            var taken = 0u;
            foreach (var field in register.Fields)
            {
                var name = $"{register.Name}.{field.Name}";
                CheckName("a field", field.Name);
                if (field.Offset < 0 || field.Width < 1 || field.Offset + field.Width > Register.Width)
                {
                    problems.Add($"{name} has {field.Width} bits from bit {field.Offset} on; a register has {Register.Width}");
                    continue;
                }
                if ((taken & field.Mask) != 0)
                    problems.Add($"{name} has bits of another field");
                taken |= field.Mask;
                if ((ulong)field.Reset >> field.Width != 0)
                    problems.Add($"the reset value {field.Reset} of {name} does not fit {field.Width} bits");
                if (field.Reset != 0 && !field.HasReset)
                    problems.Add($"{name} is {(field.IsInput ? "shown by the hardware" : "zero but for a cycle")}: it has no reset value");
            }
        }
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Name();
}
