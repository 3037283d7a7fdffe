using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Rootscope.Dependence.Panels;

/// <summary>The content hash of a panel: what makes two sets of flows the same for provenance.</summary>
internal static class PanelHash
{
    /// <summary>SHA-256 over codes and flows (little-endian), each part behind its length.</summary>
    public static string Of(TradePanel panel, IEnumerable<PanelYear> years)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AddText(hash, $"rootscope trade 1|{panel.Metadata.Currency}|{panel.Metadata.UnitScale:R}");
        AddText(hash, string.Join('\n', panel.Economies));
        AddText(hash, string.Join('\n', panel.Products));
        foreach (PanelYear year in years)
        {
            AddText(hash, $"{year.Year}|{year.Values.Length}");
            hash.AppendData(MemoryMarshal.AsBytes<int>(year.Starts));
            hash.AppendData(MemoryMarshal.AsBytes<uint>(year.Pairs));
            hash.AppendData(MemoryMarshal.AsBytes<double>(year.Values));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void AddText(IncrementalHash hash, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
