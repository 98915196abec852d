using Vta.Cli.Workloads;
using Vta.Compiler;
using Vta.Isa;

namespace Vta.Cli.Tests.Workloads;

/// <summary>The text of each message.</summary>
public class WorkloadErrorTests
{
    [Theory]
    [InlineData("auto", "layer=resnet18.c99", "there is no layer \"resnet18.c99\"; there are resnet18.c2, resnet18.c3, resnet18.c4, resnet18.c5, resnet18.c6, resnet18.c7, resnet18.c8, resnet18.c9, resnet18.c10, resnet18.c11, mobilenet.D1, mobilenet.D2, mobilenet.D3, mobilenet.D4, mobilenet.D5, mobilenet.D6, mobilenet.D7, mobilenet.D8, mobilenet.D9")]
    [InlineData("best", "layer=resnet18.c8", "conv2d has no schedule \"best\"; it has auto and seed")]
    [InlineData("auto", "", "which convolution? Give layer (resnet18.c2, resnet18.c3, resnet18.c4, resnet18.c5, resnet18.c6, resnet18.c7, resnet18.c8, resnet18.c9, resnet18.c10, resnet18.c11, mobilenet.D1, mobilenet.D2, mobilenet.D3, mobilenet.D4, mobilenet.D5, mobilenet.D6, mobilenet.D7, mobilenet.D8, mobilenet.D9), or in-channels and height")]
    [InlineData("auto", "layer=resnet18.c8;kernel=3", "layer and kernel contradict each other; give one of them")]
    [InlineData("auto", "layer=resnet18.c8;size=3", "conv2d has no option size; it has layer, batch, in-channels, out-channels, groups, height, width, kernel, pad, stride, dilation, bias, shift, residual, clip, pack, tile, threads, thread-axis")]
    [InlineData("auto", "in-channels=many;height=3", "in-channels is \"many\"; it has to be a whole number of at least 1")]
    [InlineData("auto", "in-channels=16;height=8;kernel=3x3x3", "kernel is \"3x3x3\"; it has to be a number, or two as in 3x5")]
    [InlineData("auto", "in-channels=16;height=2;kernel=5;pad=1", "the kernel's height 5 is larger than the input's with padding, 2 + 2·1")]
    [InlineData("auto", "in-channels=16;height=2;kernel=3;pad=0,1,0,1", "the kernel's height 3 is larger than the input's with padding, 2 + 2·0")]
    [InlineData("auto", "in-channels=16;height=2;kernel=2;dilation=3;pad=1,1,0,1", "the kernel's height 4 is larger than the input's with padding, 2 + 1 + 0")]
    [InlineData("auto", "in-channels=16;height=8;pad=1,2,3", "pad is \"1,2,3\"; it has to be a number, two as in 3x5, or four as in 1,2,0,1: top, left, bottom, right")]
    [InlineData("auto", "in-channels=16;height=8;pad=2000000", "padding of the height is 2000000; it has to be 0 to 1048576")]
    [InlineData("auto", "in-channels=16;height=8;dilation=0", "dilation is \"0\"; it has to be a whole number of at least 1")]
    [InlineData("auto", "in-channels=16;height=8;shift=3,4", "shift has 2 numbers; it has to be one for each of 16 output channels, or one for all")]
    [InlineData("auto", "in-channels=2;height=8;shift=3,40", "shift is 40; it has to be 0 to 31")]
    [InlineData("auto", "in-channels=16;height=8;residual=some", "residual is \"some\"; it has to be true or false")]
    [InlineData("auto", "in-channels=16;height=8;pack=im2col", "pack is \"im2col\"; it has to be auto, none, columns or patches")]
    [InlineData("seed", "in-channels=16;height=8;residual=true", "the tutorial's convolution has no residual; use schedule auto")]
    [InlineData("seed", "in-channels=16;height=8;dilation=2", "the tutorial's convolution has no dilation; use schedule auto")]
    [InlineData("seed", "in-channels=16;height=8;shift=per-channel", "the tutorial's convolution has no shifts of channels; use schedule auto")]
    [InlineData("auto", "layer=resnet18.c8;tile=oc=16,ic=16,kh=4", "a tile of kh 4 is not possible; this axis has 1 to 3")]
    [InlineData("auto", "in-channels=16;height=40;kernel=35;tile=oc=16,ic=16,h=1,w=1", "the tiles (b 1, oc 1, ic 1, h 1, w 1, 1 thread) need 1225 elements of the wgt buffer, which holds 1024; make kh or kw smaller")]
    [InlineData("auto", "in-channels=30;height=8;groups=4", "in channels is 30; with 4 groups it has to be a multiple of 4")]
    [InlineData("auto", "in-channels=32;out-channels=18;height=8;groups=4", "out channels is 18; with 4 groups it has to be a multiple of 4")]
    [InlineData("seed", "in-channels=32;height=8;groups=2", "the tutorial's convolution has no groups; use schedule auto")]
    [InlineData("auto", "in-channels=2000000;height=2", "in channels is 2000000; it has to be 1 to 1048576")]
    [InlineData("auto", "in-channels=1000;height=1000", "tensor data has 1008000000 values in blocks of 1x16; at most 268435456 are possible")]
    [InlineData("auto", "in-channels=16;height=8;shift=40", "shift is 40; it has to be 0 to 31")]
    [InlineData("auto", "in-channels=16;height=8;clip=9", "clip is \"9\"; it has to be two numbers as in -128,127, or none")]
    [InlineData("auto", "in-channels=16;height=8;clip=9,3", "clip is 9 to 3; it has to be a range within -32768 to 32767")]
    [InlineData("auto", "in-channels=16;height=8;bias=yes", "bias is \"yes\"; it has to be true or false")]
    [InlineData("auto", "in-channels=16;height=8;threads=2", "threads and thread-axis are for a tiling of your own; give tile too")]
    [InlineData("seed", "layer=resnet18.c8;tile=oc=16", "tile and schedule seed contradict each other; give one of them")]
    [InlineData("auto", "layer=resnet18.c8;tile=16", "tile is \"16\"; it has to look like oc=128,ic=16,h=7,w=14")]
    [InlineData("auto", "layer=resnet18.c8;tile=z=16", "tile has no axis z; it has b, g, oc, ic, h, w, kh and kw")]
    [InlineData("auto", "layer=resnet18.c8;tile=oc=20", "tile oc is 20; it has to be a multiple of 16, the hardware's block")]
    [InlineData("auto", "layer=resnet18.c8;tile=oc=16;thread-axis=w", "thread-axis is \"w\"; it has to be b, g, oc or h")]
    [InlineData("auto", "layer=resnet18.c8;tile=h=15", "a tile of h 15 is not possible; this axis has 1 to 14")]
    [InlineData("auto", "layer=resnet18.c8;tile=oc=64,ic=16;threads=3", "3 threads are not possible; allowed are 1 and 2")]
    [InlineData("auto", "layer=resnet18.c8;tile=oc=96,ic=16,h=7;threads=2;thread-axis=oc", "3 tiles cannot be shared by 2 threads (b 1, oc 6, ic 1, h 7, w 14, 2 threads along oc); change the block of that axis, the axis or the threads")]
    [InlineData("auto", "layer=resnet18.c8;tile=oc=128,ic=16;threads=2", "the tiles (b 1, oc 8, ic 1, h 14, w 14, 2 threads along oc) need 3136 elements of the acc buffer, which holds 2048; make oc, h or w smaller, or use 1 thread")]
    [InlineData("auto", "layer=resnet18.c8;tile=oc=16,ic=256", "the tiles (b 1, oc 1, ic 16, h 14, w 14, 1 thread) need 4096 elements of the inp buffer, which holds 2048; make ic, h or w smaller")]
    [InlineData("auto", "layer=resnet18.c8;tile=oc=256,ic=128,h=7,w=7", "the tiles (b 1, oc 16, ic 8, h 7, w 7, 1 thread) need 1152 elements of the wgt buffer, which holds 1024; make oc or ic smaller")]
    public void Convolution(string schedule, string options, string message)
    {
        var compile = () => Fsim.Compile("conv2d", schedule, VtaConfig.Default,
            [.. options.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(option => (option.Split('=')[0], option[(option.IndexOf('=') + 1)..]))]);
        compile.Should().Throw<VtaInputException>().Which.Message.Should().Be(message);
    }

