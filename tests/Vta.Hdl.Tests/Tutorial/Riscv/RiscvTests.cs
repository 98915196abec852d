using HdlTutorial;
using Vta.Hdl.Simulation;

namespace Vta.Hdl.Tests.Tutorial.Riscv;

/// <summary>The processor of the tutorial runs programs as the manual says.</summary>
public sealed class RiscvTests
{
    private const int Words = 1024;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Fact]
    public void It_counts_the_prime_numbers_below_1000()
    {
        var computer = new RiscvComputer(RiscvProgram.Primes(below: 1000));
        using var simulator = new Simulator(computer.Elaborate());
        simulator.Reset();

        simulator.Step(30_000);

        simulator.Peek(computer.IsHalted).Should().BeTrue();
        simulator.Peek(computer.Display).Should().Be(168);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_random_program_leaves_what_the_manual_says(int seed)
    {
        var program = RandomProgram.Of(seed);
        var reference = new ReferenceComputer(program, Words);
        while (!reference.IsHalted)
            reference.Step();
        var computer = new RiscvComputer(program, Words);
        using var simulator = new Simulator(computer.Elaborate());
        simulator.Reset();

        simulator.Step(1000);

        simulator.Peek(computer.IsHalted).Should().BeTrue();
        Enumerable.Range(0, 32).Select(i => (uint)simulator.PeekMemory("core.registers", i)).Should().Equal(reference.Registers);
        Enumerable.Range(0, Words).Select(i => (uint)simulator.PeekMemory("memory", i))
            .Should().Equal(Enumerable.Range(0, Words).Select(reference.WordAt));
    }
}
