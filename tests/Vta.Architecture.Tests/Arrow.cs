namespace Vta.Architecture.Tests;

/// <summary>A use of something that is declared in another folder of the same project.</summary>
/// <param name="From">The folder of the use, relative to the project; empty for the project's own.</param>
/// <param name="To">The folder of the declaration.</param>
/// <param name="Example">The first such use: what is used, and where.</param>
internal sealed record Arrow(string From, string To, string Example);
