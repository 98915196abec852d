using Vta.Hdl.Library.Registers;

namespace Vta.Hdl.Tests.Library.Registers;

/// <summary>A map with a field of each kind, gaps, and registers in an order of their own.</summary>
internal sealed class TestMap
{
    public RegisterField Version { get; } = new("VERSION", FieldAccess.Constant, 8, 8, "what it is", reset: 0x5a);
    public RegisterField Level { get; } = new("LEVEL", FieldAccess.ReadOnly, 0, 5, "words that wait");
    public RegisterField Enable { get; } = new("ENABLE", FieldAccess.ReadWrite, 0, 1, "works while set", reset: 1);
    public RegisterField Divisor { get; } = new("DIVISOR", FieldAccess.ReadWrite, 4, 12, "cycles of a bit", reset: 0x345);
    public RegisterField Clear { get; } = new("CLEAR", FieldAccess.Pulse, 31, 1, "forgets what waits");
    public RegisterField Events { get; } = new("EVENTS", FieldAccess.WriteOneToClear, 6, 4, "what has happened", reset: 0b0010);
    public RegisterField Data { get; } = new("DATA", FieldAccess.ReadOnly, 0, 32, "the next word");
    public RegisterField Sent { get; } = new("SENT", FieldAccess.Pulse, 0, 16, "a word to send");
    public Register Queue { get; }
    public Register Status { get; }
    public RegisterMap Map { get; }

    public TestMap()
    {
        Queue = new("QUEUE", 0x20, "What has come.", [Data], hasStrobes: true);
        Status = new("STATUS", 0x00, "What it is and does.", [Version, Level]);
        Map = new("Device", "A device for tests.",
        [
            Queue,
            Status,
            new("CONTROL", 0x04, "How it works.", [Clear, Enable, Divisor]),
            new("EVENTS", 0x10, "What has happened.", [Events]),
            new("SEND", 0x24, "What is to go.", [Sent]),
        ]);
    }
}
