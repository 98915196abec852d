using System.Globalization;
using System.Runtime.InteropServices;
using HdlTutorial;
using Vta.Hdl.Verilog;

namespace Vta.Benchmarks;

/// <summary>
/// A small scalar design, the RV32I processor of the tutorial, in the in-process simulator and in Verilator with <c>-O3</c> on its Verilog:
/// processor time of the
/// same cycles, in turns, without assertions and waves.
/// </summary>
internal static class ProcessorAgainstVerilator
{
    private const int Cycles = 10_000_000;
    private const int Rounds = 5;

    private static RiscvComputer Computer => new(RiscvProgram.Primes(below: 1000, isEndless: true));

    /// <summary>Prints cycles a second and their ratio.</summary>
    public static void Speed(Table table)
    {
        using var folder = new TemporaryFolder();
        var verilator = Build(folder.Path);
        using var simulator = new Hdl.Simulation.Simulator(Computer.Elaborate());
        simulator.Reset();
        var (here, there) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            here = Math.Min(here, Stopwatches.ProcessorTime(() => simulator.Step(Cycles)));
            if (verilator is not null && Commands.Run(verilator) is { } seconds)
                there = Math.Min(there, double.Parse(seconds, CultureInfo.InvariantCulture));
        }
        table.Row("RV32I, in process", $"{Cycles / here / 1e6:0.0} million cycles/s");
        if (verilator is null)
            return;
        table.Row("RV32I, Verilator -O3", $"{Cycles / there / 1e6:0.0} million cycles/s");
        table.Row("RV32I, in process to Verilator", $"{there / here:0.00} ×");
    }

    /// <summary>
    /// A program that prints the seconds of processor time that the cycles take; null where Verilator or a compiler is missing.
    /// </summary>
    private static string? Build(string folder)
    {
        foreach (var file in VerilogEmitter.Emit(Computer.Elaborate()))
            File.WriteAllText(Path.Combine(folder, file.Name), file.Text);
        File.WriteAllText(Path.Combine(folder, "main.cpp"), Main);
        var native = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? "-O3 -march=native" : "-O3";
        string[] arguments =
        [
            "-O3", "--x-assign", "fast", "--x-initial", "fast", "-CFLAGS", native, "-Wno-fatal", "--cc", "--exe", "--build",
            "--Mdir", Path.Combine(folder, "obj"), "-y", folder, "--top-module", nameof(RiscvComputer),
            Path.Combine(folder, $"{nameof(RiscvComputer)}.v"), Path.Combine(folder, "main.cpp"),
        ];
        return Commands.Run("verilator", arguments) is null ? null : Path.Combine(folder, "obj", $"V{nameof(RiscvComputer)}");
    }

    private static string Main => $$"""
        #include <cstdio>
        #include <ctime>
        #include "V{{nameof(RiscvComputer)}}.h"

        double sc_time_stamp() { return 0; }

        int main() {
          VerilatedContext context;
          V{{nameof(RiscvComputer)}} top(&context);
          top.reset = 1;
          for (int i = 0; i < 2; i++) {
            top.clock = 0; top.eval();
            top.clock = 1; top.eval();
          }
          top.reset = 0;
          clock_t start = clock();
          for (long i = 0; i < {{Cycles}}; i++) {
            top.clock = 0; top.eval();
            top.clock = 1; top.eval();
          }
          printf("%f", (double)(clock() - start) / CLOCKS_PER_SEC);
          return 0;
        }
        """;
}
