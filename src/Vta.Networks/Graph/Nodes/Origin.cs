using Vta.Isa;

namespace Vta.Networks.Graph.Nodes;

/// <summary>The place in the model's file that a node comes from.</summary>
/// <param name="Index">Its number, in the order of the file.</param>
/// <param name="Operator">The operator as the file calls it, such as <c>CONV_2D</c> or <c>QLinearConv</c>.</param>
/// <param name="Name">The node's name; empty where it has none.</param>
public sealed record Origin(int Index, string Operator, string Name = "")
{
    /// <summary>An error of one attribute or operand of the node.</summary>
    /// <param name="attribute">What of the node is at fault.</param>
    /// <param name="message">What was found, and what is allowed.</param>
    public VtaInputException Fault(string attribute, string message) => new($"{attribute}: {message}", ToString());

    /// <summary>Does something for the node; an error that has no place yet gets the node's.</summary>
    /// <exception cref="VtaInputException">The work ends with one.</exception>
    public T Locate<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (VtaInputException fault) when (fault.Where is null)
        {
            throw new VtaInputException(fault.Message, ToString());
        }
    }

    /// <summary>As in <c>node 3 CONV_2D</c>.</summary>
    public override string ToString() => $"node {Index} {Operator}" + (Name.Length == 0 ? "" : $" '{Name}'");
}
