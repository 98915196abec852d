using Vta.Isa;
using Vta.Isa.Programs;

namespace Vta.Runtime.Programs;

/// <summary>Puts programs onto devices.</summary>
public static class ProgramLoading
{
    /// <summary>Puts a program into free memory of a device, where it stays until it is disposed; several can be there side by side.</summary>
    /// <param name="device">A device of the program's configuration.</param>
    /// <param name="program">A program that says what its arguments are: one that <c>Build</c> or <c>vta compile</c> made.</param>
    /// <exception cref="VtaInputException">The device has another configuration or no room, or the program does not say what its arguments are.</exception>
    public static LoadedProgram Load(this IDevice device, ProgramBundle program) => new(device, program);
}
