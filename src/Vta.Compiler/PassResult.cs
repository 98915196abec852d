namespace Vta.Compiler;

/// <summary>What a pass made.</summary>
public sealed class PassResult
{
    private readonly Func<string> print;

    internal PassResult(string pass, Func<string> print)
    {
        Pass = pass;
        this.print = print;
    }

    /// <summary>Name of the pass, which is that of its class.</summary>
    public string Pass { get; }

    /// <summary>The program after it, in TVM's script notation; of bound inference, what each tensor needs.</summary>
    public override string ToString() => print();
}
