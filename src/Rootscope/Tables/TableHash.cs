using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Rootscope.Tables;

/// <summary>The content hash of a table: what makes two tables the same table for provenance.</summary>
internal static class TableHash
{
    /// <summary>SHA-256 over year, unit, codes and figures (IEEE 754, little-endian), each part behind its name and length.</summary>
    public static string Of(FlowTable table)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AddText(
            hash,
            $"rootscope table 1|{table.Metadata.Year}|{table.Metadata.Currency}|{table.Metadata.UnitScale:R}|"
                + $"{table.Metadata.Classification}"
        );
        foreach (Region region in table.Sectors.Regions)
        {
            AddText(hash, region.Code);
        }

        foreach (Industry industry in table.Sectors.Industries)
        {
            AddText(hash, industry.Code);
        }

        foreach (FinalDemandCategory category in table.FinalDemandCategories)
        {
            AddText(hash, $"{category.Code}|{category.Kind}|{category.Region}");
        }

        foreach (ValueAddedCategory category in table.ValueAddedCategories)
        {
            AddText(hash, $"{category.Code}|{category.Kind}");
        }

        AddFigures(hash, "flows", table.Flows);
        AddFigures(hash, "finalDemand", table.FinalDemand);
        AddFigures(hash, "valueAdded", table.ValueAdded);
        AddFigures(hash, "output", table.Output);
        AddFigures(hash, "imports", table.Imports);
        AddFigures(hash, "importedFlows", table.ImportedFlows);
        AddFigures(hash, "importedFinalDemand", table.ImportedFinalDemand);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void AddText(IncrementalHash hash, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }

    private static void AddFigures(IncrementalHash hash, string name, ReadOnlySpan<double> figures)
    {
        AddText(hash, $"{name}|{figures.Length}");
        hash.AppendData(MemoryMarshal.AsBytes(figures));
    }
}
