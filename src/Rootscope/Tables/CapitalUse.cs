using System.Globalization;
using Rootscope.Tables.Balancing;

namespace Rootscope.Tables;

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
/// <para>Assumption: without a capital-flow table every industry of a region uses capital goods in the same mix. Sources: Lenzen and
/// Treloar (2004); Södersten, Wood and Hertwich (2018), "Endogenizing capital in MRIO models". Cost: one pass over the table for each
/// region; with capital flows, RAS.</para>
/// </remarks>
public sealed class CapitalUse
{
    private CapitalUse(FlowTable table, double[] used, IReadOnlyList<string> notes)
    {
        Table = table;
        Used = used;
        Notes = notes;
    }

    /// <summary>The support table.</summary>
    public FlowTable Table { get; }

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
                new double[table.Size],
                [.. basis.Notes, $"{table.Metadata.Id} has no fixed capital formation, so there is no use of capital goods to add."]
            );
        }

        double[]? pattern = flows?.Over(table.Sectors);
        var parts = new SupportParts(table, basis);
        for (int region = 0; region < table.Sectors.Regions.Count; region++)
        {
            parts.Add(region, pattern, flows?.Name);
        }

        List<string> notes = [.. basis.Notes, Extent(parts.Used.Sum(), basis, flows)];
        return new CapitalUse(parts.ToTable(notes), parts.Used, notes);
    }

    private static string Extent(double used, CapitalBasis basis, CapitalFlows? flows) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{used / basis.Formation.Sum() * 100:0.#}% of fixed capital formation counts as the yearly use of capital goods, spread "
                + $"over industries by {basis.Name}"
        ) + (flows is null ? ", every product in the same way." : $" and the proportions of '{flows.Name}'.");

    /// <summary>The figures of the support table while regions are added.</summary>
    private sealed class SupportParts
    {
        private readonly FlowTable _table;
        private readonly CapitalBasis _basis;
        private readonly int _n;
        private readonly int _industries;
        private readonly double[] _flows;
        private readonly double[] _final;
        private readonly double[] _valueAdded;
        private readonly double[]? _importedFlows;
        private readonly double[]? _importedFinal;

        public SupportParts(FlowTable table, CapitalBasis basis)
        {
            _table = table;
            _basis = basis;
            _n = table.Size;
            _industries = table.Sectors.Industries.Count;
            _flows = table.Flows.ToArray();
            _final = table.FinalDemand.ToArray();
            _valueAdded = table.ValueAdded.ToArray();
            _importedFlows = table.HasImportedFlows ? table.ImportedFlows.ToArray() : null;
            _importedFinal = table.HasImportedFlows ? table.ImportedFinalDemand.ToArray() : null;
            Used = new double[_n];
        }

        public double[] Used { get; }

        public void Add(int region, double[]? pattern, string? name)
        {
            double[] formation = _basis.FormationOf(region);
            double total = formation.Sum();
            double[] depreciation = [.. _basis.DepreciationOf(region)];
            double depreciated = depreciation.Sum();
            if (total <= 0 || depreciated <= 0)
            {
                return;
            }

            double[] use = pattern is null
                ? Spread(formation, depreciation, total)
                : CapitalPattern.Scaled(pattern, formation, depreciation, _basis.IsKnown, $"capital flows '{name}'");
            for (int i = 0; i < _n; i++)
            {
                TakeRow(region, i, formation[i], use.AsSpan(i * _industries, _industries));
            }

            TakeColumns(region, use);
        }

        public FlowTable ToTable(IReadOnlyList<string> notes) =>
            new(
                _table.ToParts() with
                {
                    Metadata = _table.Metadata with { Derivations = [.. _table.Metadata.Derivations, .. notes] },
                    Flows = _flows,
                    FinalDemand = _final,
                    ValueAdded = _valueAdded,
                    ImportedFlows = _importedFlows,
                    ImportedFinalDemand = _importedFinal,
                }
            );

        private static double[] Spread(double[] formation, double[] depreciation, double total)
        {
            var use = new double[formation.Length * depreciation.Length];
            for (int i = 0; i < formation.Length; i++)
            {
                for (int j = 0; j < depreciation.Length; j++)
                {
                    use[(i * depreciation.Length) + j] = formation[i] * depreciation[j] / total;
                }
            }

            return use;
        }

        /// <summary>
        /// Moves a product's use from the region's columns of capital formation to its industries; imported parts move in proportion.
        /// </summary>
        private void TakeRow(int region, int product, double formation, ReadOnlySpan<double> use)
        {
            double moved = Sum(use);
            if (moved <= 0)
            {
                return;
            }

            double share = moved / formation;
            int k = _table.FinalDemandCategories.Count;
            double imported = 0;
            foreach (int c in _basis.ColumnsOf(region))
            {
                int at = (product * k) + c;
                if (_table.FinalDemand[at] > 0)
                {
                    _final[at] -= _table.FinalDemand[at] * share;
                    if (_importedFinal is not null)
                    {
                        imported += _importedFinal[at];
                        _importedFinal[at] -= _importedFinal[at] * share;
                    }
                }
            }

            int start = (product * _n) + (region * _industries);
            for (int j = 0; j < use.Length; j++)
            {
                _flows[start + j] += use[j];
                if (_importedFlows is not null)
                {
                    _importedFlows[start + j] += use[j] * imported / formation;
                }
            }
        }

        private void TakeColumns(int region, double[] use)
        {
            for (int j = 0; j < _industries; j++)
            {
                double used = 0;
                for (int i = 0; i < _n; i++)
                {
                    used += use[(i * _industries) + j];
                }

                int sector = (region * _industries) + j;
                Used[sector] = used;
                _basis.TakeFrom(_valueAdded, sector, used);
            }
        }

        private static double Sum(ReadOnlySpan<double> values)
        {
            double sum = 0;
            foreach (double v in values)
            {
                sum += v;
            }

            return sum;
        }
    }
}
