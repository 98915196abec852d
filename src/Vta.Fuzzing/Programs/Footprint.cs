namespace Vta.Fuzzing.Programs;

/// <summary>
/// What an instruction reads and writes of what units share: the buffers between them and the outputs in DRAM, each divided into two zones, a bit
/// for each.
/// </summary>
internal readonly record struct Footprint(int Reads, int Writes)
{
    public const int Zones = 2;

    /// <summary>Both zones, for instructions whose indices may be anywhere.</summary>
    public const int AnyZone = -1;

    public static Footprint None => default;

    public static int Inp(int zone) => Bits(zone, 0);

    public static int Wgt(int zone) => Bits(zone, 1);

    public static int Acc(int zone) => Bits(zone, 2);

    public static int Outputs(int zone) => Bits(zone, 3);

    /// <summary>Whether two instructions give another result in the other order.</summary>
    public bool Conflicts(Footprint other) => (Writes & (other.Reads | other.Writes)) != 0 || (Reads & other.Writes) != 0;

    private static int Bits(int zone, int resource) => (zone == AnyZone ? (1 << Zones) - 1 : 1 << zone) << (Zones * resource);
}
