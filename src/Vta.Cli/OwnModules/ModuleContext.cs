using System.Reflection;
using System.Runtime.Loader;

namespace Vta.Cli.OwnModules;

/// <summary>Loads a user's assembly with what lies beside it; the HDL is that of the command, so that both mean the same modules.</summary>
internal sealed class ModuleContext(string path) : AssemblyLoadContext(path)
{
    private readonly string _path = Path.GetFullPath(path);
    private readonly AssemblyDependencyResolver _resolver = new(Path.GetFullPath(path));

    public Assembly Load() => LoadFromAssemblyPath(_path);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == typeof(Hdl.Module).Assembly.GetName().Name)
            return typeof(Hdl.Module).Assembly;
        return _resolver.ResolveAssemblyToPath(assemblyName) is { } dependency ? LoadFromAssemblyPath(dependency) : null;
    }
}
