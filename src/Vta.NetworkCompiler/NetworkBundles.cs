using Vta.Isa;
using Vta.Isa.Programs;
using Vta.NetworkCompiler.Programs;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Host;
using Vta.Runtime;
using Vta.Runtime.Bundles;

namespace Vta.NetworkCompiler;

/// <summary>The programs of a network as bundles that bring their inputs, and expect what the network makes of them.</summary>
public static class NetworkBundles
{
    /// <summary>The programs, in the order in which they run, each with the inputs that it gets when the network runs.</summary>
    /// <param name="compiled">The network.</param>
    /// <param name="inputs">The bytes of each of its inputs.</param>
    /// <exception cref="VtaInputException">There are other inputs than the network takes.</exception>
    public static IReadOnlyList<ProgramBundle> WithValues(CompiledNetwork compiled, IReadOnlyList<byte[]> inputs)
    {
        var made = new Dictionary<Tensor, byte[]>();
        foreach (var (tensor, bytes) in compiled.Network.Inputs.Zip(inputs))
            made[tensor] = bytes;
        HostExecutor.Run(compiled.Network, inputs, (node, bytes) => made[node.Output] = bytes.ToArray());
        return [.. compiled.Steps.Select(step => step.Program).OfType<SegmentProgram>().Select(program => WithValues(program, made))];
    }

    private static ProgramBundle WithValues(SegmentProgram program, Dictionary<Tensor, byte[]> made)
    {
        var bundle = program.Bundle;
        var addresses = bundle.Arguments.ToDictionary(argument => argument.Name, argument => argument.Address);
        List<MemorySegment> inputs = [.. program.Inputs.Select(input =>
        {
            var bytes = new byte[input.Operand.Layout.Bytes];
            input.Operand.Layout.Pack(made[input.Operand.Tensor], bytes);
            return new MemorySegment($"{input.Name}.bin.gz", addresses[input.Name], bytes);
        })];
        return bundle.WithValues(inputs, [.. Expected(program, bundle.WithValues(inputs, []), made)]);
    }

    /// <summary>What plain C# makes; the lanes that blocks have beyond the channels of a tensor are as the behavioural simulator leaves them.</summary>
    private static IEnumerable<MemorySegment> Expected(SegmentProgram program, ProgramBundle bundle, Dictionary<Tensor, byte[]> made)
    {
        using var device = Devices.Create(Devices.Fsim, bundle.Config);
        BundleRunner.Run(bundle, device);
        foreach (var (name, tensor, layout) in program.Outputs)
        {
            var address = bundle.Arguments.Single(argument => argument.Name == name).Address;
            var bytes = new byte[layout.Bytes];
            device.Dram.Read(address, bytes);
            layout.Pack(made[tensor], bytes);
            yield return new MemorySegment($"{name}.bin.gz", address, bytes);
        }
    }
}
