using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>
/// A value of named fields. A bundle is a class whose fields are initialised with <see cref="Field{T}"/>:
/// <code>
/// public sealed class Request : Bundle
/// {
///     public readonly UInt Address = Field(UInt(32));
///     public readonly Bool Last = Field(Bool());
/// }
/// </code>
/// Its description, from which ports and registers are made, is <c>BundleOf(() =&gt; new Request())</c>; values are never made with <c>new</c>.
/// </summary>
public abstract class Bundle : Data
{
    private IReadOnlyList<Expression> _leaves = [];
    private IReadOnlyList<Leaf> _fields = [];
    private object _type = new();

    /// <summary>The packed values of all fields, in order.</summary>
    public override IReadOnlyList<Expression> Leaves => _leaves;

    internal override object UntypedType => _type;

    internal override IReadOnlyList<Leaf> Fields => _fields;

    internal void Attach(IReadOnlyList<Expression> leaves, IReadOnlyList<Leaf> fields, object type)
    {
        _leaves = leaves;
        _fields = fields;
        _type = type;
    }

    /// <summary>Declares a field; its name is that of the C# member.</summary>
    /// <exception cref="Diagnostics.HdlException">HW0018: the bundle is made with <c>new</c>.</exception>
    protected static T Field<T>(HwType<T> type, [CallerMemberName] string name = "")
        where T : Data => BundleBinder.Current.Field(type, name);
}
