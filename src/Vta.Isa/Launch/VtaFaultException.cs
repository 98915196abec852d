namespace Vta.Isa.Launch;

/// <summary>A run ended with a fault. The message names the fault and shows the instruction, or says who waits for whom.</summary>
public sealed class VtaFaultException : Exception
{
    internal VtaFaultException(string message, LaunchResult result)
        : base(message)
    {
        Result = result;
    }

    /// <summary>The run's result, with all that was counted until its end.</summary>
    public LaunchResult Result { get; }
}
