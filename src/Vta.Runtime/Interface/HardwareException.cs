namespace Vta.Runtime;

/// <summary>The hardware under simulation did what it must never do, whatever the program: a defect in its description. One line.</summary>
public sealed class HardwareException(string message) : Exception(message);
