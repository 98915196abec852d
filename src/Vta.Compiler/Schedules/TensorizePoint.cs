using Vta.Compiler.Diagnostics;
using Vta.Compiler.TensorExpressions;

namespace Vta.Compiler.Schedules;

/// <summary>From which axis on an intrinsic does the work of a stage.</summary>
internal sealed record TensorizePoint(IterVar Axis, TensorIntrinsic Intrinsic, SourceLine Where);
