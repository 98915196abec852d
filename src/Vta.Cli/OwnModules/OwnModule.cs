using System.Diagnostics;
using System.Reflection;
using Vta.Hdl;
using Vta.Hdl.Boards;
using Vta.Hdl.Diagnostics;
using Vta.Isa;

namespace Vta.Cli.OwnModules;

/// <summary>A module of a user. Whatever goes wrong in it is the user's to mend, and said with its place.</summary>
/// <param name="type">Its class.</param>
/// <param name="sourceFolder">Where relative places in messages start.</param>
internal sealed class OwnModule(Type type, string sourceFolder)
{
    private readonly ConstructorInfo? _constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .OrderBy(constructor => constructor.GetParameters().Length)
        .FirstOrDefault(constructor => constructor.GetParameters().All(parameter => parameter.HasDefaultValue));

    /// <summary>The name of its class.</summary>
    public string Name => type.Name;

    /// <summary>How C# makes it.</summary>
    public string Expression => $"new {type.FullName?.Replace('+', '.')}()";

    /// <summary>It takes no arguments, or all of them have defaults.</summary>
    public bool CanBeMade => _constructor is not null;

    /// <summary>It says what device it is for.</summary>
    public bool IsForDevice => type.IsDefined(typeof(Ice40Attribute));

    /// <summary>The design of which it is the top.</summary>
    /// <exception cref="VtaInputException">It takes arguments, breaks rules of the HDL, or throws.</exception>
    public Design Elaborate() => Run(module => module.Elaborate());

    /// <summary>The same with its pins, for open tools.</summary>
    /// <exception cref="VtaInputException">It takes arguments, breaks rules of the HDL, has a port without pins, or throws.</exception>
    public Ice40Project Project() => Run(Ice40Project.Of);

    private T Run<T>(Func<Hdl.Module, T> action)
    {
        if (_constructor is null)
            throw new VtaInputException($"{Name} takes arguments; write a module that makes an instance with them");
        try
        {
            var arguments = _constructor.GetParameters().Select(parameter => parameter.DefaultValue).ToArray();
            return action((Hdl.Module)_constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null));
        }
        catch (HdlException exception)
        {
            var (first, more) = (exception.Diagnostics[0], exception.Diagnostics.Count - 1);
            throw new VtaInputException($"{first.Code}: {first.Message}" + (more == 0 ? "" : $" (and {more} more)"), PlaceOf(first.Location));
        }
        catch (Exception exception) when (exception is not VtaInputException)
        {
            var frame = new StackTrace(exception, fNeedFileInfo: true).GetFrames()
                .FirstOrDefault(frame => frame.GetMethod()?.Module.Assembly == type.Assembly && frame.GetFileLineNumber() > 0);
            throw new VtaInputException($"{Name} cannot be described: {exception.GetType().Name}: {string.Join(' ', exception.Message.Split('\n'))}",
                frame is null ? null : PlaceOf(new(frame.GetFileName() ?? "", frame.GetFileLineNumber())));
        }
    }

    /// <summary>A place that a terminal finds from the folder that the command runs in.</summary>
    private string? PlaceOf(SourceLocation location)
    {
        if (!location.IsKnown)
            return null;
        var there = Path.Combine(sourceFolder, location.File.TrimStart('/'));
        var path = File.Exists(there) ? there : location.File;
        return File.Exists(path) ? $"{Path.GetRelativePath(".", path)}:{location.Line}" : location.ToString();
    }
}
