using Vta.Isa;
using Vta.Isa.Disassembly;

namespace Vta.Compiler.Verification.Programs;

/// <summary>Collects findings: the first of each kind for a pair of instructions, and so many of a kind.</summary>
/// <param name="config">What instructions are encoded for.</param>
internal sealed class ReportBuilder(VtaConfig config)
{
    // Where one token is missing, everything after it may be out of order.
    private const int MaxOfKind = 100;

    private readonly Disassembler disassembler = new(config);
    private readonly HashSet<(ProgramFindingKind, Command?, Command?)> known = [];
    private readonly Dictionary<ProgramFindingKind, int> counts = [];
    private readonly List<ProgramFinding> findings = [];

    internal IReadOnlyList<ProgramFinding> Findings => findings;

    internal void Error(ProgramFindingKind kind, string message, params IReadOnlyList<Command> commands) =>
        Add(kind, ProgramFindingLevel.Error, message, commands);

    internal void Add(ProgramFindingKind kind, ProgramFindingLevel level, string message, params IReadOnlyList<Command> commands)
    {
        if (counts.GetValueOrDefault(kind) == MaxOfKind || !known.Add((kind, commands.FirstOrDefault(), commands.Skip(1).FirstOrDefault())))
            return;
        counts[kind] = counts.GetValueOrDefault(kind) + 1;
        IReadOnlyList<InstructionText> instructions = [.. commands.OrderBy(command => command.Index).Select(Text)];
        findings.Add(new ProgramFinding(kind, level, message, instructions) { Commands = commands });
    }

    private InstructionText Text(Command command) => new(command.Launch, command.Index, disassembler.Format(command.Word));
}
