using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Checks;

/// <summary>Finds modules of the design that are called as a black box: one name would stand for two modules.</summary>
internal static class BlackBoxNames
{
    public static IEnumerable<Diagnostic> In(ModuleInstance top)
    {
        var modules = top.SelfAndDescendants().ToArray();
        var boxes = modules.Where(m => m.External is not null).DistinctBy(m => m.DefinitionName).ToDictionary(m => m.DefinitionName, StringComparer.OrdinalIgnoreCase);
        return boxes.Count == 0
            ? []
            : modules.Where(m => m.External is null && boxes.ContainsKey(m.DefinitionName)).DistinctBy(m => m.DefinitionName).Select(m => new Diagnostic(
                Rule.NameOfBlackBox,
                $"a module of the design is called '{m.DefinitionName}', as the black box that is instantiated at {boxes[m.DefinitionName].Location}: one of them needs another name",
                m.Location));
    }
}
