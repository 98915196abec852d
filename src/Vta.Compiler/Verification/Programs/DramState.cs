using Vta.Isa.Programs;

namespace Vta.Compiler.Verification.Programs;

/// <summary>What the bundle says of DRAM, and which bytes of it the program has read and written by now, all launches together.</summary>
internal sealed class DramState
{
    private readonly DramBytes readable = new();
    private readonly DramBytes wanted = new();
    private readonly DramBytes stored = new();
    private readonly DramBytes read = new();
    private readonly List<(Command Command, DramRows Rows, long First)> outside = [];
    private readonly ProgramFindingLevel level;
    private readonly ReportBuilder report;

    internal DramState(ProgramBundle bundle, ReportBuilder report)
    {
        this.report = report;
        // What no argument is named of may have been there, or be looked at, all the same.
        level = bundle.Arguments.Count > 0 ? ProgramFindingLevel.Error : ProgramFindingLevel.Note;
        foreach (var segment in bundle.Memory)
            readable.Add(segment.Address, segment.End);
        foreach (var argument in bundle.Arguments.Where(argument => argument.Role == ArgumentRole.Input))
            readable.Add(argument.Address, argument.End);
        foreach (var segment in bundle.Memory.Concat(bundle.Expected))
            wanted.Add(segment.Address, segment.End);
        foreach (var argument in bundle.Arguments)
            wanted.Add(argument.Address, argument.End);
    }

    /// <summary>Whether the program itself has stored any of some bytes.</summary>
    internal bool IsStored(DramRows rows) => stored.First(rows, isIn: true) is not null;

    internal void Read(Command command, DramRows rows)
    {
        if (readable.First(rows, isIn: false) is { } first)
            Add(command, $"address 0x{first:x} is read, where neither the bundle nor a store before has put anything");
        read.Add(rows);
    }

    internal void Write(Command command, DramRows rows)
    {
        if (wanted.First(rows, isIn: false) is { } first)
            outside.Add((command, rows, first));
        stored.Add(rows);
        readable.Add(rows);
    }

    /// <summary>All launches are over: what was stored outside of what the bundle names has been read, or is for nothing.</summary>
    internal void End()
    {
        foreach (var (command, rows, first) in outside.Where(store => read.First(store.Rows, isIn: true) is null))
            Add(command, $"address 0x{first:x} is written, which the bundle does not name and nothing reads");
    }

    private void Add(Command command, string message) => report.Add(ProgramFindingKind.OutsideMemory, level, message, command);
}
