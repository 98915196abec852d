using Vta.Compiler.LoopIr;
using Vta.Compiler.Passes;
using Vta.Isa;

namespace Vta.Compiler.Verification;

/// <summary>A program of intrinsics and element operations that still name buffers, and where those lie.</summary>
/// <param name="Config">The hardware.</param>
/// <param name="Body">The program.</param>
/// <param name="Placement">Where its on-chip buffers lie.</param>
internal sealed record PlacedProgram(VtaConfig Config, Stmt Body, Placement Placement);
