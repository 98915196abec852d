using Vta.Compiler;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Launch;
using Vta.Isa.Memory;
using Vta.Isa.Programs;
using Vta.Runtime.Bundles;

namespace Vta.Runtime.Programs;

/// <summary>
/// A program in the memory of a device, to be called many times with inputs by name. Instructions, and inputs that do not change, are
/// there once. Made by <see cref="ProgramLoading.Load"/>; not safe for concurrent use, as its device.
/// </summary>
public sealed class LoadedProgram : IDisposable
{
    private readonly IDevice device;
    private readonly ProgramBundle program;
    private readonly DramRegion region;
    private readonly HashSet<ProgramArgument> missing;
    private bool isDisposed;

    internal LoadedProgram(IDevice device, ProgramBundle program)
    {
        if (program.Arguments.Count == 0)
            throw new VtaInputException($"{program.Name} does not say what its arguments are; BundleRunner runs it with the values that it brings");
        BundleRunner.RequireConfiguration(program, device);
        (this.device, this.program) = (device, program);
        missing = [.. program.MissingInputs];
        region = device.Dram.Regions.Reserve(program.Name, program.Reach(), LaunchValidation.AlignmentOf(program.Config));
        // What is free may hold what others left; a program may count on zeros.
        device.Dram.Clear(region.Address, region.Bytes);
        foreach (var segment in program.Memory)
            device.Dram.Write(At(segment.Address), segment.Data);
    }

    public string Name => program.Name;

    /// <summary>The arguments that it reads.</summary>
    public IEnumerable<ProgramArgument> Inputs => program.Arguments.Where(argument => argument.Role == ArgumentRole.Input);

    /// <summary>The arguments that it computes.</summary>
    public IEnumerable<ProgramArgument> Outputs => program.Arguments.Where(argument => argument.Role == ArgumentRole.Output);

    /// <summary>Gives an input its values, which it keeps until it is given others: TVM's <c>set_input</c>.</summary>
    /// <param name="input">Name of the input.</param>
    /// <param name="values">All its values, in row-major order of the shape that it has in DRAM.</param>
    /// <exception cref="VtaInputException">There is no such input, or values do not fit it.</exception>
    public void Set(string input, int[] values)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        Write(Find(input), Find(input).ToBytes(values));
    }

    /// <summary>Gives an input its bytes, as they lie in DRAM.</summary>
    /// <exception cref="VtaInputException">There is no such input, or it has another size.</exception>
    public void Set(string input, ReadOnlySpan<byte> bytes)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        var argument = Find(input);
        if (bytes.Length != argument.Bytes)
            throw new VtaInputException($"{argument} is given {bytes.Length} bytes; it has {argument.Bytes}");
        Write(argument, bytes);
    }

    /// <inheritdoc cref="Set(string, int[])"/>
    public void Set(string input, Tensor values)
    {
        if (!Find(input).Shape.SequenceEqual(values.Shape))
            throw new VtaInputException($"{Find(input)} is given a tensor of {string.Join('x', values.Shape)}");
        Set(input, values.Data);
    }

    /// <summary>Runs the program.</summary>
    /// <param name="inputs">Values of inputs by name, as for <see cref="Set(string, int[])"/>; others have those that they were given before.</param>
    /// <returns>The outputs, what was counted, and what is to be known of the run.</returns>
    /// <exception cref="VtaInputException">There is no such input, values do not fit it, or an input has none.</exception>
    /// <exception cref="VtaFaultException">The run ended with a fault.</exception>
    public ProgramRun Run(IReadOnlyDictionary<string, int[]>? inputs = null)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        // All are checked before any is written.
        var given = (inputs ?? new Dictionary<string, int[]>()).Select(pair => (Input: Find(pair.Key), Bytes: Find(pair.Key).ToBytes(pair.Value))).ToList();
        foreach (var (input, bytes) in given)
            Write(input, bytes);
        var run = Launch();
        return new ProgramRun(Name, Outputs.ToDictionary(output => output.Name, output => output.ToTensor(Read(output))), run.Statistics) { Notes = run.Notes };
    }

    /// <summary>Runs the program on the inputs that it was given; <see cref="Get"/> has what it computes.</summary>
    /// <exception cref="VtaInputException">An input has no values.</exception>
    /// <exception cref="VtaFaultException">The run ended with a fault.</exception>
    public LaunchSequence Launch()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        return missing.Count == 0
            ? LaunchSequence.Run(device, Name, [.. program.Launches.Select(Moved)])
            : throw new VtaInputException($"{Name} has no values for {string.Join(", ", Inputs.Where(missing.Contains))}");
    }

    /// <summary>The bytes of an output, as they lie in DRAM.</summary>
    /// <exception cref="VtaInputException">There is no such output.</exception>
    public byte[] Get(string output) => Read(Outputs.FirstOrDefault(argument => argument.Name == output)
        ?? throw new VtaInputException($"{Name} has no output {output}; it has {string.Join(", ", Outputs)}"));

    /// <summary>Gives its memory back to the device.</summary>
    public void Dispose()
    {
        if (!isDisposed)
            device.Dram.Regions.Release(region);
        isDisposed = true;
    }

    private ProgramArgument Find(string input) => Inputs.FirstOrDefault(argument => argument.Name == input)
        ?? throw new VtaInputException($"{Name} has no input {input}; it has {string.Join(", ", Inputs)}");

    private void Write(ProgramArgument input, ReadOnlySpan<byte> bytes)
    {
        device.Dram.Write(At(input.Address), bytes);
        missing.Remove(input);
    }

    private byte[] Read(ProgramArgument output)
    {
        var bytes = new byte[output.Bytes];
        device.Dram.Read(At(output.Address), bytes);
        return bytes;
    }

    /// <summary>Where a byte of the program lies on the device.</summary>
    private uint At(uint address) => region.Address + address;

    /// <summary>A launch of the program where it lies: base registers move all that it addresses.</summary>
    private LaunchRequest Moved(LaunchRequest launch)
    {
        var (start, bases) = (region.Address, launch.Bases);
        return new LaunchRequest(
            At(launch.InstructionAddress),
            launch.InstructionCount,
            new BaseAddresses(start + bases.Uop, start + bases.Inp, start + bases.Wgt, start + bases.Acc, start + bases.Out));
    }
}
