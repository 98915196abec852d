namespace Vta.Hdl.Verilog;

/// <summary>How tightly operators of Verilog bind, as far as this back end relies on it: where readers are unsure, it writes parentheses.</summary>
internal static class Precedence
{
    public const int Lowest = 0;
    public const int Choice = 0;
    public const int LogicalOr = 1;
    public const int LogicalAnd = 2;
    public const int Bitwise = 3;
    public const int Comparison = 6;
    public const int Reduction = 7;
    public const int Shift = 8;
    public const int Sum = 9;
    public const int Product = 10;
    public const int Unary = 12;
    public const int Primary = 13;
}
