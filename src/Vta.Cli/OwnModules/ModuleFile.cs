using System.Reflection;
using Vta.Hdl;
using Vta.Isa;

namespace Vta.Cli.OwnModules;

/// <summary>The modules of a user's assembly (.dll) or C# file (.cs, which is built), by the names of their classes.</summary>
internal sealed class ModuleFile : IDisposable
{
    private readonly SourceBuild? _build;
    private readonly IReadOnlyList<OwnModule> _modules;

    private ModuleFile(string path, SourceBuild? build)
    {
        Path = path;
        _build = build;
        _modules = [.. Types(path, build?.Assembly ?? path).Select(type => new OwnModule(type, SourceFolder(path)))];
        if (_modules.Count == 0)
            throw new VtaInputException($"there is no module in it: no class that derives from {typeof(Hdl.Module)}", path);
    }

    /// <summary>The file, as the user named it.</summary>
    public string Path { get; }

    /// <summary>Those that can be made without arguments.</summary>
    public IEnumerable<OwnModule> WithoutArguments => _modules.Where(module => module.CanBeMade);

    /// <summary>Builds a C# file, and reads what there is.</summary>
    /// <exception cref="VtaInputException">The file is not there, is neither, does not compile, or has no module in it.</exception>
    public static ModuleFile Open(string path)
    {
        if (!File.Exists(path))
            throw new VtaInputException("no such file", path);
        if (path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            return new(path, null);
        if (!path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
            throw new VtaInputException("modules are taken from an assembly (.dll) or a C# file (.cs)", path);
        var build = SourceBuild.Of(path);
        try
        {
            return new(path, build);
        }
        catch
        {
            build.Dispose();
            throw;
        }
    }

    /// <summary>The module of this name; without one, the only one that can be made.</summary>
    /// <exception cref="VtaInputException">There is none, or there are several.</exception>
    public OwnModule Find(string? name, string option)
    {
        if (name is not null)
        {
            return _modules.FirstOrDefault(module => module.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw new VtaInputException($"there is no module '{name}' in {Path}; {NearestName.Suggest(name, [.. _modules.Select(module => module.Name)])}", option);
        }
        return Only(WithoutArguments, option);
    }

    /// <summary>The module of this name; without one, the only one that says what device it is for.</summary>
    /// <exception cref="VtaInputException">There is none, or there are several.</exception>
    public OwnModule FindForDevice(string? name, string option) =>
        name is null && WithoutArguments.Where(module => module.IsForDevice).ToArray() is { Length: > 0 } boards ? Only(boards, option) : Find(name, option);

    private OwnModule Only(IEnumerable<OwnModule> modules, string option)
    {
        return modules.ToArray() switch
        {
            [var only] => only,
            [] => throw new VtaInputException("every module in it takes arguments; write one that makes an instance with them", Path),
            var several => throw new VtaInputException($"say which with {option}: {string.Join(", ", several.Select(module => module.Name))}", Path),
        };
    }

    public void Dispose() => _build?.Dispose();

    /// <summary>Where the places in messages of the file's modules start.</summary>
    private static string SourceFolder(string path) => System.IO.Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".";

    private static IEnumerable<Type> Types(string path, string assembly)
    {
        try
        {
            return [.. new ModuleContext(assembly).Load().GetTypes()
                .Where(type => type.IsSubclassOf(typeof(Hdl.Module)) && type is { IsAbstract: false, ContainsGenericParameters: false })];
        }
        catch (ReflectionTypeLoadException exception)
        {
            throw new VtaInputException($"cannot be loaded: {exception.LoaderExceptions.FirstOrDefault()?.Message ?? exception.Message}", path);
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException)
        {
            throw new VtaInputException($"cannot be loaded: {exception.Message}", path);
        }
    }
}
