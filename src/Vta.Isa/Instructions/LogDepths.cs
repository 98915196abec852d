namespace Vta.Isa.Instructions;

/// <summary>log2 of the depths of the buffers that instructions and micro-ops hold indices of: what their layout depends on.</summary>
internal readonly record struct LogDepths(int Uop, int Inp, int Wgt, int Acc);
