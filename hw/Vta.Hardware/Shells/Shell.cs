namespace Vta.Hardware.Shells;

/// <summary>What surrounds the accelerator's core: the top module of a design.</summary>
/// <param name="Name">Its name in commands.</param>
/// <param name="Create">Makes its module for a configuration.</param>
public sealed record Shell(string Name, Func<VtaConfig, Module> Create)
{
    /// <summary>The shells that commands know; they take the first unless told another.</summary>
    public static IReadOnlyList<Shell> All { get; } =
    [
        new("sim", config => new Accelerator(config)),
        new("axi", config => new AxiShell(config)),
    ];
}
