namespace Vta.Hdl.Library;

/// <summary>The Gray code: from one number to the next a single bit changes, so that another clock domain sees the one or the other.</summary>
public static class Gray
{
    /// <summary>A number in Gray code.</summary>
    public static UInt Encode(UInt number) => number ^ (number >> 1);

    /// <summary>The number that a Gray code stands for.</summary>
    public static UInt Decode(UInt code)
    {
        for (var distance = 1; distance < code.Width; distance *= 2)
            code ^= code >> distance;
        return code;
    }
}
