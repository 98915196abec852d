namespace Vta.Hdl.Generators;

/// <summary>The name of a variable that a call of the HDL gives its value to.</summary>
internal readonly struct LocalName(string file, int line, string method, string name) : IEquatable<LocalName>
{
    /// <summary>The file, as <c>[CallerFilePath]</c> reports it.</summary>
    public string File { get; } = file;

    /// <summary>The line, as <c>[CallerLineNumber]</c> reports it.</summary>
    public int Line { get; } = line;

    /// <summary>The method that is called.</summary>
    public string Method { get; } = method;

    /// <summary>The variable.</summary>
    public string Name { get; } = name;

    public bool Equals(LocalName other) => File == other.File && Line == other.Line && Method == other.Method && Name == other.Name;

    public override bool Equals(object? obj) => obj is LocalName other && Equals(other);

    public override int GetHashCode() => (File, Line, Method, Name).GetHashCode();
}
