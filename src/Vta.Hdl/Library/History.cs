using System.Runtime.CompilerServices;

namespace Vta.Hdl.Library;

/// <summary>What a value was in earlier cycles.</summary>
public static class History
{
    /// <summary>The value <paramref name="cycles"/> cycles ago; registers without reset.</summary>
    public static T Delayed<T>(this T value, int cycles, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Data
    {
        for (var i = 0; i < cycles; i++)
            value = Module.RegNext(value, name, file, line);
        return value;
    }

    /// <summary>True in the cycle in which the bit becomes one; before the first cycle it counts as zero.</summary>
    public static Bool Rose(this Bool bit, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        bit & !Module.RegNextReset(bit, name, file, line);

    /// <summary>True in the cycle in which the bit becomes zero.</summary>
    public static Bool Fell(this Bool bit, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        !bit & Module.RegNextReset(bit, name, file, line);

    /// <summary>True in a cycle in which the bit is not what it was in the one before.</summary>
    public static Bool Changed(this Bool bit, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        bit ^ Module.RegNextReset(bit, name, file, line);
}
