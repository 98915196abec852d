using Vta.Hdl.Ir;
using Vta.Hdl.Library;
using Vta.Hdl.Verilog;
using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Writing;

/// <summary>The examples of <c>docs/hdl/writing.md</c>, and the Verilog that becomes of them.</summary>
public sealed class WritingPageTests
{
    private static readonly SnippetPage s_page = new("docs/hdl/writing.md");

    private static readonly Dictionary<string, Func<Module>> s_examples = new()
    {
        ["Parts of a signal"] = () => new PartsOfASignal(),
        ["Vectors of bundles"] = () => new Reservations(),
        ["Names inside conditions"] = () => new NamesInside(),
        ["Defaults"] = () => new WithDefault(hasLimit: true),
        ["Helpers with state"] = () => new WithHelper(),
        ["Operators"] = () => new Normalizer(),
        ["Pipelines with a latency"] = () => new Average(),
        ["Fixed-point numbers"] = () => new Gain(),
        ["Memories that start with a file"] = () => new Rom(MemoryFile.Parse("boot.hex", "13 6f")),
        ["Interfaces"] = () => new Reader(),
        ["Bidirectional pins"] = () => new Pins(),
        ["Reads under writes"] = () => new Forwarding(),
        ["Prints"] = () => new Talking(),
    };

