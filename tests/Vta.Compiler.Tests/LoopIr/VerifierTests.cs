using Vta.Compiler.Commands;
using Vta.Compiler.LoopIr;
using Vta.Compiler.Tensors;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Tests;

/// <summary>Programs that no pass may leave, and that rewriting without a change gives the same nodes.</summary>
public class VerifierTests
{
    private static readonly Variable s_i = new("i");
    private static readonly UopPush s_push = new(KernelOperation.Clear, 0, 0, 0);

    [Fact]
    public void A_variable_outside_of_its_loop() => Refused(
        new Sequence(new For(s_i, 3, Stmt.Nothing), Load(s_i)), "LoadBuffer2D uses i, which is of no loop around it:*");

    [Fact]
    public void A_loop_inside_of_one_of_the_same_variable() => Refused(
        new For(s_i, 3, new For(s_i, 2, Load(s_i))), "For is in another loop of i:*");

    [Fact]
    public void A_length_that_depends_on_its_own_loop() => Refused(
        new For(s_i, s_i + 1, Load(s_i)), "For uses i, which is of no loop around it:*");

    [Fact]
    public void A_micro_op_outside_of_a_kernel() => Refused(new CoprocScope(Unit.Compute, s_push), "UopPush is in no kernel:*");

    [Fact]
    public void A_token_in_a_kernel() => Refused(new KernelScope(new Sequence(s_push, new DepPush(Unit.Compute, Unit.Store))), "DepPush is in a kernel:*");

    [Fact]
    public void Virtual_threads_among_commands() => Refused(new VirtualThread(s_i, 2, Load(s_i)), "VirtualThread is not part of commands:*");

    [Fact]
    public void A_choice_of_values_among_commands() => Refused(
        new For(s_i, 3, Load(Make.Select(s_i < 2, s_i, 0))), "LoadBuffer2D has T.if_then_else(i < 2, i, 0), which is not part of commands:*");

    [Fact]
    public void Loops_of_commands() => new CommandProgram(new For(s_i, 3, Load(s_i))).ToString().Should().StartWith("for i in range(3):\n");

    [Fact]
    public void What_does_not_change_stays_the_same_node()
    {
        var buffer = new LoopBuffer("b", DataType.Int32, [16], MemoryScope.Global);
        foreach (var statement in (Stmt[])
        [
            new For(s_i, 3, Load(s_i)), new KernelScope(new UopLoop(2, 1, 1, 0, s_push)), If.Of(s_i < 2, Load(s_i)), new Allocate(buffer, Load(0)),
            new Realize(Te, [new AxisRange(s_i, 4, 4)], MemoryScope.Global, new TensorStore(Te, [s_i], 5)), new BufferStore(buffer, s_i, s_i + 1),
            new StoreBuffer2D(0, buffer.Dram, s_i, 1, 1, 1), new VirtualThread(s_i, 2, new CoprocScope(Unit.Load, Load(s_i))), new DepPop(Unit.Load, Unit.Compute),
        ])
        {
            statement.Substitute(new Variable("other"), 7).Should().BeSameAs(statement);
            if (statement.Free().Contains(s_i))
                statement.Substitute(s_i, 7).Free().Should().BeEmpty($"{statement}");
        }
    }

    private static DataProducer Te => TensorExpressions.Te.Placeholder([4], "t", DataType.Int32);

    private static LoadBuffer2D Load(Expr offset) => new(new DramBuffer("d", DataType.Int8, [64]), offset, 1, 1, 1, 0, MemoryId.Inp);

    private static void Refused(Stmt program, string message)
    {
        var make = () => new CommandProgram(program);
        make.Should().Throw<InvalidOperationException>().WithMessage(message);
    }
}
