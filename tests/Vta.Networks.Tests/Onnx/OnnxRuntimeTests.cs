using System.Runtime.InteropServices;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Host;
using Vta.Networks.Onnx;
using Xunit.Abstractions;

namespace Vta.Networks.Tests.Onnx;

/// <summary>Random models against ONNX Runtime. They differ only where a real number lies at a half, by one, and seldom.</summary>
public sealed class OnnxRuntimeTests(ITestOutputHelper log)
{
    /// <summary>How far from a half a quotient may lie that float32 rounds either way, relative to its size.</summary>
    private const double TieTolerance = 2e-5;

    /// <summary>How many are tried.</summary>
    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("VTA_RANDOM_ONNX"), out var count) ? count : 360;

    [Fact]
    public void The_witness_does_not_saturate()
    {
        var writer = new OnnxWriter();
        var input = writer.Input(ElementType.UInt8, 1, 2);
        var weights = writer.Constant(ElementType.Int8, [2, 1], (byte)127, (byte)127);
        writer.Output(writer.Node("MatMulInteger", [input, weights]), ElementType.Int32);
        var tensor = new Tensor(0, "x0", new Shape(1, 2), ElementType.UInt8);

        var sum = OnnxRuntimeWitness.Run(writer.Finish(), [(tensor, [255, 255])]).Single();

        BitConverter.ToInt32(sum).Should().Be(2 * 255 * 127);
    }

    [Fact]
    public void Random_operators_give_the_bytes_of_the_witness_but_at_ties()
    {
        var (elements, ties, wholeElements, wholeTies) = (0, 0, 0, 0);
        for (var seed = 0; seed < Count; seed++)
        {
            var model = RandomOnnxOperator.Create(seed);
            var network = OnnxReader.Read(model.Qdq, $"seed {seed}");
            byte[][] inputs = [.. network.Inputs.Select((input, index) => Bytes((int)input.Bytes, seed + index))];
            var mine = HostExecutor.Run(network, inputs)[0];
            var witness = OnnxRuntimeWitness.Run(model.QdqWithReals, network.Inputs.Zip(inputs));
            var real = MemoryMarshal.Cast<byte, float>(witness[1]).ToArray();

            elements += mine.Length;
            ties += Ties(mine, witness[0], real, model.OutputScale, $"QDQ, seed {seed}: {network.Nodes[^1].Operator}");
            if (model.QLinear is null)
                continue;

            var whole = OnnxReader.Read(model.QLinear, $"seed {seed}");
            var wholeMine = HostExecutor.Run(whole, inputs)[0];
            var wholeWitness = OnnxRuntimeWitness.Run(model.QLinear, whole.Inputs.Zip(inputs))[0];
            wholeMine.Should().Equal(mine, $"of seed {seed}, whose forms mean the same");
            wholeElements += mine.Length;
            if (model.IsExact)
                wholeMine.Should().Equal(wholeWitness, $"of seed {seed}, QLinear: {whole.Nodes[^1].Operator}");
            else
                wholeTies += Ties(wholeMine, wholeWitness, real, model.OutputScale, $"QLinear, seed {seed}: {whole.Nodes[^1].Operator}");
        }
        log.WriteLine($"QDQ: {ties} ties of {elements} elements; QLinear: {wholeTies} ties of {wholeElements} elements");
        ties.Should().BeLessThan(elements / 200);
        wholeTies.Should().BeLessThan(wholeElements / 50);
    }

    private static int Ties(byte[] mine, byte[] witness, float[] real, float scale, string what)
    {
        mine.Should().HaveSameCount(witness, what);
        var ties = 0;
        for (var at = 0; at < mine.Length; at++)
        {
            if (mine[at] == witness[at])
                continue;
            var quotient = Math.Abs((double)real[at] / scale);
            var fromHalf = Math.Abs(quotient - Math.Floor(quotient) - 0.5);
            ((sbyte)(mine[at] - witness[at])).Should().BeInRange(-1, 1, $"of {what}, element {at} with the quotient {quotient}");
            fromHalf.Should().BeLessThan(TieTolerance * Math.Max(quotient, 1), $"of {what}, element {at} with the quotient {quotient}");
            ties++;
        }
        return ties;
    }

    private static byte[] Bytes(int count, int seed)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
