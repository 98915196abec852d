namespace Vta.Hdl.Diagrams;

/// <summary>What a box of a block diagram stands for.</summary>
internal enum BlockKind
{
    /// <summary>An input of the module, or a bundle or stream of them.</summary>
    Input,

    /// <summary>An output of the module, or a bundle or stream of them.</summary>
    Output,

    /// <summary>An instance, or several that one place of the source makes.</summary>
    Instance,

    /// <summary>A register, or a bundle of them, or all of a module.</summary>
    Register,

    /// <summary>A memory.</summary>
    Memory,
}

/// <summary>A box of a block diagram.</summary>
internal sealed class Block(BlockKind kind, string title, string subtitle, int count, string details)
{
    /// <summary>What it stands for.</summary>
    public BlockKind Kind => kind;

    /// <summary>Its name; that of the definition for an instance.</summary>
    public string Title => title;

    /// <summary>A second line; may be empty.</summary>
    public string Subtitle => subtitle;

    /// <summary>How many alike it stands for.</summary>
    public int Count => count;

    /// <summary>What a reader sees on pointing at it.</summary>
    public string Details => details;
}

/// <summary>A line between two boxes, from what drives to what is driven.</summary>
/// <param name="From">What drives.</param>
/// <param name="FromPin">The port that it leaves by; empty where the box has but one.</param>
/// <param name="To">What is driven.</param>
/// <param name="ToPin">The port that it arrives at; empty where the box has but one.</param>
/// <param name="IsLogic">True where something is computed on the way: then ports are left out, and there is one line between two boxes.</param>
internal sealed record Link(Block From, string FromPin, Block To, string ToPin, bool IsLogic);

/// <summary>The boxes and lines of a module.</summary>
/// <param name="Blocks">Inputs, then what is inside in the order of declaration, then outputs.</param>
/// <param name="Links">The lines.</param>
internal sealed record BlockGraph(IReadOnlyList<Block> Blocks, IReadOnlyList<Link> Links);
