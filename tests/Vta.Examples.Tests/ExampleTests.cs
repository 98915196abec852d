using Vta.Compiler;
using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Tutorials;
using Vta.Compiler.Workloads;
using Vta.Isa;
using Vta.TestSupport;

namespace Vta.Examples.Tests;

/// <summary>Every example runs, is verified, and shows what it is about.</summary>
public sealed class ExampleTests
{
    [Fact]
    public void Vector_add() => Verified(Example.Output("VectorAdd", "fsim", "rtl"), "fsim", "rtl").Should().Contain("""
        	acc_load_nbytes :             8192
        	uop_load_nbytes :                4
        	out_store_nbytes:             1024
        	gemm_counter    :                0
        	alu_counter     :               64
        """);

    [Fact]
    public void Matrix_multiply() => Verified(Example.Output("MatrixMultiply", "fsim", "rtl"), "fsim", "rtl").Should().Contain("""
        	inp_load_nbytes :             4096
        	wgt_load_nbytes :          1048576
        	acc_load_nbytes :                0
        	uop_load_nbytes :               40
        	out_store_nbytes:             1024
        	gemm_counter    :             4096
        	alu_counter     :              192
        """);

    [Fact]
    public void Convolution() => Verified(Example.Output("Convolution", "fsim", "rtl"), "fsim", "rtl").Should().Contain("""
        	inp_load_nbytes :           114688
        	wgt_load_nbytes :          1179648
        	acc_load_nbytes :                0
        	uop_load_nbytes :             1144
        	out_store_nbytes:            50176
        	gemm_counter    :           451584
        	alu_counter     :             9408
        """);

    /// <summary>The example is written out; the workload of the same tutorial, which other tests compare with the tutorial's listings, is for any shape.</summary>
    [Fact]
    public void The_convolution_prints_what_the_workload_of_the_tutorial_does()
    {
        var output = Example.Output("Convolution", "fsim", "rtl");
        var tutorial = new ConvolutionTutorial(VtaConfig.Default, Layers.Convolutions.Find("resnet18.c8"), new OutputStage(Shift: 8, Clip: (0, 127)));
        output.Should().Contain(tutorial.LowerForHost().ToString());
        tutorial.Block();
        tutorial.Thread();
        output.Should().Contain(tutorial.LowerForHost().ToString());
        tutorial.Offload();
        output.Should().Contain(tutorial.Lower("my_conv").ToString());
    }

    [Fact]
    public void Build_and_call()
    {
        var output = Example.Output("BuildAndCall", "fsim", "rtl");
        output.Should().StartWith("{'TARGET': 'sim',").And.Contain("Intrinsics:\n  gemm      acc[1x16 int32] += ").And.NotContain("WRONG");
        foreach (var target in (string[])["fsim", "rtl"])
            output.Should().Contain($"{target}, call 3: as expected, 192 ALU steps\n");
    }

    [Fact]
    public void Custom_operation()
    {
        var output = Verified(Example.Output("CustomOperation", "fsim", "rtl"), "fsim", "rtl");
        output.Should().Contain("MIN, MAX, ADD, SHR, MUL, ABSDIFF")
            .And.Contain("T.vta.absdiff(A_buf_1[")
            .And.Contain("ALU ABSDIFF uops 0..1, loops 1x196")
            .And.Contain("Verilog:\n        3'd5:\n          for (n = 0; n < 16; n = n + 1)\n            result[n*32 +: 32] = ($signed(dst");
    }

    [ToolFact("verilator")]
    public void Custom_operation_on_tsim() => Verified(Example.Output("CustomOperation", "tsim"), "tsim");

    private static string Verified(string output, params string[] targets)
    {
        foreach (var target in targets)
            output.Should().Contain($"{target}: verified\nExecution statistics:\n");
        return output;
    }
}
