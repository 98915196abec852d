using Vta.Compiler.Commands;
using Vta.Compiler.Recording;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Tests;

public class DependencyTests
{
    private readonly CommandRecorder recorder = new(VtaConfig.Default, "test");
    private readonly DramBuffer data = new("data", DataType.Int8, [4096]);

    [Fact]
    public void APopGoesOntoTheNextInstructionAndAPushOntoTheLast()
    {
        recorder.DepPush(Unit.Compute, Unit.Load);
        recorder.DepPop(Unit.Compute, Unit.Load);
        Load();
        recorder.DepPush(Unit.Load, Unit.Compute);
        recorder.DepPop(Unit.Load, Unit.Compute);
        recorder.Run(Recorded.AddTo(0, 1));
        Lines().Should().Equal(
            "LOAD UOP sram 0, dram 0, size 0x0, stride 0 [push load]",
            "LOAD INP sram 0, dram 0, size 1x4, stride 4 [pop compute, push compute]",
            "LOAD UOP sram 0, dram 0, size 1x1, stride 1 [pop load]",
            "ALU ADD uops 0..1, loops 1x1, dst +0 +0, imm 1",
            "FINISH");
    }

    [Fact]
    public void APushGoesOntoTheLastInstructionOfItsUnitPastThoseOfOthers()
    {
        Load();
        recorder.Run(Recorded.AddTo(0, 1));
        recorder.DepPush(Unit.Load, Unit.Compute);
        recorder.DepPop(Unit.Load, Unit.Compute);
        Lines().First().Should().Be("LOAD INP sram 0, dram 0, size 1x4, stride 4 [push compute]");
    }

    [Fact]
    public void ASecondPushOrPopTakesAnInstructionThatDoesNothing()
    {
        Load();
        for (var time = 0; time < 2; time++)
            recorder.DepPush(Unit.Load, Unit.Compute);
        for (var time = 0; time < 2; time++)
            recorder.DepPop(Unit.Load, Unit.Compute);
        Lines().Should().Equal(
            "LOAD INP sram 0, dram 0, size 1x4, stride 4 [push compute]",
            "LOAD INP sram 0, dram 0, size 0x0, stride 0 [push compute]",
            "LOAD UOP sram 0, dram 0, size 0x0, stride 0 [pop load]",
            "LOAD UOP sram 0, dram 0, size 0x0, stride 0 [pop load]",
            "FINISH");
    }

    [Fact]
    public void APushAfterAPopWaitsForIt()
    {
        recorder.DepPush(Unit.Compute, Unit.Store);
        recorder.DepPop(Unit.Compute, Unit.Store);
        recorder.DepPush(Unit.Store, Unit.Compute);
        recorder.DepPop(Unit.Store, Unit.Compute);
        Lines().Should().Equal(
            "LOAD UOP sram 0, dram 0, size 0x0, stride 0 [push store]",
            "STORE OUT sram 0, dram 0, size 0x0, stride 0 [pop compute, push compute]",
            "LOAD UOP sram 0, dram 0, size 0x0, stride 0 [pop store]",
            "FINISH");
    }

    [Fact]
    public void TokensHaveToBeUsedUp()
    {
        recorder.DepPush(Unit.Store, Unit.Compute);
        recorder.DepPush(Unit.Store, Unit.Compute);
        recorder.DepPop(Unit.Store, Unit.Compute);
        var finish = recorder.Synchronize;
        finish.Should().Throw<VtaInputException>().Which.Message.Should().Be("1 more pushes than pops of tokens store→compute");
    }

    [Fact]
    public void TokensThatNeverComeAreRefused()
    {
        recorder.DepPop(Unit.Compute, Unit.Load);
        var finish = recorder.Synchronize;
        finish.Should().Throw<VtaInputException>().Which.Message.Should().Be("1 more pops than pushes of tokens compute→load");
    }

    [Fact]
    public void OnlyNeighboursHaveTokens()
    {
        var push = () => recorder.DepPush(Unit.Load, Unit.Store);
        push.Should().Throw<VtaInputException>().Which.Message.Should().Be(
            "there are no tokens from the load unit to the store unit; only neighbours (load, compute, store) have them");
    }

    private void Load() => recorder.LoadBuffer2D(data, 0, new Rows2D(4, 1, 4), 0, MemoryId.Inp);

    private IEnumerable<string> Lines() => Recorded.Lines(recorder.Synchronize());
}
