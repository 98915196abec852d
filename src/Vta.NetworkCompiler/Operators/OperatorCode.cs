using Vta.Compiler.LoopIr;
using Vta.Compiler.Tensors;

namespace Vta.NetworkCompiler.Operators;

/// <summary>An operator as commands.</summary>
/// <param name="Program">The commands.</param>
/// <param name="Constants">What it brings: weights and parameters, and their bytes in memory.</param>
internal sealed record OperatorCode(CommandProgram Program, IReadOnlyList<(DramBuffer Buffer, byte[] Bytes)> Constants);
