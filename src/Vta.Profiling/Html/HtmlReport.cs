using System.IO.Compression;
using System.Net;
using System.Reflection;
using System.Text;
using Vta.Profiling.Report;

namespace Vta.Profiling.Html;

/// <summary>A profile as one HTML file that needs no other, and no network: tables, and a timeline to scroll and zoom.</summary>
public static class HtmlReport
{
    /// <summary>Writes the page.</summary>
    public static byte[] Write(ProfileReport report)
    {
        var page = Resource("report.html")
            .Replace("{{title}}", WebUtility.HtmlEncode($"{report.Name}: profile"), StringComparison.Ordinal)
            .Replace("{{style}}", Resource("report.css"), StringComparison.Ordinal)
            .Replace("{{script}}", Resource("timeline.js") + Resource("report.js"), StringComparison.Ordinal)
            .Replace("{{data}}", Convert.ToBase64String(Compress(ProfileJson.Write(report))), StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(page);
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
