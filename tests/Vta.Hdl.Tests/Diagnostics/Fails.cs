using Vta.Hdl.Diagnostics;

namespace Vta.Hdl.Tests.Diagnostics;

/// <summary>What the elaboration of a module says.</summary>
internal static class Fails
{
    public static IReadOnlyList<Diagnostic> With(Func<Module> make)
    {
        try
        {
            make().Elaborate();
            return [];
        }
        catch (HdlException e)
        {
            return e.Diagnostics;
        }
    }

    public static string Text(Func<Module> make) => string.Join('\n', With(make));
}
