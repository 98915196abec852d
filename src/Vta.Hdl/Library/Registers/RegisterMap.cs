using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Library.Registers;

/// <summary>
/// What a host sees of a peripheral: registers of 32 bits at byte addresses. It is described once; <see cref="AxiLiteSlave"/>, <see cref="ApbSlave"/> and
/// <see cref="WishboneSlave"/> are made of it, <see cref="CHeader"/>, <see cref="SvdFile"/> and <see cref="RegisterPage"/> tell it to those who write drivers.
/// </summary>
public sealed class RegisterMap
{
    /// <summary>Describes a map.</summary>
    /// <param name="name">The peripheral's name in C.</param>
    /// <param name="description">One line for the documentation.</param>
    /// <param name="registers">The registers, in any order.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="HdlException">HW0011: a name, an offset or a reset value is none, or two registers or fields share a name or bits; carries all that were found.</exception>
    public RegisterMap(string name, string description, IReadOnlyList<Register> registers, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Name = name;
        Description = description;
        Registers = [.. registers.OrderBy(r => r.Offset)];
        var location = new SourceLocation(file, line);
        var problems = RegisterMapChecks.Of(this).Select(p => new Diagnostic(Rule.Parameter, $"register map {name}: {p}", location)).ToArray();
        if (problems.Length > 0)
            throw new HdlException(problems);
    }

    /// <summary>The peripheral's name.</summary>
    public string Name { get; }

    /// <summary>One line for the documentation.</summary>
    public string Description { get; }

    /// <summary>The registers, in the order of their addresses.</summary>
    public IReadOnlyList<Register> Registers { get; }

    /// <summary>Bytes from the first address to the end of the last register.</summary>
    public int Bytes => Registers[^1].Offset + Register.Bytes;

    /// <summary>Bits of a byte address that reaches all registers.</summary>
    public int AddressWidth => Bits.IndexWidth(Bytes);

    /// <summary>Each field with its register.</summary>
    internal IEnumerable<(Register Register, RegisterField Field)> Fields => Registers.SelectMany(r => r.Fields.Select(f => (r, f)));
}
