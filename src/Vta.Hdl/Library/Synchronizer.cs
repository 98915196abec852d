namespace Vta.Hdl.Library;

/// <summary>
/// Takes a bit of another clock domain into the one it is instantiated in, two or more cycles later: two registers in a row, the first of which may hang
/// between zero and one for a while. The bit is to come from a register, since a gate could give a short pulse, and to stay longer than a cycle of the new clock.
/// </summary>
/// <param name="stages">Registers in a row, at least 2 (HW0011).</param>
public sealed class Synchronizer(int stages = 2) : Module
{
    /// <summary>The bit, of any domain.</summary>
    public readonly Bool Bit = In();

    /// <summary>The bit in the module's own domain.</summary>
    public readonly Bool Synced = Out();

    /// <inheritdoc/>
    protected override string DefinitionName => stages == 2 ? "Synchronizer" : $"Synchronizer_{stages}";

    /// <inheritdoc/>
    protected override void Build()
    {
        Require(stages >= 2);
        Parameter("stages", stages);
        var last = Bit;
        for (var i = 0; i < stages; i++)
        {
            var stage = RegAcross(Bool(), $"stage_{i}");
            stage.Set(last);
            last = stage;
        }
        Synced.Set(last);
    }
}
