using Rootscope.Accounts.Trade;
using Rootscope.Tables;

namespace Rootscope.Accounts.Measures;

/// <summary>Value added in trade: totals of each exporter, its nine terms, participation in value chains, footprints.</summary>
internal static class TradeMeasures
{
    private const string OecdSource = "OECD TiVA (2021), EXGR_DVA and EXGR_FVA";
    private const string GvcSource = "Borin and Mancini (2019); Borin, Mancini and Taglioni (2021)";

    private static readonly AccountParameter[] OneName = [AccountParameter.Supplier];
    private static readonly AccountParameter[] Pair = [AccountParameter.Supplier, AccountParameter.Buyer];

    private static readonly string[] NineMeanings =
    [
        "Domestic value added in exports of final goods.",
        "Domestic value added in exports of inputs that the direct importer uses for what it uses itself.",
        "Domestic value added in exports of inputs that the direct importer exports to third regions.",
        "Domestic value added that comes back in imports of final goods.",
        "Domestic value added that comes back in imports of inputs and is used at home.",
        "Domestic value added that is counted more than once in gross exports.",
        "Foreign value added in exports of final goods.",
        "Foreign value added in exports of inputs.",
        "Foreign value added that is counted more than once in gross exports.",
    ];

    public static IEnumerable<AccountMeasure> All() =>
        [
            Total(
                "exports-gross",
                t => t.Exports,
                "Gross exports of what the region makes: all that it delivers to others, or the columns of exports of a one-region table "
                    + "(purchases by non-residents among them) less what of them was imported, where the source tells re-exports.",
                "Johnson and Noguera (2012)"
            ),
            Total(
                "exports-domestic-value-added",
                t => t.DomesticValueAdded,
                "Domestic value added in the region's exports, each unit counted once: what it would lose without exports.",
                "Los, Timmer and de Vries (2016)"
            ),
            Total(
                "exports-import-content",
                t => Less(t.Exports, t.DomesticValueAdded),
                "Import content of the region's exports, vertical specialisation: gross exports less domestic value added.",
                "Hummels, Ishii and Yi (2001)"
            ),
            Total(
                "exports-domestic-content",
                t => t.DomesticContent,
                "Domestic content of the region's exports, with what is counted more than once.",
                OecdSource
            ),
            Total(
                "exports-foreign-content",
                t => Less(t.Exports, t.DomesticContent),
                "Exports of the region less their domestic content; in a closed world the content of all others.",
                OecdSource
            ),
            Total(
                "exports-domestic-double-counted",
                t => Less(t.DomesticContent, t.DomesticValueAdded),
                "Domestic value added that is counted more than once in the region's exports.",
                "Koopman, Wang and Wei (2014)"
            ),
            new(
                (table, options, cancellation) =>
                    AccountFigures.OfRegionPairs(
                        table,
                        ExportTotals.Of(Inverse(table, options, cancellation), cancellation).ForeignContentBySource.ToArray(),
                        AccountNotes.ManyRegions(table)
                    )
            )
            {
                Name = "exports-foreign-content-by-source",
                Unit = AccountUnit.Money,
                Shape = AccountShape.RegionPair,
                Parameters = Pair,
                Meaning = "Value added of the region in the exports of the partner, with what is counted more than once.",
                Source = OecdSource,
            },
            new(
                (table, options, cancellation) =>
                    AccountFigures.OfRegionPairs(
                        table,
                        Footprints.ValueAddedExports(Inverse(table, options, cancellation)),
                        AccountNotes.ManyRegions(table)
                    )
            )
            {
                Name = "value-added-exports",
                Unit = AccountUnit.Money,
                Shape = AccountShape.RegionPair,
                Parameters = Pair,
                Meaning = "Value added of the region that is finally used in the partner region, by whatever way it gets there (VAX).",
                Source = "Johnson and Noguera (2012)",
            },
            .. NineTerms.Names.Select(Nine),
            Gvc(
                "gvc-trade",
                AccountUnit.Money,
                "Exports that cross more than one border on their way to final use: gross exports less what the direct importer uses.",
                (exports, _, direct) => exports - direct
            ),
            Gvc(
                "gvc-backward",
                AccountUnit.Money,
                "Backward part of trade in value chains: gross exports less domestic value added.",
                (exports, domestic, _) => exports - domestic
            ),
            Gvc(
                "gvc-forward",
                AccountUnit.Money,
                "Forward part of trade in value chains: domestic value added that the direct importer exports again.",
                (_, domestic, direct) => domestic - direct
            ),
            Gvc(
                "gvc-participation",
                AccountUnit.Share,
                "Share of gross exports that crosses more than one border.",
                (exports, _, direct) => exports == 0 ? null : (exports - direct) / exports
            ),
            new(Footprint)
            {
                Name = "footprint-value-added",
                Unit = AccountUnit.Money,
                Shape = AccountShape.SectorAndRegion,
                Parameters = Pair,
                Meaning = "Value added of the sector that the final use of the partner region sets in motion, anywhere on the way.",
                Source = "Miller and Blair (2009), chapter 6; Johnson and Noguera (2012)",
            },
            new(Content)
            {
                Name = "value-added-content",
                KeyBuys = true,
                Unit = AccountUnit.Share,
                Shape = AccountShape.SectorAndRegion,
                Parameters = Pair,
                Meaning = "Value added of the partner region in one unit of final demand for the sector's product.",
                Source = "Koopman, Wang and Wei (2014)",
            },
        ];

