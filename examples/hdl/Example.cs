using Vta.Hdl;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>A design of the tutorial, as it would be built, and as it is proven: small, since what it does does not depend on its size.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Design">Makes the top module.</param>
/// <param name="Proof">Makes the module to prove.</param>
/// <param name="Depth">Cycles in which its covers can be reached.</param>
public sealed record Example(string Name, Func<Module> Design, Func<Module> Proof, int Depth = 20)
{
    /// <summary>All of them, in the order in which they are best read.</summary>
    public static IReadOnlyList<Example> All { get; } =
    [
        new("counter", () => new Counter(10), () => new Counter(10)),
        new("queue", () => new Queue<UInt>(UInt(8), 6), () => new QueueProof(3)),
        new("uart", () => new UartLoop(bitCycles: 868), () => new UartLoop(bitCycles: 8, dataBits: 2), Depth: 40),
        new("fir", () => new Fir([-1, 3, 12, 3, -1], 12), () => new FirProof([1, -2, 3], 3)),
        new("riscv", () => new RiscvComputer(RiscvProgram.Primes(below: 1000)), () => new AluProof()),
        new("spi", () => new SpiMaster(halfCycles: 4), () => new SpiMaster(halfCycles: 1, depth: 2), Depth: 24),
        new("float", () => new FloatAdder(), () => new FloatAdderProof()),
        new("audio", () => new LevelMeter(width: 16), () => new LevelMeter(width: 1)),
        new("systolic", () => new SystolicArray(size: 4, width: 8, sumWidth: 32), () => new SystolicArray(size: 2, width: 3, sumWidth: 8)),
        new("timer", () => new Timer(), () => new Timer()),
    ];
}
