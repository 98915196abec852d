using System.Runtime.CompilerServices;
using Vta.Compiler.Verification.Tokens;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Verification;

/// <summary>Who wrote each location of a memory last, and which units have read it since.</summary>
/// <param name="size">Locations of the memory.</param>
/// <param name="order">What the tokens say.</param>
/// <param name="unordered">Told of two operations, the earlier in program order first, that use a location in no certain order.</param>
/// <typeparam name="TValue">What is known of a value.</typeparam>
internal sealed class MemoryHistory<TValue>(int size, TokenOrder order, Action<Operation, Operation, int> unordered)
{
    private const int Units = 3;

    private readonly Location[] locations = new Location[size];

    internal int Size => size;

    /// <summary>An operation reads a location.</summary>
    /// <returns>The operation that wrote it last, null where none did, and what it put there.</returns>
    internal (Operation? Writer, TValue? Value) Read(int index, Operation reader)
    {
        ref var location = ref locations[index];
        RequireAfter(location.Writer, reader, index);
        location.Readers[(int)reader.Unit] = reader;
        return (location.Writer, location.Value);
    }

    /// <summary>An operation writes a location.</summary>
    internal void Write(int index, Operation writer, TValue value)
    {
        ref var location = ref locations[index];
        RequireAfter(location.Writer, writer, index);
        foreach (var reader in location.Readers)
            RequireAfter(reader, writer, index);
        location = new Location { Writer = writer, Value = value };
    }

    private void RequireAfter(Operation? earlier, Operation later, int index)
    {
        if (earlier is not null && !order.IsOver(earlier.Unit, earlier.Period, later.Unit))
            unordered(earlier, later, index);
    }

    private struct Location
    {
        internal Operation? Writer;
        internal TValue? Value;
        internal LastReaders Readers;
    }

    /// <summary>The last reader of each unit, which is done with those before.</summary>
    [InlineArray(Units)]
    private struct LastReaders
    {
        private Operation? first;
    }
}
