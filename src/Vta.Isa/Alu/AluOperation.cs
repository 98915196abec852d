namespace Vta.Isa.Alu;

/// <summary>An ALU operation as a value, for lists and look-up; <see cref="Accept"/> leads back to its type.</summary>
public abstract class AluOperation
{
    private AluOperation(string name, int code)
    {
        Name = name;
        Code = code;
    }

    /// <summary>Name as the disassembler shows it.</summary>
    public string Name { get; }

    /// <summary>Value of the alu_opcode field.</summary>
    public int Code { get; }

    /// <summary>Calls <paramref name="visitor"/> with this operation's type.</summary>
    public abstract TResult Accept<TResult>(IAluOperationVisitor<TResult> visitor);

    /// <summary>The new value of the destination, in any arithmetic.</summary>
    public abstract T Evaluate<TAlgebra, T>(TAlgebra algebra, T left, T right)
        where TAlgebra : IAluAlgebra<T>;

    public override string ToString() => Name;

    /// <summary>The operation of a type; always the same object.</summary>
    public static AluOperation Of<TOperation>()
        where TOperation : struct, IAluOperation => Typed<TOperation>.Instance;

    private sealed class Typed<TOperation>() : AluOperation(TOperation.Name, TOperation.Code)
        where TOperation : struct, IAluOperation
    {
        internal static readonly Typed<TOperation> Instance = new();

        public override TResult Accept<TResult>(IAluOperationVisitor<TResult> visitor) => visitor.Visit<TOperation>();

        public override T Evaluate<TAlgebra, T>(TAlgebra algebra, T left, T right) => TOperation.Evaluate(algebra, left, right);
    }
}
