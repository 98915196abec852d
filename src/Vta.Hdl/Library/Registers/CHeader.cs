using System.Globalization;
using System.Text;

namespace Vta.Hdl.Library.Registers;

/// <summary>
/// A register map for drivers in C: offsets, positions, masks and reset values as macros, and the registers as a struct of volatile words, of which those that
/// only can be read are constant.
/// </summary>
public static class CHeader
{
    /// <summary>The text of the header.</summary>
    public static string Of(RegisterMap map)
    {
        var prefix = map.Name.ToUpperInvariant();
        var text = new StringBuilder();
        Line($"/* {Comment(map.Description)} Generated from the register map {map.Name}. */");
        Line($"#ifndef {prefix}_REGISTERS_H");
        Line($"#define {prefix}_REGISTERS_H");
        Line("");
        Line("#include <stdint.h>");
        foreach (var register in map.Registers)
        {
            var name = $"{prefix}_{register.Name.ToUpperInvariant()}";
            Line("");
            Line($"/* {Comment(register.Description)} */");
            Line($"#define {name}_OFFSET {Hex((uint)register.Offset)}");
            Line($"#define {name}_RESET {Hex(register.Reset)}");
            foreach (var field in register.Fields)
            {
                Line($"/* {field.Name}: {Comment(field.Description)} ({AccessWords.Of(field.Access)}) */");
                Line($"#define {name}_{field.Name.ToUpperInvariant()}_SHIFT {field.Offset}");
                Line($"#define {name}_{field.Name.ToUpperInvariant()}_MASK {Hex(field.Mask)}");
            }
        }
        Line("");
        Line($"struct {map.Name.ToLowerInvariant()}_registers {{");
        var end = 0;
        foreach (var register in map.Registers)
        {
            if (register.Offset > end)
                Line($"  uint32_t reserved_{end:x}[{(register.Offset - end) / Register.Bytes}];");
            Line($"  {(register.IsWritable ? "" : "const ")}volatile uint32_t {register.Name};");
            end = register.Offset + Register.Bytes;
        }
        Line("};");
        Line("");
        Line("#endif");
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static string Hex(uint value) => string.Create(CultureInfo.InvariantCulture, $"0x{value:x8}u");

    private static string Comment(string description) => description.Replace("*/", "* /", StringComparison.Ordinal);
}
