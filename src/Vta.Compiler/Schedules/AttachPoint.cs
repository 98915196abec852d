using Vta.Compiler.Diagnostics;
using Vta.Compiler.TensorExpressions;

namespace Vta.Compiler.Schedules;

/// <summary>Where a stage is computed: inside a loop of another.</summary>
internal sealed record AttachPoint(Stage Stage, IterVar Axis, SourceLine Where);