    [Theory]
    [InlineData("max-pool2d", "kernel=3;pad=2", "padding of the height is 2; of a window of 3 it is at most half, 0 to 1")]
    [InlineData("max-pool2d", "kernel=3;height=2", "the kernel's height 3 is larger than the input's with padding, 2 + 2·0")]
    [InlineData("max-pool2d", "channels=0", "channels is \"0\"; it has to be a whole number of at least 1")]
    [InlineData("max-pool2d", "kernel=50;height=60", "a window needs 2500 elements of the acc buffer and 2 for results; it holds 2048: use a smaller window, or raise LOG_ACC_BUFF_SIZE")]
    [InlineData("avg-pool2d", "kernel=15;height=15", "an average over 225 numbers (or that times a power of two) is not exact with 16-bit factors and accumulators of 32 bits; use a smaller window")]
    [InlineData("avg-pool2d", "kernel=4;height=8;layer=c2", "avg-pool2d has no option layer; it has batch, channels, height, width, kernel, pad, stride")]
    [InlineData("conv2d-transpose", "layer=dcgan.CT1;tile=h=3", "a tile of h 3 is not possible; with a stride of 2 it has to be a multiple of that, or all 8")]
    [InlineData("conv2d-transpose", "in-channels=16;height=4;output-padding=2", "output padding of the height is 2; with a stride of 2 it is 0 to 1")]
    [InlineData("conv2d-transpose", "in-channels=16;height=600000", "height is 600000 with a stride of 2; their product has to be at most 1048576")]
    [InlineData("conv2d-transpose", "in-channels=16;height=4;kernel=3;pad=3", "padding of the height is 3; with a kernel of 3 it is 0 to 2 and has to leave an output")]
    public void OtherOperators(string name, string options, string message)
    {
        var compile = () => Fsim.Compile(name, "auto", VtaConfig.Default, [.. options.Split(';').Select(option => option.Split('=', 2)).Select(option => (option[0], option[1]))]);
        compile.Should().Throw<VtaInputException>().Which.Message.Should().Be(message);
    }

    [Fact]
    public void UnknownWorkload()
    {
        var find = () => WorkloadCatalog.Find("conv9d");
        find.Should().Throw<VtaInputException>().Which.Message
            .Should().Be("there is no workload \"conv9d\"; there are conv2d, conv2d-transpose, max-pool2d, avg-pool2d, gemm, dense, vecadd, vecmul, vecmax, matmul, matmul-blocked");
    }

    [Fact]
    public void NotEvenTheSmallestTileFits()
    {
        var compile = () => Fsim.Compile("conv2d", "auto", VtaConfig.Default.With(("LOG_ACC_BUFF_SIZE", 7)), ("in-channels", "16"), ("height", "9"), ("residual", "true"),
            ("bias", "true"));
        compile.Should().Throw<VtaInputException>().Which.Message.Should().Be(
            "the tiles (b 1, oc 1, ic 1, h 1, w 1, 1 thread) need 3 elements of the acc buffer, which holds 2; raise LOG_ACC_BUFF_SIZE");
    }
}
