using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

#pragma warning disable CS0660, CS0661 // == describes a comparator; two values are the same object or they are not.

/// <summary>
/// One bit with the meaning true or false. There is no conversion to <c>bool</c>, so <c>if (x)</c> and <c>x &amp;&amp; y</c> do not compile.
/// </summary>
public sealed class Bool : Packed
{
    internal static readonly PackedType<Bool> Type = new(1, e => new Bool(e));

    internal Bool(Expression expression)
        : base(expression)
    {
    }

    internal override object UntypedType => Type;

    /// <summary>True where the bit is false.</summary>
    public static Bool operator !(Bool a) => new(Make.Not(a.Expression));

    /// <summary>True where both are; there is no <c>&amp;&amp;</c>.</summary>
    public static Bool operator &(Bool a, Bool b) => new(Make.Operate(BinaryOperator.And, a.Expression, b.Expression));

    /// <summary>True where either is; there is no <c>||</c>.</summary>
    public static Bool operator |(Bool a, Bool b) => new(Make.Operate(BinaryOperator.Or, a.Expression, b.Expression));

    /// <summary>True where one is and the other is not.</summary>
    public static Bool operator ^(Bool a, Bool b) => new(Make.Operate(BinaryOperator.Xor, a.Expression, b.Expression));

    /// <summary>True where both are the same.</summary>
    public static Bool operator ==(Bool a, Bool b) => new(Make.Operate(BinaryOperator.Equal, a.Expression, b.Expression));

    /// <summary>True where they differ.</summary>
    public static Bool operator !=(Bool a, Bool b) => new(Make.Operate(BinaryOperator.NotEqual, a.Expression, b.Expression));

    /// <summary>A constant.</summary>
    public static implicit operator Bool(bool value) => new(value ? Make.True : Make.False);

    /// <summary>Drives this signal; see <see cref="DataExtensions.Set{T}"/>.</summary>
    public void Set(Bool value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var location = new SourceLocation(file, line);
        BuildContext.Current(location).Assign(Expression, value.Expression, location);
    }

    /// <summary>The bit in every one of <paramref name="count"/> positions.</summary>
    public UInt Repeat(int count) => new(Make.Repeat(Expression, Require.Positive(count, "copies")));
}
