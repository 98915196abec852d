namespace Vta.Isa.Instructions;

/// <summary>Rules of the command queues.</summary>
public static class Commands
{
    /// <summary>Instructions a unit has at most at a time, the running one included; beyond, fetch waits.</summary>
    public const int MaxUnfinished = 512;
}
