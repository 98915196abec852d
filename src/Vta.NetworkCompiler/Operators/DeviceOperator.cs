using Vta.Compiler.Tensors;
using Vta.NetworkCompiler.Layouts;
using Vta.Networks.Graph.Nodes;

namespace Vta.NetworkCompiler.Operators;

/// <summary>A node as the accelerator does it: what it reads and makes, and how that lies in memory.</summary>
/// <param name="node">The node.</param>
/// <param name="inputs">The tensors that it reads; constants are its own.</param>
/// <param name="output">What it makes.</param>
internal abstract class DeviceOperator(Node node, IReadOnlyList<Operand> inputs, ActivationLayout output)
{
    internal Node Node => node;

    internal IReadOnlyList<Operand> Inputs => inputs;

    /// <summary>How its output lies in memory.</summary>
    internal ActivationLayout Output => output;

    /// <summary>How it is done, in words.</summary>
    internal abstract string Schedule { get; }

    /// <summary>Its commands.</summary>
    /// <param name="inputs">Where each input is.</param>
    /// <param name="output">Where its output goes.</param>
    internal abstract OperatorCode Generate(IReadOnlyList<DramBuffer> inputs, DramBuffer output);
}
