using System.Globalization;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;
using Rootscope.Tables.Trade;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>Whose declaration of a flow is taken.</summary>
public enum TradeDeclaration
{
    /// <summary>What exporters declare, free on board.</summary>
    Exports,

    /// <summary>What importers declare, with cost, insurance and freight.</summary>
    Imports,
}

/// <summary>
/// Reads annual trade of UN Comtrade as its sites give it as CSV: the old layout ("Trade Value (US$)") and the present one (primaryValue).
/// </summary>
/// <remarks>
/// Value: US dollars. Re-exports and re-imports are left out and counted. Files that are not in UTF-8 are read as Latin-1. Aggregates of
/// partners (WLD) are kept as partners: take care not to add them to their parts.
/// </remarks>
public static class ComtradeReader
{
    private const double KilogramsInTonne = 1000;

    private static readonly Dictionary<string, string> Editions = new(StringComparer.Ordinal)
    {
        ["H0"] = "hs1992",
        ["H1"] = "hs1996",
        ["H2"] = "hs2002",
        ["H3"] = "hs2007",
        ["H4"] = "hs2012",
        ["H5"] = "hs2017",
        ["H6"] = "hs2022",
    };

    /// <summary>Reads a file.</summary>
    /// <param name="path">The CSV file.</param>
    /// <param name="declaration">Whose declarations are taken: a flow is declared by both sides, and the two differ.</param>
    /// <param name="cancellation">Stops the reading at the next row.</param>
    /// <exception cref="TableException">The file does not fit either layout, or a flow is there twice.</exception>
    public static TradeFlows Read(string path, TradeDeclaration declaration, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        using CsvFile file = TradeFile.Open(path, cancellation);
        var columns = ComtradeColumns.Of(file);
        var flows = new List<TradeFlow>();
        var editions = new SortedSet<string>(StringComparer.Ordinal);
        (int other, int again) = (0, 0);
        while (file.Read())
        {
            ComtradeDirection direction = columns.DirectionOf(file);
            if (direction == ComtradeDirection.Again)
            {
                again++;
            }
            else if ((direction == ComtradeDirection.Export) != (declaration == TradeDeclaration.Exports))
            {
                other++;
            }
            else
            {
                editions.Add(file.Text(columns.Classification));
                flows.Add(FlowOf(file, columns, declaration));
            }
        }

        return new TradeFlows(Metadata(declaration, editions, other, again), flows);
    }

    private static TradeFlow FlowOf(CsvFile file, ComtradeColumns columns, TradeDeclaration declaration)
    {
        string reporter = Code(file, columns.Reporter, columns.ReporterNumber);
        string partner = Code(file, columns.Partner, columns.PartnerNumber);
        double? kilograms = TradeFile.MaybeNumber(file, columns.Weight);
        (string exporter, string importer) = declaration == TradeDeclaration.Exports ? (reporter, partner) : (partner, reporter);
        string product = file.Text(columns.Product);
        return new TradeFlow(
            TradeFile.Year(file, columns.Year),
            exporter,
            importer,
            product.Length > 0
                ? string.Intern(product)
                : throw file.Fault(columns.Product, "the code of the product is missing. Give it as text, with its leading zeros."),
            TradeFile.Value(file, columns.Value),
            // The source writes 0 where no weight was declared.
            kilograms is > 0
                ? kilograms / KilogramsInTonne
                : null
        );
    }

    /// <summary>The code of an economy, or its number where the source has no code for it, as for "Other Asia, nes".</summary>
    private static string Code(CsvFile file, int code, int number) =>
        file.Text(code) is { Length: > 0 } text ? (text is "W00" ? "WLD" : string.Intern(text))
        : number >= 0 && file.Text(number) is { Length: > 0 } digits ? string.Intern(digits)
        : throw file.Fault(code, "the code of the economy is missing. Fill it, or remove the row.");

    private static TradeMetadata Metadata(TradeDeclaration declaration, SortedSet<string> editions, int other, int again)
    {
        bool exports = declaration == TradeDeclaration.Exports;
        List<string> derivations = [];
        if (other > 0)
        {
            derivations.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{other} declarations of {(exports ? "imports" : "exports")} are left out: a flow is taken from one side."
                )
            );
        }

        if (again > 0)
        {
            derivations.Add(string.Create(CultureInfo.InvariantCulture, $"{again} re-exports and re-imports are left out."));
        }

        return new TradeMetadata(
            $"UN Comtrade, {(exports ? "exports" : "imports")} as declared",
            "USD",
            1,
            editions.Count == 1
                ? Editions.GetValueOrDefault(editions.Min!, editions.Min!)
                : string.Join(" and ", editions.Select(e => Editions.GetValueOrDefault(e, e))),
            exports ? "free on board, as declared" : "with cost, insurance and freight, as declared",
            "United Nations Statistics Division, UN Comtrade database",
            "UN Comtrade terms: free use with the source named; passing on is limited by its policy",
            MayBePassedOn: false,
            derivations
        );
    }
}
