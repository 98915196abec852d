using System.Security.Cryptography;
using System.Text;

namespace Vta.Runtime.Verilator;

/// <summary>Names what is built after all that goes into it.</summary>
internal static class ContentKey
{
    /// <summary>A name for these texts, and for no others.</summary>
    public static string Of(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            // With lengths, so that no text can pass for two.
            hash.AppendData(BitConverter.GetBytes(text.Length));
            hash.AppendData(Encoding.UTF8.GetBytes(text));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }
}
