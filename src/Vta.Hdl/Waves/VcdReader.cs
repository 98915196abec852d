using System.Globalization;
using System.Numerics;

namespace Vta.Hdl.Waves;

/// <summary>Reads a wave (VCD) time stamp by time stamp. Text values are passed over; unknown bits are taken as zero.</summary>
internal sealed class VcdReader
{
    private readonly TextReader _text;
    private readonly Dictionary<string, string> _codes = [];
    private readonly Dictionary<string, BigInteger> _values = [];
    private long? _next;

    public VcdReader(TextReader text)
    {
        _text = text;
        var scopes = new List<string>();
        while (_text.ReadLine() is { } line)
        {
            switch (line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                case ["$scope", _, var name, ..]:
                    scopes.Add(name);
                    break;
                case ["$upscope", ..]:
                    scopes.RemoveAt(scopes.Count - 1);
                    break;
                case ["$var", _, _, var code, var name, ..] when scopes.Count > 0:
                    _codes[string.Join('.', scopes.Skip(1).Append(name))] = code;
                    break;
                case [['#', .. var time]]:
                    _next = long.Parse(time, CultureInfo.InvariantCulture);
                    return;
            }
        }
    }

    /// <summary>Instance names and a signal's name joined by dots, without the outermost scope.</summary>
    public IEnumerable<string> Paths => _codes.Keys;

    /// <summary>The current time, in units of the file.</summary>
    public long Time { get; private set; }

    /// <summary>Goes to the next time stamp; false at the end.</summary>
    public bool Advance()
    {
        if (_next is not { } time)
            return false;
        Time = time;
        _next = null;
        while (_text.ReadLine() is { } line)
        {
            if (line is ['#', ..])
            {
                _next = long.Parse(line.AsSpan(1), CultureInfo.InvariantCulture);
                break;
            }
            Change(line.TrimEnd());
        }
        return true;
    }

    /// <summary>The current value of a signal; zero where the wave does not have it, as it has no effect.</summary>
    public BigInteger Value(string path) => _codes.TryGetValue(path, out var code) ? _values.GetValueOrDefault(code) : BigInteger.Zero;

    private void Change(string line)
    {
        if (line is ['b' or 'B', ..])
        {
            var space = line.IndexOf(' ');
            _values[line[(space + 1)..]] = BigInteger.Parse($"0{line[1..space].Replace('x', '0').Replace('z', '0')}", NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture);
        }
        else if (line is ['0' or '1' or 'x' or 'z', ..])
        {
            _values[line[1..]] = line[0] == '1' ? BigInteger.One : BigInteger.Zero;
        }
    }
}
