using System.Runtime.InteropServices;
using Vta.Isa;

namespace Vta.Runtime.Verilator;

/// <summary>The functions of a built simulation (<c>verilator/vta_harness.h</c>). It stays loaded for as long as the process lives.</summary>
internal sealed unsafe class VerilatorLibrary
{
    private readonly nint library;

    /// <exception cref="VtaInputException">The system does not load it, such as from a disk without programs.</exception>
    public VerilatorLibrary(string path)
    {
        library = Load(path);
        Create = (delegate* unmanaged<byte*, nint>)Function("create");
        Destroy = (delegate* unmanaged<nint, void>)Function("destroy");
        Bind = (delegate* unmanaged<nint, VerilatorPins*, void>)Function("bind");
        Reset = (delegate* unmanaged<nint, int, void>)Function("reset");
        Settle = (delegate* unmanaged[SuppressGCTransition]<nint, void>)Function("settle");
        Edge = (delegate* unmanaged[SuppressGCTransition]<nint, void>)Function("edge");
    }

    /// <summary>A new simulation; the argument is the waveform's file. Null where that cannot be written.</summary>
    public delegate* unmanaged<byte*, nint> Create { get; }

    public delegate* unmanaged<nint, void> Destroy { get; }

    /// <summary>Fills in where the signals lie.</summary>
    public delegate* unmanaged<nint, VerilatorPins*, void> Bind { get; }

    public delegate* unmanaged<nint, int, void> Reset { get; }

    // Half a microsecond each, millions of times: a garbage collection can wait for that.
    public delegate* unmanaged[SuppressGCTransition]<nint, void> Settle { get; }

    public delegate* unmanaged[SuppressGCTransition]<nint, void> Edge { get; }

    private static nint Load(string path)
    {
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (DllNotFoundException exception)
        {
            throw new VtaInputException($"cannot be loaded: {exception.Message.TrimEnd('.')}; {SimulationCache.FolderVariable} names another folder", path);
        }
    }

    private nint Function(string name) => NativeLibrary.GetExport(library, $"vta_{name}");
}
