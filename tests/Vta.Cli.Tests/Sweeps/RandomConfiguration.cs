using System.Text.Json;

namespace Vta.Cli.Tests.Sweeps;

/// <summary>Configuration files drawn at random: most make a VTA, some have a key out of range or fields that do not fit.</summary>
internal static class RandomConfiguration
{
    /// <summary>The text of a file. The same seed gives the same text.</summary>
    public static string Draw(int seed)
    {
        var random = new Random(seed);
        var (logBatch, logIn, logOut) = (random.Next(5), random.Next(8), random.Next(8));
        var (logInp, logWgt, logAcc) = (random.Next(1, 4), random.Next(1, 4), random.Next(3, 6));
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
            ["LOG_ACC_BUFF_SIZE"] = logBatch + logOut + logAcc - 3 + LogDepth(random),
            ["LOG_BUS_WIDTH"] = random.Next(6, 10),
        };
        if (logAcc == 5 && random.Next(3) == 0)
            keys["LOG_PAR_BUFF_SIZE"] = logOut + 4 + LogDepth(random);
        foreach (var key in new[] { "PAD_VALUE", "GEMM_OVERWRITE" }.Where(_ => random.Next(3) == 0))
            keys[key] = random.Next(2);
        if (logIn == logOut && logOut > 0 && random.Next(3) == 0)
            keys["DEPTHWISE_TAPS"] = random.Next(2, (1 << logOut) + 1);
        if (random.Next(12) == 0)
            keys[keys.Keys.ElementAt(random.Next(2, keys.Count))] = random.Next(-1, 40);
        return JsonSerializer.Serialize(keys);
    }

    private static int LogDepth(Random random) => random.Next(10) == 0 ? random.Next(0, 18) : random.Next(1, 12);
}
