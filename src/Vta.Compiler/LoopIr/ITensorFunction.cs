namespace Vta.Compiler.LoopIr;

/// <summary>What a <see cref="TensorizedCall"/> calls.</summary>
public interface ITensorFunction
{
    string Name { get; }

    /// <summary>The statement that a call stands for.</summary>
    /// <param name="isReset">Whether the result is set to what a reduction begins with.</param>
    /// <param name="result">Address of the result.</param>
    /// <param name="inputs">Addresses of the inputs.</param>
    Stmt Lower(bool isReset, Expr result, IReadOnlyList<Expr> inputs);
}
