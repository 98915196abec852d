namespace Vta.Compiler;

/// <summary>Where a stage is computed: inside a loop of another.</summary>
internal sealed record AttachPoint(Stage Stage, IterVar Axis, SourceLine Where);
