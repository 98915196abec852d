namespace Vta.Hdl.Testbench;

/// <summary>What a testbench waits for does not come, or the bench itself contradicts itself. The message names the process, the cycle, and what it is about.</summary>
public sealed class BenchFailedException(string message) : Exception(message);
