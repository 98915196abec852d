using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Vta.Isa;

namespace Vta.Compiler.Tests;

/// <summary>A mistake, and what is said about it: the whole text, at the line where it was made.</summary>
internal static class Refusal
{
    /// <param name="action">The mistake.</param>
    /// <param name="message">The text; LINE stands for the number of some line.</param>
    /// <param name="file">The file that the mistake is in.</param>
    /// <param name="line">A line within three of it.</param>
    internal static void Of(Action action, string message, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var exception = action.Should().Throw<VtaInputException>().Which;
        exception.Message.Should().MatchRegex("^" + Regex.Escape(message).Replace("LINE", "[0-9]+") + "$");
        exception.Where.Should().MatchRegex($"^{Regex.Escape(file.TrimStart('/'))}:(?:{string.Join("|", Enumerable.Range(line - 3, 6))})$");
    }
}
