using System.Globalization;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;
using Rootscope.Tables.Economies;
using Rootscope.Tables.Trade;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>
/// Reads trade of the Atlas of Economic Complexity (Growth Lab, Harvard): one line an economy, product and year, with or without partners.
/// </summary>
/// <remarks>
/// Value: US dollars. Columns: year, the economy (country_iso3_code or location_code), the partner where the file has one, the product
/// (product_hs92_code, hs_product_code, product_code …) and export_value. Exports are read; imports of the same file are the mirror of
/// them. Without partners, the importer is WLD.
/// </remarks>
public static class AtlasReader
{
    private static readonly string[] Economies = ["country_iso3_code", "location_code", "iso3_code"];
    private static readonly string[] Partners = ["partner_iso3_code", "partner_code", "partner_country_iso3_code"];
    private static readonly string[] Products =
    [
        "product_hs92_code",
        "product_hs12_code",
        "product_hs22_code",
        "product_sitc_code",
        "hs_product_code",
        "sitc_product_code",
        "product_code",
    ];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The CSV file.</param>
    /// <param name="cancellation">Stops the reading at the next row.</param>
    /// <exception cref="TableException">The file does not fit the layout, or a flow is there twice.</exception>
    public static TradeFlows Read(string path, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        using CsvFile file = CsvFile.Open(path, cancellation);
        int year = file.Column("year");
        int value = file.Column("export_value");
        int economy = FirstOf(file, Economies);
        int product = FirstOf(file, Products);
        int partner = Array.Find(Partners, p => file.Find(p) >= 0) is { } named ? file.Find(named) : -1;
        var flows = new List<TradeFlow>();
        int none = 0;
        while (file.Read())
        {
            double exported = TradeFile.Value(file, value);
            if (exported > 0)
            {
                string buyer = partner < 0 ? "WLD" : string.Intern(EconomyIdentities.CodeOf(TradeFile.Code(file, partner)));
                flows.Add(
                    new TradeFlow(
                        TradeFile.Year(file, year),
                        string.Intern(EconomyIdentities.CodeOf(TradeFile.Code(file, economy))),
                        buyer,
                        string.Intern(TradeFile.Code(file, product)),
                        exported,
                        null
                    )
                );
            }
            else
            {
                none++;
            }
        }

        return new TradeFlows(Metadata(file.Header[product], partner < 0, none), flows);
    }

    private static int FirstOf(CsvFile file, string[] names) =>
        Array.Find(names, n => file.Find(n) >= 0) is { } found ? file.Find(found) : file.Column(names[0]);

    private static TradeMetadata Metadata(string product, bool all, int none)
    {
        List<string> derivations = [];
        if (all)
        {
            derivations.Add("The file has no partners: every flow goes to WLD.");
        }

        if (none > 0)
        {
            derivations.Add(string.Create(CultureInfo.InvariantCulture, $"{none} lines without exports are left out."));
        }

        string classification =
            product.Contains("hs92", StringComparison.Ordinal) ? "hs1992"
            : product.Contains("hs12", StringComparison.Ordinal) ? "hs2012"
            : product.Contains("hs22", StringComparison.Ordinal) ? "hs2022"
            : product.Contains("sitc", StringComparison.Ordinal) ? "sitc2"
            : "not stated";
        return new TradeMetadata(
            $"Atlas of Economic Complexity, exports, {classification}",
            "USD",
            1,
            classification,
            "not stated",
            "The Growth Lab at Harvard University, Atlas of Economic Complexity; made from UN Comtrade",
            "not stated by the file: see the terms of the Atlas; do not pass on",
            MayBePassedOn: false,
            derivations
        );
    }
}
