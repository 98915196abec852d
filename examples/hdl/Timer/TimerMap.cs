using Vta.Hdl.Library.Registers;

namespace HdlTutorial;

/// <summary>What a host sees of a <see cref="Timer"/>.</summary>
public static class TimerMap
{
    public static readonly RegisterField Enable = new("ENABLE", FieldAccess.ReadWrite, 0, 1, "Counts while set.");
    public static readonly RegisterField Restart = new("RESTART", FieldAccess.Pulse, 1, 1, "Begins again at zero.");
    public static readonly RegisterField Period = new("PERIOD", FieldAccess.ReadWrite, 0, 32, "Cycles from one end to the next, less one.", reset: uint.MaxValue);
    public static readonly RegisterField Count = new("COUNT", FieldAccess.ReadOnly, 0, 32, "Cycles since the last end.");
    public static readonly RegisterField Expired = new("EXPIRED", FieldAccess.WriteOneToClear, 0, 1, "A period has ended; the alarm is on while set.");

    public static readonly RegisterMap Map = new("Timer", "A timer with an alarm.",
    [
        new("CONTROL", 0x0, "How it counts.", [Enable, Restart]),
        new("PERIOD", 0x4, "How far it counts.", [Period]),
        new("COUNT", 0x8, "How far it is.", [Count]),
        new("EVENTS", 0xc, "What has happened.", [Expired]),
    ]);
}
