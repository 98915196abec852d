using System.Diagnostics;
using Vta.Cli.Execution;
using Vta.Cli.Host;
using Vta.Cli.Output;
using Vta.Cli.Reports;
using Vta.Cli.Workloads;
using Vta.Compiler;
using Vta.Compiler.Workloads;
using Vta.Hardware.Shells;
using Vta.Isa;
using Vta.Runtime;

namespace Vta.Cli.Commands;

/// <summary>The whole way from a configuration to verified hardware, on the convolution of TVM's tutorial; a line for each step.</summary>
/// <param name="host">Where it is shown.</param>
/// <param name="json">Whether only the result is shown, as a document.</param>
/// <param name="folder">Takes what is generated.</param>
internal sealed class Demo(CliHost host, bool json, string folder)
{
    private const string Layer = "resnet18.c8";

    private readonly TextWriter output = json ? TextWriter.Null : host.Output;

    /// <returns>The exit code.</returns>
    public int Run(string configPath)
    {
        var config = Step("configuration", _ => VtaConfig.Load(configPath), found => $"{configPath}: {Describe(found)}");
        Step("Verilog", _ => VerilogFolder.Write(Path.Combine(folder, "verilog"), new Accelerator(config).Elaborate()), verilog => $"{verilog}");
        if (Devices.Obstacle(Devices.Tsim) is null) Step("Verilator", report => Build(config, report), target => $"{target} is ready");
        var workload = Step("compiler", _ => Compile(config), Describe);

        var report = new WorkloadReport(host, json);
        var runner = new TargetRunner(host, new DeviceOptions(), isStrict: false);
        return report.Finish(WorkloadRun.Of(workload, Devices.Targets, runner, report.Ran));
    }

    private T Step<T>(string name, Func<Action<string>, T> work, Func<T, string> describe)
    {
        var clock = Stopwatch.StartNew();
        var result = Progress.Show(host, name, work);
        output.WriteLine($"{name,-14} {describe(result)} ({clock.Elapsed.TotalSeconds:0.0} s)");
        return result;
    }

    private static string Build(VtaConfig config, Action<string> report)
    {
        using var device = Devices.Create(Devices.Tsim, config, new DeviceOptions { Report = report });
        return Devices.Tsim;
    }

    private CompiledWorkload Compile(VtaConfig config)
    {
        var workload = WorkloadCatalog.Find("conv2d").Compile(config, new WorkloadArguments
        {
            Schedule = Workload.SeedSchedule,
            Options = new Dictionary<string, string> { ["layer"] = Layer },
        });
        workload.Bundle.Save(Path.Combine(folder, "program"));
        return workload;
    }

    private static string Describe(VtaConfig config) => $"{config.Bitstream}, a GEMM core of "
        + $"{config.Batch}x{config.BlockIn} by {config.BlockIn}x{config.BlockOut} multiply-adds a cycle";

    private string Describe(CompiledWorkload workload) => $"{workload.Title} as in the tutorial, {workload.Schedule}: "
        + $"{workload.Bundle.Launches.Sum(launch => launch.InstructionCount)} instructions, {Path.Combine(folder, "program")}";
}
