using Vta.Isa;

namespace Vta.Compiler.Diagnostics;

/// <summary>A line of the user's source.</summary>
/// <param name="File">Its file.</param>
/// <param name="Line">Its number.</param>
public readonly record struct SourceLine(string File, int Line)
{
    // A build may map its folder to the root: such a path is shown without the slash, as the repository-relative one that it is.
    public override string ToString() => $"{(System.IO.File.Exists(File) ? File : File.TrimStart('/'))}:{Line}";

    /// <summary>Does something; errors that say no place get this one.</summary>
    internal T Locate<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (VtaInputException exception) when (exception.Where is null)
        {
            throw new VtaInputException(exception.Message, ToString());
        }
    }
}
