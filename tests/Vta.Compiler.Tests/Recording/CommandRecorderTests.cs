using Vta.Compiler.Commands;
using Vta.Compiler.Recording;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Alu;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Tests;

/// <summary>What does not fit is refused when it is recorded, with these texts.</summary>
public class CommandRecorderTests
{
    private readonly CommandRecorder recorder = new(VtaConfig.Default, "test");
    private readonly DramBuffer data = new("data", DataType.Int8, [1 << 24]);

    [Fact]
    public void LoadPastTheBuffer() => Refused(
        () => recorder.LoadBuffer2D(data, 0, new Rows2D(100, 20, 100, 1), 100, MemoryId.Inp),
        "elements 100 to 2119 of the inp buffer are needed; it holds 2048: use smaller tiles, or raise LOG_INP_BUFF_SIZE");

    [Fact]
    public void StorePastTheBuffer() => Refused(
        () => recorder.StoreBuffer2D(2048, data, 0, new Rows2D(1, 1, 1)),
        "elements 2048 to 2048 of the out buffer are needed; it holds 2048: use smaller tiles, or raise LOG_ACC_BUFF_SIZE");

    [Fact]
    public void MemoryThatCannotBeLoaded() => Refused(
        () => recorder.LoadBuffer2D(data, 0, new Rows2D(1, 1, 1), 0, (MemoryId)6),
        "memory PAR is not one that can be loaded");

    [Fact]
    public void LoadPastTheTensor() => Refused(
        () => recorder.LoadBuffer2D(new DramBuffer("weights", DataType.Int8, [1024]), 2, new Rows2D(2, 2, 2), 0, MemoryId.Wgt),
        "bytes 512 to 1535 of buffer weights are used; it has 1024");

    [Fact]
    public void PaddingBeyondItsField() => Refused(
        () => recorder.LoadBuffer2D(data, 0, new Rows2D(1, 1, 1, 16), 0, MemoryId.Inp),
        "a padding of 16 does not fit an instruction, which has 0 to 15; pad the tensor in memory");

    [Fact]
    public void KernelLargerThanTheMicroOpBuffer() => Refused(
        () => new CommandRecorder(VtaConfig.Default.With(("LOG_UOP_BUFF_SIZE", 4)), "test").Run(Recorded.AddTo(0, 5)),
        "a kernel has 5 micro-ops; the uop buffer holds 4: use smaller tiles, or raise LOG_UOP_BUFF_SIZE");

    [Fact]
    public void KernelPastTheAccumulators() => Refused(
        () => recorder.Run(Loop(KernelOperation.Clear, new MicroLoop(2049, 1, 0, 0))),
        "a kernel reaches element 2048 of the acc buffer; it holds 2048: use smaller tiles, or raise LOG_ACC_BUFF_SIZE");

    [Fact]
    public void KernelPastTheWeights() => Refused(
        () => recorder.Run(Loop(KernelOperation.MatrixMultiply, new MicroLoop(33, 1, 1, 32))),
        "a kernel reaches element 1024 of the wgt buffer; it holds 1024: use smaller tiles, or raise LOG_WGT_BUFF_SIZE");

    [Fact]
    public void LoopBeyondItsField() => Refused(
        () => recorder.Run(Loop(KernelOperation.Clear, new MicroLoop(16384, 0, 0, 0))),
        "a loop of a kernel runs 16384 times; an instruction has at most 16383: use smaller tiles");

    [Fact]
    public void KernelThatCountsDown() => Refused(
        () => recorder.Run(Loop(KernelOperation.Clear, new MicroLoop(2, -1, 0, 0))),
        "a kernel counts down through the acc buffer; indices and factors are not negative");

    [Fact]
    public void ImmediateBeyondItsField() => Refused(
        () => recorder.Run(Recorded.AddTo(0, 1, 40000)),
        "the immediate 40000 of ADD does not fit its 16 bits, -32768 to 32767");

    [Fact]
    public void ThreeLoops() => Refused(
        () =>
        {
            var builder = new MicroKernelBuilder();
            for (var depth = 0; depth < 3; depth++)
                builder.LoopBegin(new MicroLoop(2, 1, 1, 1));
        },
        "micro-op loops nest 3 deep; an instruction has 2, so turn others into micro-ops");

    [Fact]
    public void MicroOpsOutsideTheLoops() => Refused(
        () =>
        {
            var builder = new MicroKernelBuilder();
            builder.LoopBegin(new MicroLoop(2, 1, 1, 1));
            builder.Push(KernelOperation.Clear, 0, 0, 0);
            builder.LoopEnd();
            builder.Push(KernelOperation.Clear, 0, 0, 0);
        },
        "the micro-ops of a kernel sit inside different loops; an instruction runs all of them in the same loops");

    [Fact]
    public void MicroOpsThatDoDifferentThings() => Refused(
        () =>
        {
            var builder = new MicroKernelBuilder();
            builder.Push(KernelOperation.Clear, 0, 0, 0);
            builder.Push(KernelOperation.Of<MaxOperation>(3), 0, 0, 0);
        },
        "the micro-ops of a kernel do different things (GEMM reset and ALU MAX 3); an instruction does one");

    [Fact]
    public void AKernelWithNothingToDoIsNoInstruction()
    {
        recorder.Run(Loop(KernelOperation.Clear, new MicroLoop(0, 1, 0, 0)));
        Recorded.Lines(recorder.Synchronize()).Should().Equal("FINISH");
    }

    private static MicroKernel Loop(KernelOperation operation, MicroLoop loop)
    {
        var builder = new MicroKernelBuilder();
        builder.LoopBegin(loop);
        builder.Push(operation, 0, 0, 0);
        builder.LoopEnd();
        return builder.Build();
    }

    private static void Refused(Action action, string message) => action.Should().Throw<VtaInputException>().Which.Message.Should().Be(message);
}
