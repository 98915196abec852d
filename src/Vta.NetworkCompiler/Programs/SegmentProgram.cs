using Vta.Compiler.LoopIr;
using Vta.Compiler.Programs;
using Vta.Compiler.Recording;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Launch;
using Vta.Isa.Programs;
using Vta.NetworkCompiler.Layouts;
using Vta.NetworkCompiler.Operators;
using Vta.NetworkCompiler.Placement;
using Vta.Networks.Graph.Tensors;
using Tensor = Vta.Networks.Graph.Tensors.Tensor;

namespace Vta.NetworkCompiler.Programs;

/// <summary>A segment as a program in memory: constants, inputs, outputs, what operators hand on, micro-ops and instructions.</summary>
internal sealed class SegmentProgram
{
    private SegmentProgram(ProgramBundle bundle, IReadOnlyList<(string, Operand)> inputs, IReadOnlyList<(string, Tensor, ActivationLayout)> outputs) =>
        (Bundle, Inputs, Outputs) = (bundle, inputs, outputs);

    /// <summary>The program, its constants in memory, and what it is called with.</summary>
    internal ProgramBundle Bundle { get; }

    /// <summary>What the host puts into memory, by the name of the argument.</summary>
    internal IReadOnlyList<(string Name, Operand Operand)> Inputs { get; }

    /// <summary>What the host takes out of memory, by the name of the argument.</summary>
    internal IReadOnlyList<(string Name, Tensor Tensor, ActivationLayout Layout)> Outputs { get; }

    /// <summary>Compiles a segment.</summary>
    /// <param name="config">The hardware.</param>
    /// <param name="name">Name of the program.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="isFetched">Whether the host needs a tensor that it makes.</param>
    internal static SegmentProgram Compile(VtaConfig config, string name, Segment segment, Func<Tensor, bool> isFetched)
    {
        var alignment = LaunchValidation.AlignmentOf(config);
        var inputs = segment.Inputs.Select((operand, index) => (Name: $"input{index}.t{operand.Tensor.Id}", Operand: operand)).ToList();
        var buffers = new Dictionary<(Tensor, IOperandLayout), DramBuffer>();
        foreach (var (input, operand) in inputs)
            buffers.Add((operand.Tensor, operand.Layout), Buffer(input, operand.Layout));

        var lifetimes = new Lifetimes(alignment);
        var outputs = new List<(string Name, Tensor Tensor, ActivationLayout Layout)>();
        var constants = new List<(DramBuffer Buffer, byte[] Bytes)>();
        var sections = new List<(string, CommandProgram)>();
        for (var index = 0; index < segment.Operators.Count; index++)
        {
            var each = segment.Operators[index];
            var tensor = each.Node.Output;
            var output = Buffer($"t{tensor.Id}", each.Output);
            buffers.Add((tensor, each.Output), output);
            if (isFetched(tensor))
                outputs.Add(($"output{outputs.Count}.t{tensor.Id}", tensor, each.Output));
            else
                lifetimes.Add(output, index, LastUse(segment, tensor));
            var code = each.Generate([.. each.Inputs.Select(operand => buffers[(operand.Tensor, operand.Layout)])], output);
            constants.AddRange(code.Constants);
            sections.Add(($"{each.Node.Origin.Index} {each.Node.Origin.Operator}", code.Program));
        }
        var program = LoopIrRecorder.Record(config, name, sections);

        var shared = lifetimes.Place(out var sharedBytes);
        var memory = new MemoryPlan(alignment);
        foreach (var (buffer, _) in constants)
            memory.Take(buffer);
        foreach (var (_, operand) in inputs)
            memory.Take(buffers[(operand.Tensor, operand.Layout)]);
        foreach (var (_, tensor, layout) in outputs)
            memory.Take(buffers[(tensor, layout)]);
        memory.Take(shared, sharedBytes);
        var bound = program.Bind(memory.Addresses(program));

        return new SegmentProgram(
            new ProgramBundle
            {
                Name = name,
                Config = config,
                Launches = [bound.Request],
                Memory =
                [
                    .. constants.Select((constant, index) => new MemorySegment($"constant{index}.bin.gz", bound.Addresses.Of(constant.Buffer), constant.Bytes)),
                    .. bound.Segments(),
                ],
                Expected = [],
                Sections = program.Sections,
                Arguments =
                [
                    .. inputs.Select(input => Argument(input.Name, ArgumentRole.Input, input.Operand.Layout.Bytes, buffers[(input.Operand.Tensor, input.Operand.Layout)])),
                    .. outputs.Select(output => Argument(output.Name, ArgumentRole.Output, output.Layout.Bytes, buffers[(output.Tensor, output.Layout)])),
                ],
            },
            inputs,
            outputs);

        ProgramArgument Argument(string argument, ArgumentRole role, int bytes, DramBuffer buffer) =>
            new(argument, role, 8, [bytes], bound.Addresses.Of(buffer));
    }

    private static DramBuffer Buffer(string name, IOperandLayout layout) => new(name, DataType.Int8, [layout.Bytes]);

    private static int LastUse(Segment segment, Tensor tensor)
    {
        var last = segment.Operators.Count - 1;
        while (last > 0 && !segment.Operators[last].Inputs.Any(operand => operand.Tensor == tensor))
            last--;
        return last;
    }
}
