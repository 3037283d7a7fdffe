using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Nbs;

/// <summary>Reads the national input-output tables of China (National Bureau of Statistics) in their CSV layouts.</summary>
/// <remarks>
/// Two layouts: competitive imports (one column IM, 2002 to 2020) and non-competitive (rows Domestic and Imports, 42 sectors, 2017 on).
/// Unit: 10 000 yuan, producers' prices. Subtotals (TIU, THC, TC, GCF, TFU, TII, TVA, TI) are checked and not stored.
/// </remarks>
public static class NbsReader
{
    internal const string Licence = "official statistics, terms unstated";

    /// <summary>Largest gap of a row or column, as a share of output: published tables keep it to rounding.</summary>
    public const double DefaultTolerance = 1e-4;

    /// <summary>Reads one file.</summary>
    /// <param name="path">The CSV file.</param>
    /// <param name="id">The name the table is to have.</param>
    /// <param name="year">The year; where null, it is taken from the file's name (four digits).</param>
    /// <param name="tolerance">Share of output that a row or column may be off.</param>
    /// <param name="cancellation">Stops the reading at the next row.</param>
    /// <exception cref="TableException">The file does not fit the layout, a cell is no number, or a row does not balance.</exception>
    public static FlowTable Read(
        string path,
        string id,
        int? year = null,
        double tolerance = DefaultTolerance,
        CancellationToken cancellation = default
    )
    {
        using CsvFile file = CsvFile.Open(path, cancellation);
        int known = SourceYear.Of(path, year);
        bool byOrigin = file.Find("Origin") >= 0;
        var layout = NbsLayout.Of(file, byOrigin);
        NbsRows rows = NbsRows.Read(file, layout);
        return NbsAssembly.ToTable(layout, rows, path, Metadata(id, known, layout, byOrigin), tolerance);
    }

    private static TableMetadata Metadata(string id, int year, NbsLayout layout, bool byOrigin) =>
        new()
        {
            Id = id,
            Title = $"China {year}, {layout.Count} sectors",
            Year = year,
            Currency = "CNY",
            UnitScale = 10_000,
            Unit = "10 000 yuan",
            Prices = "producers' prices, current year",
            Source = $"National Bureau of Statistics of China, input-output table of {year}; figures as carried by the R package ionet",
            Licence = Licence,
            Classification = layout.Count == 153 ? "nbs2020" : $"nbs-{year}-{layout.Count}",
            Derivations = byOrigin
                ? ["Imported and domestic uses are the source's own, by user."]
                :
                [
                    "Imports stand in one column: where uses have to be split by origin, every user is given the product's import "
                        + "share (proportionality).",
                ],
        };
}
