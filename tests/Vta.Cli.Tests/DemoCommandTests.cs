using Vta.Isa.Programs;

namespace Vta.Cli.Tests;

public sealed class DemoCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vta-cli-test").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [ToolFact("verilator")]
    public void From_configuration_to_verified_hardware()
    {
        var run = CliRun.Of("demo", "-o", folder);

        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
        run.Output.Should().MatchRegex(@"^configuration .*vta_config\.json: 1x16_i8w8a32_15_15_18_17, .*\n"
            + @"Verilog .*verilog: \d+ files, \d+ lines, top module Vta .*\n"
            + @"Verilator .*\n"
            + @"compiler .*3363 instructions, .*program .*\n"
            + @"fsim: equal to plain C# arithmetic\n"
            + @"rtl: equal to plain C# arithmetic, (\d+) cycles\n"
            + @"tsim: equal to plain C# arithmetic, \1 cycles\n"
            + @"Execution statistics:\n(\t.*\n){7}\tcycle_count     : +\1\n"
            + @"Cycles of each unit:\n(\t.*\n){3}"
            + @"verified on fsim, rtl, tsim\n$");
        File.Exists(Path.Combine(folder, "verilog", "Vta.v")).Should().BeTrue();
        ProgramBundle.Load(Path.Combine(folder, "program")).Name.Should().Be("conv2d resnet18.c8");
    }
}
