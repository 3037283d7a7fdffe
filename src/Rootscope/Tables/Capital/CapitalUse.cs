using System.Globalization;

namespace Rootscope.Tables.Capital;

/// <summary>The support table S = Z + K of an economy: its flows with the yearly use of capital goods among them.</summary>
/// <remarks>
/// <para>K_ij is what industry j uses up of capital good i in a year. Fixed capital formation by product is spread over industries by their
/// consumption of fixed capital: K_ij = g_i δ_j / Σ g, or in the proportions of a capital-flow table, scaled to both totals (RAS). K leaves
/// final demand by row and depreciation by column, so every row and column identity that held before holds after, and outputs, imports and
/// exports are as they were. What is left in final demand is net capital formation; what is left of value added is net of
/// depreciation.</para>
/// <para>A table without depreciation is taken as stationary: all fixed capital formation replaces what is used up, spread by operating
/// surplus, or by value added where that is all there is. Negative capital formation stays in final demand. All this is told in
/// <see cref="Notes"/>.</para>
/// <para>Flows of another economy are brought to the table's industries by output and may be mixed with some of the spread by depreciation
/// where they cannot be scaled; for parts of industries that were split, the use of the whole industries is divided.</para>
/// <para>Assumption: without a capital-flow table every industry of a region uses capital goods in the same mix. Sources: Lenzen and
/// Treloar (2004); Södersten, Wood and Hertwich (2018), "Endogenizing capital in MRIO models". Cost: one pass over the table for each
/// region; with capital flows, RAS.</para>
/// </remarks>
public sealed class CapitalUse
{
    private readonly double[] _cells;

    private CapitalUse(FlowTable table, double[] cells, double[] used, double mixed, IReadOnlyList<string> notes)
    {
        _cells = cells;
        Table = table;
        Used = used;
        Mixed = mixed;
        Notes = notes;
    }

    /// <summary>The support table.</summary>
    public FlowTable Table { get; }

    /// <summary>
    /// K: what the sector of the column uses up of the goods of the sector of the row in a year, n × n, row-major; what the support table's
    /// flows have more than the table's. Unit: the table's money.
    /// </summary>
    public ReadOnlySpan<double> Cells => _cells;

    /// <summary>
    /// The share of the spread by depreciation that was mixed into the capital flows, because they could not be scaled otherwise; the
    /// largest of all regions. 0 without capital flows, and 1 where they could not be scaled at all. Unit: share.
    /// </summary>
    public double Mixed { get; }

    /// <summary>Capital goods that each sector uses up in a year, the column sums of K, n. Unit: the table's money.</summary>
    public IReadOnlyList<double> Used { get; }

    /// <summary>What was assumed, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Builds the support table.</summary>
    /// <param name="table">A table of one or many regions.</param>
    /// <param name="flows">Which industries take which capital goods; null spreads every product in the same way.</param>
    /// <exception cref="TableException">The capital flows name an industry that the table lacks, or cannot be scaled to its
    /// totals.</exception>
    public static CapitalUse Of(FlowTable table, CapitalFlows? flows = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        var basis = CapitalBasis.Of(table);
        if (basis.Formation.Sum() == 0)
        {
            return new CapitalUse(
                table,
                new double[table.Size * table.Size],
                new double[table.Size],
                0,
                [.. basis.Notes, $"{table.Metadata.Id} has no fixed capital formation, so there is no use of capital goods to add."]
            );
        }

        int[]? groupOf = flows is null ? null : CapitalSeeds.GroupsOf(flows, table.Sectors);
        CapitalSeeds? seeds =
            flows is null ? null
            : groupOf is null ? CapitalSeeds.Of(flows, table.Sectors)
            : CapitalSeeds.OfWholes(flows, table.Sectors, groupOf);
        var parts = new SupportParts(table, basis);
        for (int region = 0; region < table.Sectors.Regions.Count; region++)
        {
            parts.Add(region, flows, seeds, groupOf);
        }

        List<string> notes = [.. basis.Notes, Extent(parts.Used.Sum(), basis, flows, parts.Mixed)];
        return new CapitalUse(parts.ToTable(notes), parts.Use, parts.Used, parts.Mixed, notes);
    }

    private static string Extent(double used, CapitalBasis basis, CapitalFlows? flows, double mixed) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{used / basis.Formation.Sum() * 100:0.#}% of fixed capital formation counts as the yearly use of capital goods, spread "
                + $"over industries by {basis.Name}"
        )
        + (
            flows is null ? ", every product in the same way."
            : mixed >= 1 ? $", every product in the same way, because the proportions of '{flows.Name}' cannot be scaled to it."
            : $" and the proportions of '{flows.Name}'."
        )
        + (
            mixed is > 0 and < 1
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $" The proportions cannot be scaled as they are: {mixed * 100:0.#}% of the spread by {basis.Name} is mixed in."
                )
                : string.Empty
        );
}
