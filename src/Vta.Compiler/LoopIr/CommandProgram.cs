namespace Vta.Compiler.LoopIr;

/// <summary>What lowering ends with and operators generate: the units' commands, with loops still rolled.</summary>
public sealed class CommandProgram
{
    /// <param name="body">Loops and commands.</param>
    /// <exception cref="InvalidOperationException">It has something else.</exception>
    public CommandProgram(Stmt body)
    {
        Verifier.Check(body, Language.Commands);
        Body = body;
    }

    public Stmt Body { get; }

    /// <summary>The program in TVM's script notation.</summary>
    public override string ToString() => Body.ToString();
}
