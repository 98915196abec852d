namespace Vta.Hdl.Verilog;

/// <summary>A place for declarations: the module itself, or the block of a generate loop.</summary>
/// <param name="Text">The declarations and assignments so far.</param>
/// <param name="Depth">Loops around it.</param>
/// <param name="Name">The name of the block; empty for the module.</param>
internal sealed record LaneScope(CodeText Text, int Depth, string Name)
{
    /// <summary>The names declared here, with their widths.</summary>
    public List<(string Name, int Width)> Declared { get; } = [];

    /// <summary>The name for the number of this lane, once something reads it.</summary>
    public string? IndexName { get; set; }
}
