using System.Globalization;
using System.Runtime.Intrinsics;
using Vta.Hdl.Tests.Simulation;

namespace Vta.Hdl.Tests;

/// <summary>
/// <c>dotnet Vta.Hdl.Tests.dll 1 10000 [bits]</c> compares the simulators on random designs of these seeds; with <c>bits</c>, the widest vectors must be of so many
/// bits (0, 128, 256, 512), as <c>DOTNET_EnableAVX512=0</c> and its like set it.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        var numbers = args.Select(arg => int.Parse(arg, CultureInfo.InvariantCulture)).ToArray();
        if (numbers is [_, _, var bits] && bits != WidestVector)
        {
            Console.WriteLine($"vectors are of {WidestVector} bits, and not of {bits}");
            return 2;
        }
        var differences = 0;
        for (var seed = numbers[0]; seed <= numbers[1]; seed++)
        {
            if (SimulatorComparison.FirstDifference(seed) is not { } difference)
                continue;
            Console.WriteLine($"seed {seed}: {difference}; with the sets of options {string.Join(' ', SimulatorComparison.DifferingSets(seed))}");
            differences++;
        }
        Console.WriteLine($"{numbers[1] - numbers[0] + 1} designs, {differences} differences");
        return differences == 0 ? 0 : 1;
    }

    private static int WidestVector => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
}
