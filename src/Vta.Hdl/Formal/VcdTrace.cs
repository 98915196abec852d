using System.Globalization;
using System.Numerics;

namespace Vta.Hdl.Formal;

/// <summary>The values of a wave that yosys-smtbmc wrote: all signals in every step, ten time units apart.</summary>
internal sealed class VcdTrace
{
    private const int TimePerStep = 10;

    private readonly Dictionary<string, string> _codes = [];
    private readonly List<Dictionary<string, BigInteger>> _steps = [];

    public VcdTrace(string text)
    {
        var scopes = new Stack<string>();
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case ["$scope", _, var name, ..]:
                    scopes.Push(name);
                    break;
                case ["$upscope", ..]:
                    scopes.Pop();
                    break;
                case ["$var", _, _, var code, var name, ..] when scopes.Count > 0:
                    _codes[string.Join('.', scopes.Reverse().Skip(1).Append(name))] = code;
                    break;
                case [['#', .. var time]] when int.Parse(time, CultureInfo.InvariantCulture) is var t && t % TimePerStep == 0:
                    _steps.Add([]);
                    break;
                case [['b', .. var bits], var code]:
                    // Clocks change between the steps, too; nothing reads them.
                    _steps[^1][code] = BigInteger.Parse("0" + bits, NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture);
                    break;
            }
        }
    }

    /// <summary>Steps; the last time stamp only closes the one before.</summary>
    public int Steps => _steps.Count - 1;

    /// <summary>The value of a signal; zero where the wave does not have it, as it has no effect.</summary>
    public BigInteger Value(string path, int step) => _codes.TryGetValue(path, out var code) ? _steps[step].GetValueOrDefault(code) : BigInteger.Zero;
}
