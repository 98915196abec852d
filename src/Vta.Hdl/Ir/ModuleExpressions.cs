using Vta.Hdl.Diagnostics;

namespace Vta.Hdl.Ir;

/// <summary>All expressions that a module uses, with the place of each.</summary>
internal static class ModuleExpressions
{
    /// <summary>The expressions of statements, memory ports, assertions and prints, in order.</summary>
    public static IEnumerable<(Expression Expression, SourceLocation Location)> Of(ModuleInstance module)
    {
        foreach (var item in OfBlock(module.Body))
            yield return item;
        foreach (var instance in module.Instances)
        {
            if (instance.ResetWhen is { } reset)
                yield return (reset, instance.Location);
        }
        foreach (var memory in module.Memories)
        {
            foreach (var port in memory.ReadPorts)
            {
                yield return (port.Address, port.Location);
                yield return (port.Enable, port.Location);
            }
            foreach (var port in memory.WritePorts)
            {
                yield return (port.Address, port.Location);
                yield return (port.Data, port.Location);
                yield return (port.Enable, port.Location);
                if (port.Mask is { } mask)
                    yield return (mask, port.Location);
            }
        }
        foreach (var assertion in module.Assertions)
        {
            yield return (assertion.Condition, assertion.Location);
            yield return (assertion.Enable, assertion.Location);
        }
        foreach (var print in module.Prints)
        {
            foreach (var value in print.Values.Append(print.Enable))
                yield return (value, print.Location);
        }
    }

    private static IEnumerable<(Expression Expression, SourceLocation Location)> OfBlock(Block block) =>
        block.Statements.SelectMany(s => s switch
        {
            Assign a => a.Reads.Select(e => (e, a.Location)),
            If i => OfBlock(i.Then).Concat(i.Else is null ? [] : OfBlock(i.Else)).Prepend((i.Condition, i.Location)),
            Switch w => w.Cases.SelectMany(c => OfBlock(c.Body)).Concat(w.Default is null ? [] : OfBlock(w.Default)).Prepend((w.Subject, w.Location)),
            _ => throw new InvalidOperationException($"unknown statement {s.GetType().Name}"),
        });
}
