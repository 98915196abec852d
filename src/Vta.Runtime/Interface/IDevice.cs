using Vta.Isa;
using Vta.Isa.Launch;
using Vta.Isa.Memory;

namespace Vta.Runtime;

/// <summary>
/// An accelerator and the memory beside it. On-chip memories are zero at first and keep their contents from launch to launch. Not safe for
/// concurrent use.
/// </summary>
public interface IDevice : IDisposable
{
    /// <summary>What the accelerator was built for.</summary>
    VtaConfig Config { get; }

    /// <summary>The memory that programs are read from, and that they read and write.</summary>
    Dram Dram { get; }

    /// <summary>Runs a program until its FINISH, or until it cannot go on. Faults are in the result.</summary>
    /// <exception cref="VtaInputException">The launch is refused: <see cref="LaunchValidation"/> says why.</exception>
    LaunchResult Launch(LaunchRequest request);
}
