namespace Vta.Compiler;

/// <summary>The program after a pass.</summary>
public sealed class PassResult
{
    private readonly string program;
    private readonly IReadOnlyList<LoopBuffer> arguments;

    internal PassResult(string pass, string program, IReadOnlyList<LoopBuffer> arguments, Stmt body)
    {
        Pass = pass;
        this.program = program;
        this.arguments = arguments;
        Body = body;
    }

    /// <summary>Name of the pass, which is that of its class.</summary>
    public string Pass { get; }

    public Stmt Body { get; }

    /// <summary>The program in TVM's script notation.</summary>
    public override string ToString() => ScriptPrinter.PrintModule(program, arguments, Body);
}
