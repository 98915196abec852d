namespace Vta.Runtime;

/// <summary>What targets are called; <c>Devices</c> says what each is.</summary>
internal static class TargetNames
{
    public const string Fsim = "fsim";

    public const string Rtl = "rtl";

    public const string Tsim = "tsim";

    public const string Gates = "gates";
}
