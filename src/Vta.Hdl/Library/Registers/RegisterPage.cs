using System.Globalization;
using System.Text;

namespace Vta.Hdl.Library.Registers;

/// <summary>A register map for people: a table of the registers, and one of the fields of each.</summary>
public static class RegisterPage
{
    /// <summary>The text of the page.</summary>
    public static string Of(RegisterMap map)
    {
        var text = new StringBuilder();
        Line($"# {map.Name}");
        Line("");
        Line(Cell(map.Description));
        Line("");
        Line("| offset | register | reset | |");
        Line("|---|---|---|---|");
        foreach (var register in map.Registers)
            Line($"| {Hex(register.Offset, 2)} | {Code(register.Name)} | {Hex(register.Reset, 8)} | {Cell(register.Description)} |");
        foreach (var register in map.Registers)
        {
            Line("");
            Line($"## {register.Name}");
            Line("");
            Line(Cell(register.Description) + (register.HasStrobes ? " Each access is noticed by the hardware." : ""));
            Line("");
            Line("| bits | field | access | reset | |");
            Line("|---|---|---|---|---|");
            foreach (var field in register.Fields.OrderByDescending(f => f.Offset))
            {
                var bits = field.Width == 1 ? $"{field.Offset}" : $"{field.Offset + field.Width - 1}:{field.Offset}";
                var reset = field.HasReset ? field.Reset.ToString(CultureInfo.InvariantCulture) : "";
                Line($"| {bits} | {Code(field.Name)} | {AccessWords.Of(field.Access)} | {reset} | {Cell(field.Description)} |");
            }
        }
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static string Hex(long value, int digits) => "0x" + value.ToString("x" + digits, CultureInfo.InvariantCulture);

    private static string Code(string name) => $"`{name}`";

    private static string Cell(string description) => description.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
