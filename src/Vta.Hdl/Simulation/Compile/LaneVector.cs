using System.Reflection.Emit;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>A vector whose elements are lanes: wide, or in a local.</summary>
internal readonly record struct LaneVector(WidePlace Place, LocalBuilder? Narrow, int ElementWidth);
