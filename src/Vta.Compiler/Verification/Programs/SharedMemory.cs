using System.Globalization;
using Vta.Compiler.Verification.Tokens;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Verification.Programs;

/// <summary>
/// A memory that one unit writes and another reads, and what each has done there that the other does not know to be over. A use that meets one of
/// those of the other unit has no certain order. Instructions come in an order that tokens allow, so what tokens order is in order.
/// </summary>
/// <param name="name">What is at an element or address {0}, for messages.</param>
/// <param name="writer">The unit that writes.</param>
/// <param name="reader">The unit that reads.</param>
/// <param name="order">What tokens say.</param>
/// <param name="unordered">Told of two instructions, the first in this order first, and of where they meet.</param>
internal sealed class SharedMemory<TPlace>(
    string name, Unit writer, Unit reader, TokenOrder order, Action<Command, Command, string> unordered)
    where TPlace : IPlace<TPlace>
{
    private readonly Queue<Use> writes = [];
    private readonly Queue<Use> reads = [];

    internal void Write(Command command, TPlace place) => Add(command, place, writes, reader, reads);

    internal void Read(Command command, TPlace place) => Add(command, place, reads, writer, writes);

    private void Add(Command command, TPlace place, Queue<Use> own, Unit other, Queue<Use> others)
    {
        while (others.TryPeek(out var first) && order.IsOver(other, first.Period, command.Unit))
            others.Dequeue();
        foreach (var use in others)
        {
            if (use.Place.FirstCommon(place) is { } common)
                unordered(use.Command, command, string.Format(CultureInfo.InvariantCulture, name, common));
        }
        own.Enqueue(new Use(command, order.Period(command.Unit), place));
    }

    private readonly record struct Use(Command Command, int Period, TPlace Place);
}