    public static TheoryData<string> Names => [.. s_examples.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Example_becomes_the_Verilog_of_the_page(string name) => s_page.Verify(new(name, () => Body(s_examples[name]())));

    /// <summary>What stands between the ports and the end of the module, without the places in the source.</summary>
    private static string Body(Module module)
    {
        var lines = VerilogEmitter.Emit(module.Elaborate())[^1].Text.Split('\n').Select(line => line.Split(" //")[0].TrimEnd());
        return string.Join('\n', lines.SkipWhile(line => line != ");").Skip(1).TakeWhile(line => line != "endmodule").SkipWhile(line => line.Length == 0))
            .TrimEnd();
    }

    // snippet Memories that start with a file
    private sealed class Rom(MemoryFile program) : Module
    {
        public readonly UInt Address = In(UInt(8));
        public readonly UInt Word = Out(UInt(32));

        protected override void Build()
        {
            var words = Mem(UInt(32), 256, contents: program);
            Word.Set(words.Read(Address));
        }
    }
    // end

    // snippet Parts of a signal
    private sealed class PartsOfASignal : Module
    {
        public readonly UInt Select = In(UInt(2));
        public readonly UInt Data = In(UInt(8));
        public readonly UInt Word = Out(UInt(32));
        public readonly UInt Flags = Out(UInt(8));

        protected override void Build()
        {
            var bytes = Reg(VecOf(4, UInt(8)));
            bytes[Select].Set(Data);
            using (When(Data[7]))
                bytes[3][7, 4].Set(0);
            Word.Set(bytes.AsUInt());

            Flags[0].Set(Data.Any());
            Flags[7, 1].Set(Data[6, 0]);
        }
    }
    // end

    // snippet Vectors of bundles
    private sealed class Entry : Bundle
    {
        public readonly Bool Valid = Field(Bool());
        public readonly UInt Tag = Field(UInt(6));
    }

    private sealed class Reservations : Module
    {
        private static readonly BundleType<Entry> s_entry = BundleOf(() => new Entry());

        public readonly UInt Place = In(UInt(2));
        public readonly UInt Tag = In(UInt(6));
        public readonly Bool Take = In();
        public readonly UInt Hits = Out(UInt(4));

        protected override void Build()
        {
            var entries = Reg(VecOf(4, s_entry));
            using (When(Take))
                entries[Place].Set(s_entry.Zero.With(e => e.Valid, true).With(e => e.Tag, Tag));
            Hits.Set(entries.Map(e => e.Valid & e.Tag == Tag).AsUInt());
        }
    }
    // end

    // snippet Names inside conditions
    private sealed class NamesInside : Module
    {
        public readonly UInt A = In(UInt(8));
        public readonly Bool Start = In();
        public readonly UInt Sum = Out(UInt(8));

        protected override void Build()
        {
            var sum = Reg(UInt(8));
            using (When(Start))
            {
                var doubled = Let(A << 1);
                sum.Set(doubled + 1);
            }
            Sum.Set(sum);
        }
    }
    // end

    // snippet Defaults
    private sealed class WithDefault(bool hasLimit) : Module
    {
        public readonly UInt A = In(UInt(8));
        public readonly UInt Y = Out(UInt(8));

        protected override void Build()
        {
            Y.Set(A);
            if (hasLimit)
                Y.Set(Min(A, 200));
        }
    }
    // end

    // snippet Helpers with state
    private static class Edges
    {
        /// <summary>True in the first cycle of each pulse.</summary>
        public static Bool Rises(Bool level)
        {
            var last = Module.Reg(reset: false);
            last.Set(level);
            return level & !last;
        }
    }

    private sealed class WithHelper : Module
    {
        public readonly Bool Key = In();
        public readonly UInt Count = Out(UInt(8));

        protected override void Build()
        {
            var count = Reg(UInt(8));
            using (When(Edges.Rises(Key)))
                count.Set(count + 1);
            Count.Set(count);
        }
    }
    // end

    // snippet Operators
    private sealed class Normalizer : Module
    {
        public readonly UInt A = In(UInt(4));
        public readonly UInt Shifted = Out(UInt(4));
        public readonly UInt Ones = Out(UInt(3));

        protected override void Build()
        {
            Shifted.Set(A << A.LeadingZeros());
            Ones.Set(A.PopCount());
        }
    }
    // end

    // snippet Pipelines with a latency
    private sealed class Average : Module
    {
        public readonly UInt Sum = In(UInt(16));
        public readonly UInt Count = In(UInt(16));
        public readonly UInt Offset = In(UInt(16));
        public readonly UInt Mean = Out(UInt(16));

        protected override void Build()
        {
            var mean = Timed.Now(Sum).DivRem(Timed.Now(Count), cycles: 2).Quotient;
            var offset = Timed.Now(Offset).Until(2);
            Mean.Set(mean.Join(offset, (m, o) => m + o).At(2));
        }
    }
    // end

    // snippet Fixed-point numbers
    private sealed class Gain : Module
    {
        public readonly Fixed Sample = In(Fixed(1, 7));
        public readonly Fixed Louder = Out(Fixed(1, 7));

        protected override void Build()
        {
            var gain = LitFixed(1.5, Fixed(2, 2));
            Louder.Set((Sample * gain).To(Fixed(1, 7), Rounding.HalfUp, Overflow.Saturate));
        }
    }
    // end

    // snippet Interfaces
    private sealed class ReadPort : Interface
    {
        public readonly UInt Address = In(UInt(4));
        public readonly UInt Data = Out(UInt(8));
    }

    private sealed class Squares : Module
    {
        public readonly ReadPort Port = Ports(() => new ReadPort());

        protected override void Build() => Port.Data.Set(Port.Address * Port.Address);
    }

    private sealed class Next : Module
    {
        public readonly ReadPort Port = Flipped(() => new ReadPort());
        public readonly UInt Result = Out(UInt(8));

        protected override void Build()
        {
            Port.Address.Set(RegNext(Port.Data[3, 0] + 1));
            Result.Set(Port.Data);
        }
    }

    private sealed class Reader : Module
    {
        public readonly UInt Result = Out(UInt(8));

        protected override void Build()
        {
            var next = Instance(new Next());
            next.Port.Connect(Instance(new Squares()).Port);
            Result.Set(next.Result);
        }
    }
    // end

    // snippet Bidirectional pins
    private sealed class Pins : Module
    {
        public readonly Inout<Bool> Sda = Inout(Bool(), Pull.Up);
        public readonly Inout<UInt> Gpio = Inout(UInt(4));
        public readonly Bool Acknowledge = In();
        public readonly UInt Value = In(UInt(4));
        public readonly UInt Enables = In(UInt(4));
        public readonly Bool Bit = Out();
        public readonly UInt State = Out(UInt(4));

        protected override void Build()
        {
            Sda.PullLow(Acknowledge);
            Bit.Set(RegNext(Sda.Value));
            Gpio.Drive(Value, Enables);
            State.Set(RegNext(Gpio.Value));
        }
    }
    // end

    // snippet Reads under writes
    private sealed class Forwarding : Module
    {
        public readonly Bool Write = In();
        public readonly UInt From = In(UInt(4));
        public readonly UInt To = In(UInt(4));
        public readonly UInt Data = In(UInt(8));
        public readonly UInt Word = Out(UInt(8));

        protected override void Build()
        {
            var memory = Mem(UInt(8), depth: 16, ReadUnderWrite.New);
            using (When(Write))
                memory.Write(To, Data);
            var read = memory.Read(From);
            Word.Set(read);
        }
    }
    // end

    // snippet Prints
    private sealed class Talking : Module
    {
        public readonly Bool Valid = In();
        public readonly UInt Address = In(UInt(16));
        public readonly SInt Offset = In(SInt(8));

        protected override void Build()
        {
            using (When(Valid))
                Print($"at {Address:x}: {Offset}");
        }
    }
    // end
}
