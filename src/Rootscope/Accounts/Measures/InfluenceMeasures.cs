using Rootscope.Accounts.Centrality;
using Rootscope.Tables;

namespace Rootscope.Accounts.Measures;

/// <summary>Key sectors, spread of linkages, betweenness, and what single coefficients matter.</summary>
internal static class InfluenceMeasures
{
    public static IEnumerable<AccountMeasure> All() =>
        [
            OfSectors(
                "key-sector",
                AccountUnit.Ratio,
                (direct, _, _) => [.. Linkages.KeySectors(direct).Select(v => (double?)v)],
                "The smaller of power and sensitivity of dispersion: above 1 the sector is a key sector, which pulls and is pulled "
                    + "more than most.",
                "Rasmussen (1956); Hirschman (1958)"
            ),
            OfSectors(
                "linkage-variation",
                AccountUnit.Ratio,
                (direct, options, cancellation) => LinkageVariation.Backward(TotalRequirements.Of(direct, options, cancellation)),
                "Coefficient of variation of the sector's column of the Leontief inverse: low where its pull is spread over many.",
                "Rasmussen (1956)"
            ),
            OfSectors(
                "linkage-variation-forward",
                AccountUnit.Ratio,
                (direct, options, cancellation) => LinkageVariation.Forward(TotalRequirements.Of(direct, options, cancellation)),
                "Coefficient of variation of the sector's row of the Leontief inverse: low where many pull on it.",
                "Rasmussen (1956)"
            ),
            OfSectors(
                "betweenness",
                AccountUnit.Money,
                (direct, _, _) => [.. Betweenness.Of(direct).Select(v => (double?)v)],
                "Value added that passes through the sector, from a supplier to a buyer, on all structural paths.",
                "Liang, Qu and Xu (2016)"
            ),
            OfCells(
                "field-of-influence",
                AccountUnit.Ratio,
                (influence, i, j) => influence.Field(new(i), new(j)),
                "Sum of the squares of the change of all cells of the Leontief inverse per unit of change of the partner's input of "
                    + "the sector's product.",
                "Sonis and Hewings (1992)"
            ),
            OfCells(
                "coefficient-tolerance",
                AccountUnit.Share,
                (influence, i, j) => influence.Tolerance(new(i), new(j)),
                "Share by which the partner's input of the sector's product may rise before any sector's output changes by more than "
                    + "1%; small where the coefficient is important.",
                "Schintke and Stäglin (1988)"
            ),
        ];

    private static AccountMeasure OfSectors(
        string name,
        AccountUnit unit,
        Func<DirectRequirements, InverseOptions, CancellationToken, IReadOnlyList<double?>> values,
        string meaning,
        string source
    ) =>
        new(
            (table, options, cancellation) =>
                AccountFigures.OfSectors(
                    table,
                    values(DirectRequirements.Of(table, InputOrigin.Domestic), options.Inverse, cancellation),
                    AccountNotes.Domestic(table)
                )
        )
        {
            Name = name,
            Unit = unit,
            Meaning = meaning,
            Source = source,
        };

    private static AccountMeasure OfCells(
        string name,
        AccountUnit unit,
        Func<CoefficientInfluence, int, int, double?> value,
        string meaning,
        string source
    ) =>
        new(
            (table, options, cancellation) =>
            {
                var influence = CoefficientInfluence.Of(TotalRequirements.Of(table, InputOrigin.Domestic, options.Inverse, cancellation));
                return AccountFigures.OfSectorPairs(table, (i, j) => value(influence, i, j), AccountNotes.Domestic(table));
            }
        )
        {
            Name = name,
            Unit = unit,
            Shape = AccountShape.SectorPair,
            Parameters = [AccountParameter.Supplier, AccountParameter.Buyer],
            Meaning = meaning,
            Source = source,
        };
}
