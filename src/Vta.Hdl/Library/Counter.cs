namespace Vta.Hdl.Library;

/// <summary>Counts from 0 to <paramref name="count"/> − 1, and again.</summary>
/// <param name="count">Number of values, at least 2 (HW0011).</param>
public sealed class Counter(int count) : Module
{
    /// <summary>Counts in this cycle.</summary>
    public readonly Bool Enable = In();

    /// <summary>Goes back to zero, whatever <see cref="Enable"/> says.</summary>
    public readonly Bool Clear = In();

    /// <summary>The number.</summary>
    public readonly UInt Value = Out(IndexFor(count));

    /// <summary>It counts, and begins again.</summary>
    public readonly Bool Wraps = Out();

    /// <inheritdoc/>
    protected override string DefinitionName => $"Counter_{count}";

    /// <inheritdoc/>
    protected override void Build()
    {
        Require(count >= 2);
        Parameter("count", count);
        var number = Reg(Value.TypeOf());
        var isLast = Let(number == count - 1);
        using (When(Clear))
            number.Set(0);
        using (ElseWhen(Enable))
            number.Set(int.IsPow2(count) ? number + 1 : Mux(isLast, 0, number + 1));
        Value.Set(number);
        Wraps.Set(Enable & isLast & !Clear);
    }
}
