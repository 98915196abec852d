using Vta.Hdl.Ir;

namespace Vta.Hdl.Elaboration;

/// <summary>One bit under which the statements of a block happen. That of a default is known when all cases are.</summary>
internal sealed class Condition(Func<Expression> value)
{
    private readonly Lazy<Expression> _value = new(value);

    public Condition(Expression value)
        : this(() => value)
    {
    }

    public Expression Value => _value.Value;
}
