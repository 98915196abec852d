using Vta.Isa.Launch;

namespace Vta.Isa.Programs;

/// <summary>What callers of a program give it and get from it. A bundle whose inputs have no bytes in <see cref="Memory"/> is a program to be called with any.</summary>
public sealed partial class ProgramBundle
{
    /// <summary>The tensors that it takes and gives; none where nothing is said of them.</summary>
    public IReadOnlyList<ProgramArgument> Arguments { get; init; } = [];

    /// <summary>Inputs that have no bytes, or not all.</summary>
    public IReadOnlyList<ProgramArgument> MissingInputs => [.. Arguments.Where(argument => argument.Role == ArgumentRole.Input && !IsFilled(argument))];

    /// <summary>The program without bytes of inputs, and without what is expected.</summary>
    public ProgramBundle WithoutValues() =>
        Of([.. Memory.Where(segment => !Arguments.Any(argument => segment.Address >= argument.Address && segment.End <= argument.End))]);

    /// <summary>The program with its inputs, and without what is expected.</summary>
    public ProgramBundle WithoutExpected() => Of(Memory);

    /// <summary>The program with other inputs in memory, and what DRAM must hold after it ran on them.</summary>
    public ProgramBundle WithValues(IReadOnlyList<MemorySegment> inputs, IReadOnlyList<MemorySegment> expected) =>
        Of([.. WithoutValues().Memory, .. inputs], expected);

    /// <summary>The address after the last byte that it brings or touches.</summary>
    public long Reach()
    {
        var dram = CreateDram();
        var ends = Memory.Concat(Expected).Select(segment => segment.End).Concat(Arguments.Select(argument => argument.End));
        return ends.Concat(Launches.Select(launch => LaunchValidation.Reach(Config, dram, launch))).Max();
    }

    private ProgramBundle Of(IReadOnlyList<MemorySegment> memory, IReadOnlyList<MemorySegment>? expected = null) => new()
    {
        Name = Name,
        Config = Config,
        Launches = Launches,
        Arguments = Arguments,
        Sections = Sections,
        Memory = memory,
        Expected = expected ?? [],
    };

    private bool IsFilled(ProgramArgument argument)
    {
        long next = argument.Address;
        while (next < argument.End)
        {
            var position = next;
            if (Memory.Where(segment => segment.Address <= position && segment.End > position).MaxBy(segment => segment.End) is not { } segment)
                return false;
            next = segment.End;
        }
        return true;
    }
}
