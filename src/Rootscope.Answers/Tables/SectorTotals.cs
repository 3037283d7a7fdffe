using Rootscope.Answers.Reports;
using Rootscope.Tables;
using Rootscope.Tables.Regions;

namespace Rootscope.Answers.Tables;

/// <summary>The totals of one sector of a table. Unit of amounts: the table's money.</summary>
/// <param name="Region">Its region.</param>
/// <param name="Industry">Its industry.</param>
internal sealed record SectorTotals(Region Region, Industry Industry)
{
    /// <summary>Its output.</summary>
    public required double Output { get; init; }

    /// <summary>What it sells to industries.</summary>
    public required double IntermediateSales { get; init; }

    /// <summary>What it sells to final users.</summary>
    public required double FinalSales { get; init; }

    /// <summary>What it buys from industries.</summary>
    public required double Inputs { get; init; }

    /// <summary>What it adds.</summary>
    public required double ValueAdded { get; init; }

    /// <summary>Imports of such products; null where imports are flows between regions.</summary>
    public required double? Imports { get; init; }

    /// <summary>Share of what is used of them that is imported; null where imports are flows between regions. Unit: share.</summary>
    public required double? ImportShare { get; init; }

    public static readonly Column<SectorTotals> Code = Text("code", "Code of the industry.", "code", s => s.Industry.Code);

    public static readonly Column<SectorTotals> GrossOutput = Money("output", "Its output.", "output", s => s.Output);

    public static readonly Column<SectorTotals> ImportsOfProduct = Money(
        "imports",
        "Imports of such products; null where imports are flows between regions.",
        "imports",
        s => s.Imports
    );

    public static readonly Column<SectorTotals> ImportedShare = new(
        "importShare",
        "share",
        "Imports over output plus imports less exports, within 0 and 1; null where imports are flows.",
        ColumnStyle.Share,
        "import share",
        s => s.ImportShare
    );

    /// <summary>Their columns, the same for the command line, the API, assistants and figures.</summary>
    public static IReadOnlyList<Column<SectorTotals>> Columns { get; } =
    [
        Text("region", "Code of the region.", "region", s => s.Region.Code),
        Code,
        Text("name", "Its English name.", "name", s => s.Industry.Name),
        Text("localName", "Its name in the source's language.", "local name", s => s.Industry.LocalName),
        GrossOutput,
        Money("intermediateSales", "What it sells to industries.", null, s => s.IntermediateSales),
        Money("finalSales", "What it sells to final users.", null, s => s.FinalSales),
        Money("inputs", "What it buys from industries.", null, s => s.Inputs),
        Money("valueAdded", "What it adds.", null, s => s.ValueAdded),
        ImportsOfProduct,
        ImportedShare,
    ];

    /// <summary>The totals of every sector, in the order of the table.</summary>
    public static IReadOnlyList<SectorTotals> Of(FlowTable table)
    {
        var inputs = new double[table.Size];
        for (int seller = 0; seller < table.Size; seller++)
        {
            ReadOnlySpan<double> sales = table.SalesOf(new(seller));
            for (int buyer = 0; buyer < sales.Length; buyer++)
            {
                inputs[buyer] += sales[buyer];
            }
        }

        double[] added = ValueAddedOf(table);
        var shares = ImportShares.Of(table);
        return
        [
            .. Enumerable
                .Range(0, table.Size)
                .Select(s => new SectorTotals(table.Sectors.RegionOf(new(s)), table.Sectors.IndustryOf(new(s)))
                {
                    Output = table.Output[s],
                    IntermediateSales = Sum(table.SalesOf(new(s))),
                    FinalSales = Sum(table.FinalDemandFor(new(s))),
                    Inputs = inputs[s],
                    ValueAdded = added[s],
                    Imports = table.HasImports ? table.Imports[s] : null,
                    ImportShare = table.HasImports ? shares.Values[s] : null,
                }),
        ];
    }

    /// <summary>The value added of every sector, all its categories together.</summary>
    internal static double[] ValueAddedOf(FlowTable table)
    {
        var added = new double[table.Size];
        for (int i = 0; i < table.ValueAdded.Length; i++)
        {
            added[i % table.Size] += table.ValueAdded[i];
        }

        return added;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static Column<SectorTotals> Text(string name, string meaning, string heading, Func<SectorTotals, object?> value) =>
        new(name, string.Empty, meaning, ColumnStyle.Text, heading, value);

    private static Column<SectorTotals> Money(string name, string meaning, string? heading, Func<SectorTotals, object?> value) =>
        new(name, Column.Money, meaning, ColumnStyle.Money, heading, value);
}
