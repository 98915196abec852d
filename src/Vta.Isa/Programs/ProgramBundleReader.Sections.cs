using System.Text.Json;
using Vta.Isa.Launch;

namespace Vta.Isa.Programs;

/// <summary>Reads what a bundle says of its sections.</summary>
internal sealed partial class ProgramBundleReader
{
    private List<ProgramSection> Sections(JsonElement root, IReadOnlyList<LaunchRequest> launches)
    {
        var sections = new List<ProgramSection>();
        foreach (var (index, element) in Property(root, "sections", "sections", JsonValueKind.Array).EnumerateArray().Index())
        {
            var key = $"sections[{index}]";
            RequireKind(element, key, JsonValueKind.Object);
            var name = Printable.Of(Text(element, "name", $"{key}.name"));
            var launch = (int)Number(element, "launch", $"{key}.launch", 0, launches.Count - 1);
            var instruction = (uint)Number(element, "instruction", $"{key}.instruction", 0, launches[launch].InstructionCount - 1);
            if (sections is [.., var last] && (last.Launch, last.Instruction).CompareTo((launch, instruction)) > 0)
                throw Error(key, $"begins before \"{last.Name}\", which stands before it");
            sections.Add(new ProgramSection(name, launch, instruction));
        }
        return sections;
    }
}
