using System.Globalization;

namespace Vta.Hdl.Waves;

/// <summary>Writes a wave in the format VCD: declarations first, then for each time what has changed.</summary>
internal sealed class VcdWriter(TextWriter text) : IDisposable
{
    private const int FirstCode = '!';
    private const int Codes = '~' - '!' + 1;

    private int _signals;
    private long _time = -1;
    private char[] _line = new char[128];

    /// <summary>Declares the unit of time.</summary>
    public void Timescale(string unit) => text.Write($"$timescale {unit} $end\n");

    public void OpenScope(string name) => text.Write($"$scope module {name} $end\n");

    public void CloseScope() => text.Write("$upscope $end\n");

    /// <summary>A code for a value that one or several variables show.</summary>
    public string NewCode()
    {
        var code = "";
        var number = _signals++;
        do
        {
            code += (char)(FirstCode + (number % Codes));
            number /= Codes;
        }
        while (number > 0);
        return code;
    }

    public void Bits(string name, int width, string code) =>
        text.Write(width == 1 ? $"$var wire 1 {code} {name} $end\n" : $"$var wire {width} {code} {name} [{width - 1}:0] $end\n");

    /// <summary>A variable whose values are words.</summary>
    public void Words(string name, string code) => text.Write($"$var string 1 {code} {name} $end\n");

    public void EndDeclarations() => text.Write("$enddefinitions $end\n");

    /// <summary>What is written from now on happens at this time, not before what was written so far.</summary>
    public void At(long time)
    {
        if (time == _time)
            return;
        _time = time;
        text.Write('#');
        text.Write(time.ToString(CultureInfo.InvariantCulture));
        text.Write('\n');
    }

    /// <summary>A value, little-endian.</summary>
    public void Change(string code, int width, ReadOnlySpan<byte> value)
    {
        if (width == 1)
        {
            Change(code, (value[0] & 1) != 0);
            return;
        }
        if (_line.Length < width + 2)
            _line = new char[width + 2];
        var top = width - 1;
        while (top > 0 && (value[top / 8] >> (top % 8) & 1) == 0)
            top--;
        var end = 0;
        _line[end++] = 'b';
        for (var i = top; i >= 0; i--)
            _line[end++] = (value[i / 8] >> (i % 8) & 1) == 0 ? '0' : '1';
        _line[end++] = ' ';
        text.Write(_line.AsSpan(0, end));
        text.Write(code);
        text.Write('\n');
    }

    public void Change(string code, bool value)
    {
        text.Write(value ? '1' : '0');
        text.Write(code);
        text.Write('\n');
    }

    public void Change(string code, string word)
    {
        text.Write('s');
        text.Write(word);
        text.Write(' ');
        text.Write(code);
        text.Write('\n');
    }

    public void Dispose() => text.Dispose();
}