    private static TotalRequirements Inverse(FlowTable table, AccountOptions options, CancellationToken cancellation) =>
        TotalRequirements.Of(table, InputOrigin.Domestic, options.Inverse, cancellation);

    private static double[] Less(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double[] difference = a.ToArray();
        Numerics.DenseKernels.AddScaled(difference, -1, b);
        return difference;
    }

    private delegate ReadOnlySpan<double> TotalOf(ExportTotals totals);

    private static AccountMeasure Total(string name, TotalOf total, string meaning, string source) =>
        new(
            (table, options, cancellation) =>
            {
                var totals = ExportTotals.Of(Inverse(table, options, cancellation), cancellation);
                return AccountFigures.OfRegions([.. total(totals).ToArray().Select(v => (double?)v)], AccountNotes.Domestic(table));
            }
        )
        {
            Name = name,
            Unit = AccountUnit.Money,
            NeedsExports = true,
            Shape = AccountShape.Region,
            Parameters = OneName,
            Meaning = meaning,
            Source = source,
        };

    private static AccountMeasure Nine(string term, int number) =>
        new(
            (table, options, cancellation) =>
            {
                TotalRequirements total = Inverse(table, options, cancellation);
                bool defined = table.Sectors.Regions.Count > 1;
                return AccountFigures.OfRegions(
                    [.. NineTerms.Of(total, cancellation).Select(t => defined ? t.ToList()[number] : (double?)null)],
                    AccountNotes.ManyRegions(table)
                );
            }
        )
        {
            Name = "exports-" + term,
            Unit = AccountUnit.Money,
            Shape = AccountShape.Region,
            Parameters = OneName,
            Meaning = NineMeanings[number],
            Source = "Koopman, Wang and Wei (2014)",
        };

    private static AccountMeasure Gvc(string name, AccountUnit unit, string meaning, Func<double, double, double, double?> value) =>
        new(
            (table, options, cancellation) =>
            {
                int regions = table.Sectors.Regions.Count;
                IReadOnlyList<ExportTerms> terms = BorinMancini.SourceBased(Inverse(table, options, cancellation), cancellation);
                return AccountFigures.OfRegions(
                    [
                        .. Enumerable
                            .Range(0, regions)
                            .Select(s => terms.Skip(s * regions).Take(regions))
                            .Select(row =>
                                regions == 1
                                    ? null
                                    : value(
                                        row.Sum(t => t.Exports),
                                        row.Sum(t => t.DomesticValueAdded),
                                        row.Sum(t => t.AbsorbedDirectly ?? 0)
                                    )
                            ),
                    ],
                    AccountNotes.ManyRegions(table)
                );
            }
        )
        {
            Name = name,
            Unit = unit,
            Shape = AccountShape.Region,
            Parameters = OneName,
            Meaning = meaning,
            Source = GvcSource,
        };

    private static AccountFigures Footprint(FlowTable table, AccountOptions options, CancellationToken cancellation)
    {
        var shares = ValueAddedShares.Of(table);
        return AccountFigures.OfSectorsAndRegions(
            table,
            Footprints.Of(Inverse(table, options, cancellation), shares.Values),
            AccountNotes.Domestic(table).Concat(AccountNotes.NegativeValueAdded(shares))
        );
    }

    private static AccountFigures Content(FlowTable table, AccountOptions options, CancellationToken cancellation)
    {
        var shares = ValueAddedShares.Of(table);
        double[] content = RegionContent.ByRegion(Inverse(table, options, cancellation), shares.Values);
        int regions = table.Sectors.Regions.Count;
        return AccountFigures.OfSectorsAndRegions(
            table,
            [.. Enumerable.Range(0, content.Length).Select(at => content[(at % regions * table.Size) + (at / regions)])],
            AccountNotes.Domestic(table).Concat(AccountNotes.NegativeValueAdded(shares))
        );
    }
}
