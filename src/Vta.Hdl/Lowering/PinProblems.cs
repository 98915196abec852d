using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>Finds bidirectional pins of a module that nothing drives, and pins of its instances that lead nowhere.</summary>
internal static class PinProblems
{
    public static IEnumerable<Diagnostic> In(ModuleInstance module)
    {
        var passedOn = module.Pins.Select(p => p.Inside).OfType<Pin>().ToHashSet();
        var loose = module.Instances.SelectMany(i => i.Pins).Where(p => !passedOn.Contains(p)).Select(p => new Diagnostic(
            Rule.TriState,
            $"{Text.WithPlace(p.Value)}, a bidirectional pin of the instance '{p.Value.Owner!.Name}' that is made here, is not connected to one of {module.DefinitionName}: "
                + "nothing is tri-state inside a design",
            p.Value.Owner.Location));
        var idle = module.Pins.Where(p => module.External is null && p.Driver is null && p.Inside is null).Select(p => new Diagnostic(
            Rule.TriState, $"{Text.Of(p.Value)}, a bidirectional pin of {module.DefinitionName}, is never driven nor passed on to an instance: what is only read is an input", p.Value.Location));
        return loose.Concat(idle);
    }

    public static Diagnostic NotProven(Pin pin) => new(
        Rule.TriState, $"{Text.Of(pin.Value)} is a bidirectional pin, which proofs do not take: prove the module inside that has value and enable as ports", pin.Value.Location);
}
