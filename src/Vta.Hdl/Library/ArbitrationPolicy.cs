namespace Vta.Hdl.Library;

/// <summary>Who is served when several ask at once.</summary>
public enum ArbitrationPolicy
{
    /// <summary>The lowest number, always: others may starve.</summary>
    Fixed,

    /// <summary>The next one behind the one served last: each waits for one value of each other at most.</summary>
    RoundRobin,
}
