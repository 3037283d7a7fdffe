using Rootscope.Accounts.Centrality;
using Rootscope.Accounts.Trade;
using Rootscope.Tables;

namespace Rootscope.Accounts.Measures;

/// <summary>Multipliers, import content and sales weights.</summary>
internal static class MultiplierMeasures
{
    public static IEnumerable<AccountMeasure> All() =>
        [
            new(Output(InputOrigin.Domestic))
            {
                Name = "output-multiplier",
                Unit = AccountUnit.Ratio,
                Meaning =
                    "Output of all sectors, direct and indirect, in one unit of final demand for the sector's product; domestic output "
                    + "where imports stand in a column.",
                Source = "Leontief (1936); Miller and Blair (2009), chapter 6",
            },
            new(Output(InputOrigin.All))
            {
                Name = "output-multiplier-total",
                Unit = AccountUnit.Ratio,
                Meaning = "The output multiplier with imported inputs counted as if they were made at home.",
                Source = "Leontief (1936); Miller and Blair (2009), chapter 6",
            },
            new(ValueAdded)
            {
                Name = "value-added-multiplier",
                Unit = AccountUnit.Ratio,
                Meaning =
                    "Value added of all sectors of the table in one unit of final demand for the sector's product; 1 throughout a "
                    + "table that is closed.",
                Source = "Miller and Blair (2009), chapter 6",
            },
            new(Imported)
            {
                Name = "import-content",
                Unit = AccountUnit.Share,
                Meaning =
                    "Share of one unit of final demand for the sector's product that is paid to other countries, directly or through "
                    + "its inputs.",
                Source = "Hummels, Ishii and Yi (2001)",
            },
            new((table, _, _) => AccountFigures.OfSectors(table, DomarWeights.Of(table)))
            {
                Name = "domar-weight",
                Unit = AccountUnit.Ratio,
                Meaning = "The sector's output over the value added of the whole table.",
                Source = "Domar (1961); Hulten (1978)",
            },
        ];

    private static Func<FlowTable, AccountOptions, CancellationToken, AccountFigures> Output(InputOrigin origin) =>
        (table, _, _) =>
        {
            SeriesSum sum = Multipliers.OutputWithBound(DirectRequirements.Of(table, origin));
            return AccountFigures.OfSectors(table, sum.Values, [.. Origin(table, origin), AccountNotes.Bound(sum)]);
        };

    private static AccountFigures ValueAdded(FlowTable table, AccountOptions options, CancellationToken cancellation)
    {
        var shares = ValueAddedShares.Of(table);
        SeriesSum sum = Multipliers.PerUnitOfFinalDemandWithBound(DirectRequirements.Of(table, InputOrigin.Domestic), shares.Values);
        return AccountFigures.OfSectors(
            table,
            sum.Values,
            [.. AccountNotes.Domestic(table), .. AccountNotes.NegativeValueAdded(shares), AccountNotes.Bound(sum)]
        );
    }

    private static AccountFigures Imported(FlowTable table, AccountOptions options, CancellationToken cancellation) =>
        AccountFigures.OfSectors(
            table,
            ImportContent.Of(table, options.Inverse, cancellation),
            AccountNotes.Domestic(table).Concat(AccountNotes.NegativeValueAdded(ValueAddedShares.Of(table)))
        );

    internal static IEnumerable<string> Origin(FlowTable table, InputOrigin origin) =>
        origin == InputOrigin.Domestic ? AccountNotes.Domestic(table) : AccountNotes.Total(table);
}
