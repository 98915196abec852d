using System.Globalization;
using System.Runtime.Intrinsics;
using Vta.Hdl.Tests.Sweeps;

namespace Vta.Hdl.Tests;

/// <summary>
/// <c>dotnet Vta.Hdl.Tests.dll SWEEP FIRST LAST</c> compares back ends on random designs of these seeds; see <c>docs/hdl/sweeps.md</c>. With
/// <c>HDL_VECTOR_BITS</c> in the environment, the widest vectors must be of so many bits (0, 128, 256, 512), as <c>DOTNET_EnableAVX512=0</c> and its like set it.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args is not [var name, var first, var last] || !Sweep.All.TryGetValue(name, out var sweep)
            || !int.TryParse(first, CultureInfo.InvariantCulture, out var from) || !int.TryParse(last, CultureInfo.InvariantCulture, out var to))
        {
            Console.Error.WriteLine($"usage: {string.Join('|', Sweep.All.Keys)} FIRST LAST");
            return 2;
        }
        if (int.TryParse(Environment.GetEnvironmentVariable("HDL_VECTOR_BITS"), CultureInfo.InvariantCulture, out var bits) && bits != WidestVector)
        {
            Console.Error.WriteLine($"vectors are of {WidestVector} bits, and not of {bits}");
            return 2;
        }
        var differences = 0;
        for (var seed = from; seed <= to; seed++)
        {
            if (sweep(seed) is not { } difference)
                continue;
            Console.WriteLine($"seed {seed}: {difference}");
            differences++;
        }
        Console.WriteLine($"{to - from + 1} designs, {differences} differences");
        return differences == 0 ? 0 : 1;
    }

    private static int WidestVector => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
}
