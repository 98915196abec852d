using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;

namespace Vta.Hdl.Ir;

/// <summary>
/// The words that a memory starts with, from a file in the form of <c>$readmemh</c>: hexadecimal words apart from one another, <c>_</c> between digits,
/// <c>@</c> before the address of the words that follow, comments as in Verilog. Words that the file leaves out are zero. Simulators take the words; in Verilog
/// the memory reads a file of that name, which is written beside the modules.
/// </summary>
public sealed class MemoryFile : IReadOnlyList<BigInteger>
{
    /// <summary>No memory of a chip has more words; a larger address is a mistake.</summary>
    private const int MaxWords = 1 << 24;

    private readonly List<BigInteger> _words = [];

    private MemoryFile(string name) => Name = name;

    /// <summary>The file's name, without its folder.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public int Count => _words.Count;

    /// <inheritdoc/>
    public BigInteger this[int index] => _words[index];

    /// <summary>Reads a file; a relative path starts at the folder that the program runs in.</summary>
    /// <exception cref="HdlException">HW0011: the file can't be read, or has something else in it.</exception>
    public static MemoryFile Read(string path, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        try
        {
            return Parse(path, File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new HdlException(Rule.Parameter, $"the contents of a memory can't be read: {e.Message}", new(file, line));
        }
    }

    /// <summary>The same from a text.</summary>
    /// <param name="path">What messages and the file in Verilog are called after.</param>
    /// <param name="text">The contents.</param>
    /// <exception cref="HdlException">HW0011: the text has something else in it.</exception>
    public static MemoryFile Parse(string path, string text)
    {
        var result = new MemoryFile(Path.GetFileName(path));
        var address = 0;
        foreach (var (token, line) in MemoryTokens.Of(text))
        {
            var isAddress = token[0] == '@';
            var digits = (isAddress ? token[1..] : token).Replace("_", "", StringComparison.Ordinal);
            if (digits.Length == 0 || !digits.All(char.IsAsciiHexDigit))
                throw Problem($"'{token}' is no hexadecimal word, and no address behind @");
            var value = BigInteger.Parse("0" + digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (isAddress ? value >= MaxWords : address == MaxWords)
                throw Problem($"a memory has at most {MaxWords} words: the addresses end at {MaxWords - 1:x}");
            if (isAddress)
                address = (int)value;
            else
                result.Put(address++, value);

            HdlException Problem(string message) => new(Rule.Parameter, message, new(path, line));
        }
        return result;
    }

    /// <inheritdoc/>
    public IEnumerator<BigInteger> GetEnumerator() => _words.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Put(int address, BigInteger word)
    {
        while (_words.Count <= address)
            _words.Add(BigInteger.Zero);
        _words[address] = word;
    }
}
