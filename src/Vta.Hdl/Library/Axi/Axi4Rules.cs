using System.Runtime.CompilerServices;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Library.Axi;

/// <summary>
/// The rules of AXI4 as hardware, for simulation and for proofs. They are described in the module that is being built, and its bus may be its own or an
/// instance's.
/// </summary>
public static class Axi4Rules
{
    private const int BorderBytes = 4096;
    private const int MaxFixedBeats = 16;

    /// <summary>
    /// Asserts that both ends keep the rules: what a channel offers stays until it is taken; bursts are of a legal kind and do not cross a border of 4 KiB;
    /// WLAST and RLAST mark the last beat of each burst, and no other; read data and write responses answer what was asked for under their identifier.
    /// </summary>
    /// <param name="bus">The bus.</param>
    /// <param name="assumed">The end whose rules are assumed instead: in a proof of a slave, the master; null for none.</param>
    /// <param name="limit">Bursts under way at most in each direction; how far is counted.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static void Check(
        Axi4Ports bus, AxiRole? assumed = null, int limit = 4, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var checker = new AxiChecker(bus.Prefix, assumed, new(file, line));
        checker.Held(bus);
        CheckAddress(checker, bus.WriteAddress, bus.Shape);
        CheckAddress(checker, bus.ReadAddress, bus.Shape);
        CheckReads(checker, bus, limit);
        CheckWrites(checker, bus, limit);
    }

    private static void CheckAddress(AxiChecker checker, Stream<Axi4Address> channel, Axi4Shape shape)
    {
        var request = channel.Payload;
        var beats = request.Length.Resize(8).AddWide(1);
        Rule(request.Size <= shape.FullSize, "a beat is not wider than the bus");
        Rule(request.Burst != Code(AxiBurst.Wrapping) + 1, "a burst is fixed, incrementing or wrapping");
        Rule(request.Burst != Code(AxiBurst.Fixed) | beats <= MaxFixedBeats, "a fixed burst has up to 16 beats");

        var isWrapping = request.Burst == Code(AxiBurst.Wrapping);
        var isAligned = (request.Address & ~(Ones(shape.AddressWidth) << request.Size)) == 0;
        Rule(!isWrapping | AnyOf(new[] { 2, 4, 8, 16 }.Select(n => beats == n)), "a wrapping burst has 2, 4, 8 or 16 beats");
        Rule(!isWrapping | isAligned, "a wrapping burst begins at a multiple of its beats' size");

        // The first beat ends where an aligned one would.
        var width = int.Log2(BorderBytes);
        var first = request.Address.Resize(width) & (Ones(width) << request.Size);
        var bytes = beats.Extend(width + 4) << request.Size;
        Rule(
            request.Burst != Code(AxiBurst.Incrementing) | first.Extend(width + 4).AddWide(bytes) <= BorderBytes, "a burst does not cross a border of 4 KiB");

        void Rule(Bool condition, string text) => checker.Rule(AxiRole.Master, !channel.Valid | condition, text);
    }

    /// <summary>Each identifier has a queue of the lengths of bursts that are asked for.</summary>
    private static void CheckReads(AxiChecker checker, Axi4Ports bus, int limit)
    {
        var (address, data) = (bus.ReadAddress, bus.ReadData);
        checker.UnderWay("reads", address.Fire, data.Fire & data.Payload.Last, limit);
        for (var id = 0; id < 1 << bus.Shape.IdWidth; id++)
        {
            var isAsked = address.Fire & address.Payload.Id == id;
            var comes = data.Valid & data.Payload.Id == id;
            var ends = comes & data.Ready & data.Payload.Last;
            var lengths = new AxiCheckedQueue(checker, $"read_lengths_{id}", bus.Shape.LengthWidth, limit, isAsked, address.Payload.Length, ends);
            var beat = checker.Register($"read_beat_{id}", bus.Shape.LengthWidth);
            beat.Set(Mux(ends, 0, beat + (comes & data.Ready).AsUInt()));
            checker.Rule(AxiRole.Slave, !comes | !lengths.IsEmpty, "read data answers an address that was taken before");
            checker.Rule(AxiRole.Slave, !comes | data.Payload.Last == (beat == lengths.First), "RLAST marks the last beat of a burst, and no other");
        }
    }

    /// <summary>
    /// Data belong to addresses in their order, whichever come first: those without counterpart wait in a queue. A burst that has both is owed a response.
    /// </summary>
    private static void CheckWrites(AxiChecker checker, Axi4Ports bus, int limit)
    {
        var (address, data, response) = (bus.WriteAddress, bus.WriteData, bus.WriteResponse);
        var width = bus.Shape.LengthWidth;
        checker.UnderWay("write_addresses", address.Fire, response.Fire, limit);
        checker.UnderWay("writes", data.Fire & data.Payload.Last, response.Fire, limit);

        var matches = Module.Wire(Bool(), $"{bus.Prefix}_burst_matches");
        var beat = checker.Register("write_beat", width);
        var isSent = data.Fire & data.Payload.Last;
        beat.Set(Mux(isSent, 0, beat + data.Fire.AsUInt()));
        var addressed = new AxiCheckedQueue(
            checker, "write_addressed", width + bus.Shape.IdWidth, limit, address.Fire, Cat(address.Payload.Id, address.Payload.Length), matches);
        var sent = new AxiCheckedQueue(checker, "write_sent", width, limit, isSent, beat, matches);
        var isAddressed = !addressed.IsEmpty | address.Fire;
        matches.Set(isAddressed & (!sent.IsEmpty | isSent));
        var burst = Mux(addressed.IsEmpty, Cat(address.Payload.Id, address.Payload.Length), addressed.First);
        var beats = Mux(sent.IsEmpty, beat, sent.First);

        const string Last = "WLAST marks the last beat of a burst, and no other";
        checker.Rule(AxiRole.Master, !matches | beats == burst[width - 1, 0], Last);
        checker.Rule(AxiRole.Master, !data.Valid | addressed.IsEmpty | data.Payload.Last == (beat == addressed.First[width - 1, 0]), Last);
        checker.Rule(AxiRole.Master, !data.Valid | data.Payload.Last | !beat.All(), Last);
        for (var id = 0; id < 1 << bus.Shape.IdWidth; id++)
        {
            var owed = checker.Register($"responses_owed_{id}", Bits.WidthFor(limit));
            var comes = response.Valid & response.Payload.Id == id;
            owed.Set(owed + (matches & burst[burst.Width - 1, width] == id).AsUInt() - (comes & response.Ready).AsUInt());
            checker.Rule(AxiRole.Slave, !comes | owed != 0, "a write response answers an address and data that were taken before");
        }
    }

    private static int Code(AxiBurst burst) => (int)burst;

    private static UInt Ones(int width) => Lit(Bits.Mask(width), width);
}
