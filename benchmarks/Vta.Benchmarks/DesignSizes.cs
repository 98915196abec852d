using Vta.Hdl;
using Vta.Hdl.Verilog;
using static Vta.Hdl.Hw;

namespace Vta.Benchmarks;

/// <summary>How long large designs take, in seconds of processor time: a long chain of choices, many instances, an array of multipliers.</summary>
internal static class DesignSizes
{
    private const int Cases = 1000;
    private const int Instances = 100_000;
    private const int Side = 64;

    public static void Measure(Table table)
    {
        // What is compiled for the first time is not to be part of the figures.
        Simulate(new Choices(10).Elaborate());
        VerilogEmitter.Emit(new Row(10).Elaborate());

        var choices = new Choices(Cases).Elaborate();
        table.Row($"{Cases:n0} cases of a switch, compiled", Seconds(() => Simulate(choices)));
        Design? row = null;
        table.Row($"{Instances:n0} instances in a row, elaborated", Seconds(() => row = new Row(Instances).Elaborate()));
        table.Row($"{Instances:n0} instances in a row, written as Verilog", Seconds(() => VerilogEmitter.Emit(row!)));
        var array = new MultiplierArray(Side).Elaborate();
        table.Row($"{Side}×{Side} multiply-accumulators, compiled", Seconds(() => Simulate(array)));
    }

    private static string Seconds(Action work) => $"{Stopwatches.ProcessorTime(work):0.00} s";

    /// <summary>A few cycles, in which all code is run.</summary>
    private static void Simulate(Design design)
    {
        using var simulator = new Hdl.Simulation.Simulator(design);
        simulator.Reset();
        simulator.Step(2);
    }

    private sealed class Choices(int count) : Module
    {
        public readonly UInt Selector = In(UInt(16));
        public readonly UInt Chosen = Out(UInt(16));

        protected override void Build()
        {
            var chosen = Reg(Chosen.TypeOf());
            var cases = Switch(Selector);
            for (var i = 0; i < count; i++)
            {
                using (cases.Case(i))
                    chosen.Set((7 * i) & 0xFFFF);
            }
            Chosen.Set(chosen);
        }
    }

    private sealed class Row(int count) : Module
    {
        public readonly UInt First = In(UInt(8));
        public readonly UInt Last = Out(UInt(8));

        protected override void Build()
        {
            var value = First;
            for (var i = 0; i < count; i++)
            {
                var delay = Instance(new Delay());
                delay.Value.Set(value);
                value = delay.Delayed;
            }
            Last.Set(value);
        }
    }

    private sealed class Delay : Module
    {
        public readonly UInt Value = In(UInt(8));
        public readonly UInt Delayed = Out(UInt(8));

        protected override void Build() => Delayed.Set(RegNext(Value));
    }

    private sealed class MultiplierArray(int side) : Module
    {
        public readonly UInt Left = In(UInt(8));
        public readonly UInt Above = In(UInt(8));
        public readonly UInt Sum = Out(UInt(32));

        protected override void Build()
        {
            var above = Enumerable.Repeat(Above, side).ToArray();
            var sum = Lit(0, 32);
            for (var row = 0; row < side; row++)
            {
                var left = Left;
                for (var column = 0; column < side; column++)
                {
                    var cell = Instance(new Cell());
                    cell.Left.Set(left);
                    cell.Above.Set(above[column]);
                    (left, above[column]) = (cell.Right, cell.Below);
                    sum ^= cell.Sum;
                }
            }
            Sum.Set(sum);
        }
    }

    private sealed class Cell : Module
    {
        public readonly UInt Left = In(UInt(8));
        public readonly UInt Above = In(UInt(8));
        public readonly UInt Right = Out(UInt(8));
        public readonly UInt Below = Out(UInt(8));
        public readonly UInt Sum = Out(UInt(32));

        protected override void Build()
        {
            var left = RegNext(Left);
            var above = RegNext(Above);
            var sum = Reg(UInt(32));
            sum.Set(sum + (left * above).Extend(32));
            Right.Set(left);
            Below.Set(above);
            Sum.Set(sum);
        }
    }
}
