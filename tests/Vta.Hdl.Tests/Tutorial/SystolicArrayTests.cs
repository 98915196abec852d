using System.Numerics;
using HdlTutorial;
using Vta.Hdl.Simulation;

namespace Vta.Hdl.Tests.Tutorial;

public sealed class SystolicArrayTests
{
    [Theory]
    [InlineData(2, 8)]
    [InlineData(4, 8)]
    [InlineData(5, 3)]
    public void Products_of_matrices_follow_one_another(int size, int width)
    {
        const int SumWidth = 32;
        var array = new SystolicArray(size, width, SumWidth);
        using var simulator = new Simulator(array.Elaborate());
        var random = new Random(size);
        simulator.Reset();
        for (var product = 0; product < 5; product++)
        {
            var (a, b) = (Matrix(), Matrix());
            for (var k = 0; k < size; k++)
                Step(k == 0, i => a[i, k], j => b[k, j]);
            for (var i = 0; i < array.Latency - 1; i++)
                Step(false, _ => 0, _ => 0);

            var bits = simulator.Peek("product");
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j < size; j++)
                {
                    var expected = Enumerable.Range(0, size).Sum(k => a[i, k] * b[k, j]);
                    ((int)(uint)((bits >> (SumWidth * ((i * size) + j))) & uint.MaxValue)).Should().Be(expected);
                }
            }
        }

        int[,] Matrix()
        {
            var matrix = new int[size, size];
            for (var i = 0; i < size * size; i++)
                matrix[i / size, i % size] = random.Next(1 << width) - (1 << (width - 1));
            return matrix;
        }

        void Step(bool isFirst, Func<int, int> column, Func<int, int> row)
        {
            simulator.Poke("first", isFirst ? 1 : 0);
            simulator.Poke("column", Packed(column));
            simulator.Poke("row", Packed(row));
            simulator.Step();
        }

        BigInteger Packed(Func<int, int> element) => Enumerable.Range(0, size)
            .Aggregate(BigInteger.Zero, (all, i) => all | ((BigInteger)(element(i) & ((1 << width) - 1)) << (width * i)));
    }
}
