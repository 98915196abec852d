namespace Vta.Compiler.Tests;

/// <summary>An expression of a script, evaluated. What a buffer holds is a number made of its name and the index.</summary>
internal delegate long ScriptValue(IReadOnlyDictionary<string, long> variables);
