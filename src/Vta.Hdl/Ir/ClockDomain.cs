namespace Vta.Hdl.Ir;

/// <summary>
/// A clock with its reset. Domains of one name are the same domain. What is described without one belongs to the domain of its module; the top module's is
/// <see cref="Main"/>.
/// </summary>
/// <param name="Name">The clock's port is <c>name_clock</c> and the reset's <c>name_reset</c>; those of a module's own domain are <c>clock</c> and <c>reset</c>.</param>
public sealed record ClockDomain(string Name)
{
    /// <summary>The domain of the top module.</summary>
    public static ClockDomain Main { get; } = new("main");

    /// <inheritdoc/>
    public override string ToString() => Name;
}
