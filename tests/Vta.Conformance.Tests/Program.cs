using System.Globalization;
using System.Runtime.Intrinsics;
using Vta.Conformance.Tests.RandomPrograms;

namespace Vta.Conformance.Tests;

/// <summary>
/// <c>dotnet Vta.Conformance.Tests.dll bits</c> runs random programs in this process, whose widest vectors must be of so many bits (0, 128, 256, 512), as
/// <c>DOTNET_EnableAVX512=0</c> and its like set it.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (int.Parse(args[0], CultureInfo.InvariantCulture) != WidestVector)
        {
            Console.WriteLine($"vectors are of {WidestVector} bits, and not of {args[0]}");
            return 2;
        }
        RandomProgramTests.CompareLanes();
        return 0;
    }

    private static int WidestVector => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
}
