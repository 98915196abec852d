using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>A line that may be printed, with the signals that say when, and what.</summary>
/// <param name="Print">The line.</param>
/// <param name="Enable">High where it is printed.</param>
/// <param name="Values">Its values, in order.</param>
internal sealed record WatchedPrint(Print Print, Signal Enable, IReadOnlyList<Signal> Values);

/// <summary>A cover, with the register that counts how often it was reached.</summary>
internal sealed record CountedCover(Assertion Cover, ModuleInstance Module, Signal Count);

/// <summary>A read port and a write port of a memory that does not say what is read under a write.</summary>
/// <param name="Read">The read port.</param>
/// <param name="Write">The write port.</param>
/// <param name="Meet">High where both are enabled for the same word.</param>
internal sealed record Collision(MemoryReadPort Read, MemoryWritePort Write, Signal Meet);

/// <summary>A black box that simulators run as Verilog.</summary>
/// <param name="Box">The instance.</param>
/// <param name="Reset">High where the parents reset it.</param>
internal sealed record WatchedBox(ModuleInstance Box, Signal Reset)
{
    /// <summary>What it takes from the design.</summary>
    public IEnumerable<Signal> Inputs => Box.Ports.Where(p => p.Kind == SignalKind.Input);

    /// <summary>What it gives to the design.</summary>
    public IEnumerable<Signal> Outputs => Box.Ports.Where(p => p.Kind == SignalKind.Output);
}

/// <summary>What a simulation may be asked to look at besides the design.</summary>
/// <param name="Covers">Covers are counted.</param>
/// <param name="Collisions">Reads under writes are found.</param>
internal readonly record struct WatchRequest(bool Covers, bool Collisions);

/// <summary>The signals that simulators look at besides those of the design; no module has them.</summary>
internal sealed class Watches
{
    private readonly List<(Signal Signal, Expression Driver)> _drivers = [];

    /// <param name="modules">The modules of a design.</param>
    /// <param name="resetOf">When the parents of a module reset it.</param>
    /// <param name="request">What is asked for besides prints.</param>
    public Watches(IReadOnlyList<ModuleInstance> modules, Func<ModuleInstance, Expression> resetOf, WatchRequest request)
    {
        Prints = [.. modules.SelectMany(m => m.Prints.Select(p => Watch(m, p, resetOf(m))))];
        Boxes = [.. modules.Where(m => m.External is { RunsAsVerilog: true }).Select(m => new WatchedBox(m, Add(m, resetOf(m))))];
        if (request.Covers)
            Covers = [.. modules.SelectMany(m => m.Assertions.Where(a => a.Kind == AssertionKind.Cover).Select(c => Count(m, c, resetOf(m))))];
        if (request.Collisions)
            Collisions = [.. modules.SelectMany(m => m.Memories).Where(m => m.ReadUnderWrite == ReadUnderWrite.Undefined).SelectMany(Meet)];
    }

    /// <summary>Lines that may be printed.</summary>
    public IReadOnlyList<WatchedPrint> Prints { get; }

    /// <summary>Black boxes that run as Verilog.</summary>
    public IReadOnlyList<WatchedBox> Boxes { get; }

    /// <summary>Covers that are counted.</summary>
    public IReadOnlyList<CountedCover> Covers { get; } = [];

    /// <summary>Reads under writes.</summary>
    public IReadOnlyList<Collision> Collisions { get; } = [];

    /// <summary>The signals, and what drives them.</summary>
    public IReadOnlyList<(Signal Signal, Expression Driver)> Drivers => _drivers;

    private WatchedPrint Watch(ModuleInstance module, Print print, Expression reset) => new(
        print,
        Add(module, Make.Operate(BinaryOperator.And, print.Enable, Make.Not(reset))),
        [.. print.Values.Select(v => Add(module, v))]);

    private CountedCover Count(ModuleInstance module, Assertion cover, Expression reset)
    {
        var isReached = Make.Operate(BinaryOperator.And, Make.Operate(BinaryOperator.And, cover.Enable, Make.Not(reset)), cover.Condition);
        var count = new Signal("covered", 64, SignalKind.Register, cover.Location) { Owner = module, Domain = cover.Domain };
        _drivers.Add((count, Make.Select(isReached, Make.Operate(BinaryOperator.Add, count, Make.Constant(1, 64)), count)));
        return new(cover, module, count);
    }

    private IEnumerable<Collision> Meet(Memory memory) =>
        from read in memory.ReadPorts
        from write in memory.WritePorts
        let isSame = Make.Operate(BinaryOperator.And, Make.Operate(BinaryOperator.Equal, read.Address, write.Address), memory.IsInside(read.Address))
        let enables = Make.Operate(BinaryOperator.And, read.Enable, write.Mask is null ? write.Enable : AnyPart(write))
        select new Collision(read, write, Add(memory.Owner!, Make.Operate(BinaryOperator.And, isSame, enables)));

    private static Expression AnyPart(MemoryWritePort write) => Make.Operate(BinaryOperator.And, write.Enable, Make.Reduce(UnaryOperator.ReduceOr, write.Mask!));

    private Signal Add(ModuleInstance module, Expression driver)
    {
        var signal = new Signal("watched", driver.Width, SignalKind.Wire, default) { Owner = module };
        _drivers.Add((signal, driver));
        return signal;
    }
}
