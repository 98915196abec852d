using System.Globalization;
using Vta.Isa.Alu;
using Vta.Isa.Instructions;
using Vta.Isa.Requant;

namespace Vta.Isa;

/// <summary>Turns keys into a checked <see cref="VtaConfig"/>; its messages say what to change.</summary>
internal sealed class VtaConfigReader
{
    private const int MaxLogBatch = 4;
    private const int MaxLogBlock = 7;
    private const int MinLogOperandWidth = 1;
    private const int MaxLogOperandWidth = 3;
    private const int MinLogAccWidth = 3;
    private const int MaxLogAccWidth = 5;
    private const int MinLogBusWidth = 6;
    private const int MaxLogBusWidth = 9;
    private const int LogByteBits = 3;

    private readonly Dictionary<string, string?> values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Func<string?, string?> where;

    /// <param name="keys">Keys and their values as text.</param>
    /// <param name="where">The place of a key, or of all of them for null.</param>
    internal VtaConfigReader(IEnumerable<KeyValuePair<string, string?>> keys, Func<string?, string?> where)
    {
        this.where = where;
        foreach (var (key, value) in keys)
        {
            // "LOG_BLOCK:0" is how configuration names what is nested below a key.
            if (key.Split(':') is [var outer, _, ..] && IsKnown(outer))
                throw Error(outer, $"{outer} is not a single value; it has to be a number or a text");
            if (!IsKnown(key))
                throw Error(key, $"unknown key {key}; {NearestName.Suggest(key, [.. VtaConfigKeys.Required, .. VtaConfigKeys.Optional])}");
            values[key] = value;
        }
    }

    private static bool IsKnown(string key) =>
        VtaConfigKeys.Required.Contains(key, StringComparer.OrdinalIgnoreCase)
        || VtaConfigKeys.Optional.Contains(key, StringComparer.OrdinalIgnoreCase);

    /// <param name="operations">The operations of the ALU, which no key tells.</param>
    internal VtaConfig Read(AluOperations operations)
    {
        if (VtaConfigKeys.Required.Where(key => !values.ContainsKey(key) && !IsBlockGivenByParts(key)).ToList() is { Count: > 0 } missing)
            throw Error(null, $"missing {(missing.Count == 1 ? "key" : "keys")} {string.Join(", ", missing)}");

        var logInpWidth = Number("LOG_INP_WIDTH", MinLogOperandWidth, MaxLogOperandWidth);
        var logWgtWidth = Number("LOG_WGT_WIDTH", MinLogOperandWidth, MaxLogOperandWidth);
        var logAccWidth = Number("LOG_ACC_WIDTH", MinLogAccWidth, MaxLogAccWidth);
        var logBatch = Number("LOG_BATCH", 0, MaxLogBatch);
        int? logBlock = values.ContainsKey("LOG_BLOCK") ? Number("LOG_BLOCK", 0, MaxLogBlock) : null;
        var logBlockIn = Number("LOG_BLOCK_IN", 0, MaxLogBlock, logBlock);
        var logBlockOut = Number("LOG_BLOCK_OUT", 0, MaxLogBlock, logBlock);
        Equal("LOG_OUT_WIDTH", logInpWidth, "outputs are as wide as inputs (LOG_INP_WIDTH)");

        WholeBytes("inp", ("LOG_BATCH", logBatch), (Block("IN"), logBlockIn), ("LOG_INP_WIDTH", logInpWidth));
        WholeBytes("wgt", (Block("OUT"), logBlockOut), (Block("IN"), logBlockIn), ("LOG_WGT_WIDTH", logWgtWidth));
        WholeBytes("out", ("LOG_BATCH", logBatch), (Block("OUT"), logBlockOut), ("LOG_INP_WIDTH", logInpWidth));

        var sizes = new BufferSizes(
            Size("LOG_UOP_BUFF_SIZE", 2),
            Size("LOG_INP_BUFF_SIZE", logBatch + logBlockIn + logInpWidth - 3),
            Size("LOG_WGT_BUFF_SIZE", logBlockOut + logBlockIn + logWgtWidth - 3),
            Size("LOG_ACC_BUFF_SIZE", logBatch + logBlockOut + logAccWidth - 3));
        if (sizes.Misfit is { } misfit)
            throw Error(misfit.Key, misfit.Message);
        Equal("LOG_OUT_BUFF_SIZE", sizes.Acc.LogSize + logInpWidth - logAccWidth, "the out buffer is as deep as the acc buffer");

        var logParBuffSize = ParameterBuffer(logBlockOut, logAccWidth, sizes.Acc.LogDepth, operations);
        var depthwiseTaps = DepthwiseTaps(logBlockIn, logBlockOut);
        return new VtaConfig
        {
            Target = Text("TARGET"),
            HardwareVersion = Text("HW_VER"),
            AluOperations = operations,
            LogBatch = logBatch,
            LogBlockIn = logBlockIn,
            LogBlockOut = logBlockOut,
            LogInpWidth = logInpWidth,
            LogWgtWidth = logWgtWidth,
            LogAccWidth = logAccWidth,
            LogUopBuffSize = sizes.Uop.LogSize,
            LogInpBuffSize = sizes.Inp.LogSize,
            LogWgtBuffSize = sizes.Wgt.LogSize,
            LogAccBuffSize = sizes.Acc.LogSize,
            LogBusWidth = Number("LOG_BUS_WIDTH", MinLogBusWidth, MaxLogBusWidth, VtaConfigKeys.DefaultLogBusWidth),
            LogParBuffSize = logParBuffSize,
            DepthwiseTaps = depthwiseTaps,
            Extensions = (logParBuffSize is null ? Extensions.None : Extensions.Requant)
                | (depthwiseTaps == 0 ? Extensions.None : Extensions.Depthwise)
                | Switch(VtaConfigKeys.PadValue, Extensions.PadValue)
                | Switch(VtaConfigKeys.GemmOverwrite, Extensions.GemmOverwrite),
        };
    }

