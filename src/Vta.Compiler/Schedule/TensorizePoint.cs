namespace Vta.Compiler;

/// <summary>From which axis on an intrinsic does the work of a stage.</summary>
internal sealed record TensorizePoint(IterVar Axis, TensorIntrinsic Intrinsic, SourceLine Where);
