using System.Globalization;

namespace Rootscope.Storage.Downloads;

/// <summary>A length in words.</summary>
internal static class Bytes
{
    /// <summary>A length in bytes, and from a megabyte on in megabytes or gigabytes too.</summary>
    public static string Of(long bytes)
    {
        string all = bytes.ToString("N0", CultureInfo.InvariantCulture).Replace(',', ' ');
        return bytes switch
        {
            >= 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{all} bytes ({bytes / 1e9:0.0} GB)"),
            >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{all} bytes ({bytes / 1e6:0.0} MB)"),
            _ => $"{all} bytes",
        };
    }
}