    /// <summary>The size of the parameter buffer; null without. Fields that count accumulators hold its indices, so it is no deeper than these.</summary>
    private int? ParameterBuffer(int logBlockOut, int logAccWidth, int logAccDepth, AluOperations operations)
    {
        const string key = VtaConfigKeys.Requant;
        if (!values.ContainsKey(key))
            return null;
        if (logAccWidth != MaxLogAccWidth)
            throw Error(key, $"{key} is {values[key]}; REQUANT needs accumulators of 32 bits, so LOG_ACC_WIDTH has to be {MaxLogAccWidth} (it is {logAccWidth}), or {key} left out");
        if (operations.FirstOrDefault(operation => operation.Code == RequantOperation.Code || operation.Name == RequantOperation.Name) is { } other)
            throw Error(key, $"{key} adds the ALU operation {RequantOperation.Name} of code {RequantOperation.Code}, and there is {other} of code {other.Code}");
        var logElemBytes = logBlockOut + RequantFields.LogLaneBytes;
        return Number(key, logElemBytes + 1, logElemBytes + logAccDepth);
    }

    /// <summary>The taps of a DWCONV step, which the rows of a weight element are for; 0 without.</summary>
    private int DepthwiseTaps(int logBlockIn, int logBlockOut)
    {
        const string key = VtaConfigKeys.DepthwiseTaps;
        if (!values.ContainsKey(key))
            return 0;
        if (logBlockIn != logBlockOut || logBlockOut == 0)
            throw Error(key, $"{key} is {values[key]}; DWCONV needs LOG_BLOCK_IN and LOG_BLOCK_OUT to be the same and at least 1 (they are {logBlockIn} and {logBlockOut}), or {key} left out");
        return Number(key, 2, 1 << logBlockOut);
    }

    private Extensions Switch(string key, Extensions extension) => Number(key, 0, 1, 0) == 1 ? extension : Extensions.None;

    private bool IsBlockGivenByParts(string key) =>
        key == "LOG_BLOCK" && values.ContainsKey("LOG_BLOCK_IN") && values.ContainsKey("LOG_BLOCK_OUT");

    private string Text(string key) => values[key] switch
    {
        not { Length: > 0 } => throw Error(key, $"{key} is empty; it has to be a text"),
        var text when text.Any(char.IsControl) => throw Error(key, $"{key} is \"{text}\"; it has to be a text without control characters"),
        var text => text,
    };

    private int Number(string key, int minimum, int maximum, int? ifMissing = null)
    {
        if (ifMissing is { } value && !values.ContainsKey(key))
            return value;
        value = Integer(key);
        if (value < minimum || value > maximum)
            throw Error(key, $"{key} is {value}; allowed are {minimum} to {maximum}");
        return value;
    }

    private int Integer(string key)
    {
        var text = values[key];
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Error(key, $"{key} is {(text is null ? "null" : $"\"{text}\"")}; it has to be a whole number");
    }

    private void Equal(string key, int derived, string why)
    {
        if (values.ContainsKey(key) && Integer(key) is var value && value != derived)
            throw Error(key, $"{key} is {value}; {why}, so it has to be {derived} or left out");
    }

    private void WholeBytes(string buffer, params IReadOnlyList<(string Key, int Log)> factors)
    {
        if (factors.Sum(factor => factor.Log) is var sum && sum < LogByteBits)
        {
            throw Error(null, $"{buffer} elements have {1 << sum} bits, and need at least {1 << LogByteBits}: {string.Join(" + ", factors.Select(factor => factor.Key))}"
                + $" is {string.Join(" + ", factors.Select(factor => factor.Log))} = {sum}; allowed are {LogByteBits} and more");
        }
    }

    /// <summary>The key that says how large a block is: its own, or that of both.</summary>
    private string Block(string side) => values.ContainsKey($"LOG_BLOCK_{side}") ? $"LOG_BLOCK_{side}" : "LOG_BLOCK";

    private BufferSize Size(string key, int logElemBytes) => new(key, logElemBytes, Integer(key));

    private VtaInputException Error(string? key, string message) => new(message, where(key));
}
