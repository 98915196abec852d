namespace Vta.Cli.Tests;

public sealed class InspectCommandTests : IDisposable
{
    private static readonly string Model = Path.Combine(Repository.Root, "tests", "models", "ic", "model.tflite");

    private readonly string folder = Directory.CreateTempSubdirectory("vta-cli-test").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void It_shows_nodes_numbers_and_totals()
    {
        var run = CliRun.Of("inspect", Model);

        run.ExitCode.Should().Be(0);
        var lines = run.Output.TrimEnd('\n').Split('\n');
        lines[0].Should().Be("network model, rounding double");
        lines[1].Should().Be("input   %0 1x32x32x3 int8 scale 1 zero point -128");
        lines[2].Should().StartWith("    0   %22 1x32x32x16 int8 scale 0.03939355 zero point -128 = Conv2D(%0, const %8 16x3x3x3 int8 scales ")
            .And.EndWith(" window=3x3 padding=t1,b1,l1,r1 activation=0..Infinity 442368 MACs");
        lines[^17].Should().Be("16 nodes, 12501632 multiply-adds, 77706 parameters in 78744 bytes");
        lines[^16].Should().StartWith("    0   on the accelerator: columns of the kernel packed by the host, ");
        lines[^1].Should().Be("   15   on the host: exponentials are a function of the host");
    }

    [Fact]
    public void Json_has_the_same()
    {
        var json = CliRun.Of("inspect", Model, "--json", "--rounding", "single").Json;

        json["rounding"]!.GetValue<string>().Should().Be("single");
        json["multiply_adds"]!.GetValue<long>().Should().Be(12501632);
        var first = json["nodes"]![0]!;
        first["where"]!.GetValue<string>().Should().Be("device");
        first["operator"]!.GetValue<string>().Should().Be("Conv2D");
        first["origin"]!["operator"]!.GetValue<string>().Should().Be("CONV_2D");
        first["attributes"]!["window"]!.GetValue<string>().Should().Be("3x3");
        first["inputs"]![1]!["scales"]!.AsArray().Should().HaveCount(16);
        first["output"]!["zero_points"]![0]!.GetValue<int>().Should().Be(-128);
    }

    [Fact]
    public void A_file_that_is_no_model()
    {
        var path = Path.Combine(folder, "none.tflite");
        File.WriteAllText(path, "no model");

        CliRun.Of("inspect", path).ShouldBeRefused($"error: {path}: not a valid ONNX file: it breaks off at byte 1");
    }

    [Fact]
    public void A_model_that_is_cut()
    {
        var path = Path.Combine(folder, "cut.tflite");
        File.WriteAllBytes(path, File.ReadAllBytes(Model)[..1000]);

        var run = CliRun.Of("inspect", path);

        run.ExitCode.Should().Be(2);
        run.Error.Should().StartWith($"error: {path}: not a valid TFLite file: ").And.EndWith("leave the file of 1000 bytes\n");
    }

    [Fact]
    public void A_rounding_rule_that_there_is_not() =>
        CliRun.Of("inspect", Model, "--rounding", "doubel").ShouldBeRefused("error: --rounding: unknown rounding rule 'doubel'; did you mean double?");
}
