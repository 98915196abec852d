using System.Text.Json;

namespace Vta.Isa.Launch;

/// <summary>What activities are called, and what they mean, in registers, documents and output.</summary>
public static class UnitActivityNames
{
    /// <summary>In lower snake case: <c>memory_stalled</c>.</summary>
    public static string Name(this UnitActivity activity) => JsonNamingPolicy.SnakeCaseLower.ConvertName(activity.ToString());

    /// <summary>What a unit does, as a phrase behind its name.</summary>
    internal static string Meaning(this UnitActivity activity) => activity switch
    {
        UnitActivity.Busy => "worked",
        UnitActivity.MemoryStalled => "waited for memory",
        UnitActivity.TokenStalled => "waited for a token, or room for one",
        UnitActivity.InstructionStalled => "waited for an instruction",
        _ => "had no instruction left",
    };
}
