using System.Globalization;
using System.Text.Json;
using Vta.Isa;

namespace Vta.Fuzzing.Configurations;

/// <summary>Configuration files drawn at random: most make a VTA, some have a key out of range or fields that do not fit.</summary>
internal static class RandomConfiguration
{
    // What a small accelerator has at most, and programs at least.
    private const int MaxMultipliers = 1 << 9;
    private const int MinDepth = 8;

    /// <summary>The text of a file. The same seed gives the same text.</summary>
    public static string Draw(int seed) => JsonSerializer.Serialize(Keys(new Random(seed)));

    /// <summary>A configuration that is accepted, soon built, and has room for random programs. The same seed gives the same one.</summary>
    public static VtaConfig DrawSmall(int seed)
    {
        var random = new Random(seed);
        while (true)
        {
            try
            {
                var config = VtaConfig.FromKeys(Keys(random).Select(key => KeyValuePair.Create(key.Key, (string?)Convert.ToString(key.Value, CultureInfo.InvariantCulture))), "");
                BufferShape?[] buffers = [config.Uop, config.Inp, config.Wgt, config.Acc, config.Par];
                if (config.Batch * config.BlockIn * config.BlockOut <= MaxMultipliers && buffers.All(buffer => buffer is null || buffer.Depth >= MinDepth))
                    return config;
            }
            catch (VtaInputException)
            {
                // One of those that are refused: the next draw.
            }
        }
    }

    private static Dictionary<string, object> Keys(Random random)
    {
        var (logBatch, logIn, logOut) = (random.Next(5), random.Next(8), random.Next(8));
        var (logInp, logWgt, logAcc) = (random.Next(1, 4), random.Next(1, 4), random.Next(3, 6));
        var logAccDepth = LogDepth(random);
        var keys = new Dictionary<string, object>
        {
            ["TARGET"] = "sim",
            ["HW_VER"] = "0.0.2",
            ["LOG_INP_WIDTH"] = logInp,
            ["LOG_WGT_WIDTH"] = logWgt,
            ["LOG_ACC_WIDTH"] = logAcc,
            ["LOG_BATCH"] = logBatch,
            ["LOG_BLOCK_IN"] = logIn,
            ["LOG_BLOCK_OUT"] = logOut,
            ["LOG_UOP_BUFF_SIZE"] = 2 + LogDepth(random),
            ["LOG_INP_BUFF_SIZE"] = logBatch + logIn + logInp - 3 + LogDepth(random),
            ["LOG_WGT_BUFF_SIZE"] = logOut + logIn + logWgt - 3 + LogDepth(random),
            ["LOG_ACC_BUFF_SIZE"] = logBatch + logOut + logAcc - 3 + logAccDepth,
            ["LOG_BUS_WIDTH"] = random.Next(6, 10),
        };
        if (logAcc == 5 && random.Next(2) == 0)
            keys["LOG_PAR_BUFF_SIZE"] = logOut + 4 + (random.Next(8) == 0 ? LogDepth(random) : Math.Max(1, logAccDepth - random.Next(4)));
        foreach (var key in new[] { "PAD_VALUE", "GEMM_OVERWRITE" }.Where(_ => random.Next(3) == 0))
            keys[key] = random.Next(2);
        if (logIn == logOut && logOut > 0 && random.Next(3) == 0)
            keys["DEPTHWISE_TAPS"] = random.Next(2, (1 << logOut) + 1);
        if (random.Next(12) == 0)
            keys[keys.Keys.ElementAt(random.Next(2, keys.Count))] = random.Next(-1, 40);
        return keys;
    }

    private static int LogDepth(Random random) => random.Next(10) == 0 ? random.Next(0, 18) : random.Next(1, 12);
}
