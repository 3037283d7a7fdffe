using System.Globalization;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Wiod2016;

/// <summary>
/// Reads the world input-output tables of the WIOD, release of 2016: 44 regions × 56 industries, 2000 to 2014, one CSV file a year.
/// </summary>
/// <remarks>
/// Unit: million US dollars, basic prices. The source publishes workbooks, R and Stata files; this reads the CSV export of the last two.
/// Output is the printed GO row's; the rows below the sectors (taxes, adjustments, purchases abroad and by non-residents, transport
/// margins, value added) become primary inputs, except the totals. The files hold every digit, so identities hold to the last of them.
/// </remarks>
internal static class Wiod2016Reader
{
    internal const string Licence = "CC BY 4.0";

    /// <summary>Share of output that a row or column may be off.</summary>
    public const double DefaultTolerance = 1e-4;

    /// <summary>Tables are published with every digit; exports may have cut them to three decimals.</summary>
    private const double HalfDigit = 0.0005;

    private static readonly (string Code, string Name, ValueAddedKind Kind)[] Inputs =
    [
        ("TXSP", "Taxes less subsidies on products", ValueAddedKind.Taxes),
        ("EXP_adj", "Adjustment of exports to their price at the border", ValueAddedKind.Other),
        ("PURR", "Direct purchases abroad by residents", ValueAddedKind.Other),
        ("PURNR", "Purchases by non-residents on domestic territory", ValueAddedKind.Other),
        ("IntTTM", "International transport margins", ValueAddedKind.Other),
        ("VA", "Value added at basic prices", ValueAddedKind.Total),
    ];

    /// <summary>Reads one year of the world table, or one country of the national tables of 2014 in long form.</summary>
    /// <param name="paths">One file: the world table. Two: the flows and the accounts in long form.</param>
    /// <param name="id">The name the table is to have.</param>
    /// <param name="year">The year; where null, the column Year, or the file's name for national tables.</param>
    /// <param name="country">ISO alpha-3 code of the country, for national tables only.</param>
    /// <param name="tolerance">Share of output that a row or column may be off.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="TableException">A file does not fit the layout, a cell is no number, or a row or column does not add
    /// up.</exception>
    public static FlowTable Read(
        IReadOnlyList<string> paths,
        string id,
        int? year = null,
        string? country = null,
        double tolerance = DefaultTolerance,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(paths);
        return paths.Count switch
        {
            1 => ReadWorld(paths[0], id, year, tolerance, cancellation),
            2 => WiodNational.Read(paths, id, year, country, cancellation),
            _ => throw new TableException(
                string.Join(", ", paths),
                "this layout is one file (a world table) or two (flows and accounts of national tables in long form)."
            ),
        };
    }

    private static FlowTable ReadWorld(string path, string id, int? year, double tolerance, CancellationToken cancellation)
    {
        using GridFile file = GridFile.Open(path, ',', cancellation);
        WiotHeader header = WiotHeader.Read(file);
        int n = header.Sectors.Count;
        int k = header.FinalDemand.Count;
        var body = new WiotBody(file, header);
        body.Read();
        double[] output = body.Below("GO");
        PrintedTotals.Check(
            body.RowSums,
            output,
            header.Width,
            HalfDigit,
            tolerance,
            s => $"{path}, line {s + header.Lines + 1}",
            s => $"sector '{body.Label(s)}': the row sums"
        );
        PrintedTotals.Check(
            body.Totals,
            output,
            header.Width,
            HalfDigit,
            tolerance,
            s => $"{path}, line {s + header.Lines + 1}, column {header.Width + header.Labels}",
            s => $"sector '{body.Label(s)}': TOT comes"
        );
        (string Code, string Name, ValueAddedKind Kind)[] inputs = [.. Inputs.Where(v => v.Code is "VA" || body.Has(v.Code))];
        double[] primary = [.. inputs.SelectMany(v => body.Below(v.Code))];
        double[] columns = new double[n];
        Sums.AddColumns(body.Flows, columns);
        Sums.AddColumns(primary, columns);
        PrintedTotals.Check(
            columns,
            output,
            n + Inputs.Length,
            HalfDigit,
            tolerance,
            s => $"{path}, column {s + header.Labels + 1} ('{file.ColumnNames[s + header.Labels]}')",
            _ => "inputs and primary inputs sum"
        );
        SectorIndex sectors = body.Sectors();
        return new FlowTable(
            new FlowTableParts
            {
                Metadata = Metadata(id, year ?? body.Year ?? SourceYear.Of(path, null), sectors),
                Sectors = sectors,
                FinalDemandCategories = header.FinalDemand,
                ValueAddedCategories = [.. inputs.Select(v => new ValueAddedCategory(v.Code, v.Name, v.Kind))],
                Flows = body.Flows,
                FinalDemand = body.FinalDemand,
                ValueAdded = primary,
                Output = output,
            }
        );
    }

    private static TableMetadata Metadata(string id, int year, SectorIndex sectors) =>
        WiodNational.Metadata(
            id,
            year,
            string.Create(
                CultureInfo.InvariantCulture,
                $"World {year}, WIOD 2016, {sectors.Regions.Count} regions × {sectors.Industries.Count} industries"
            ),
            [
                LayoutNames.EditionOf("wiod2016", sectors.Regions.Count, sectors.Industries.Count),
                "Primary inputs are the source's rows TXSP, EXP_adj, PURR, PURNR, IntTTM and VA; the totals II_fob and GO are checked "
                    + "or left out.",
                "The same rows under final uses are no sector's input and are left out.",
            ]
        );
}
