using Rootscope.Accounts.Trade;
using Rootscope.Networks;
using Rootscope.Tables;
using Rootscope.Tables.Regions;

namespace Rootscope.Shocks.Lenses.Cascade.Sectors;

/// <summary>What one sector delivers to one region, where a shock can stop it.</summary>
/// <param name="Seller">Number of the sector that delivers.</param>
/// <param name="Region">Number of the region that buys; <see cref="SectorNodes.Abroad"/> for all that lies outside the table.</param>
internal readonly record struct Border(int Seller, int Region);

/// <summary>The sectors of a table as the nodes of a network in which supply can fall short at home, abroad and at borders.</summary>
/// <remarks>
/// First the sectors, in table order. Then, where the table has imports, what abroad supplies of each sector's product: a node that sells
/// and buys nothing. Then borders: what crosses one is bought from its seller and sold on to the buyers of the region, final ones included,
/// so that a loss there is missed by buyers and by the seller alike. Own use and negative flows are left out, as in
/// <see cref="TableNetwork"/>. Last comes value added, an input of every sector that never falls short: so all cost is in the network.
/// </remarks>
internal sealed class SectorNodes
{
    /// <summary>The number that stands for what lies outside a table.</summary>
    public const int Abroad = -1;

    /// <summary>The code of value added as an input; no code of a classification has a blank.</summary>
    public const string Factors = "value added";

    private readonly FlowTable _table;
    private readonly List<int> _suppliers = [];
    private readonly List<int> _customers = [];
    private readonly List<double> _values = [];
    private readonly double[] _revenue;
    private readonly bool _hasImports;
    private readonly IReadOnlyList<Border> _borders;
    private readonly Dictionary<Border, int> _nodeOf;
    private readonly double[] _through;

    private SectorNodes(FlowTable table, IReadOnlyList<Border> borders)
    {
        (_table, _borders) = (table, borders);
        _hasImports = table.HasImports || table.HasImportedFlows;
        _nodeOf = borders.Select((b, at) => (b, at)).ToDictionary(p => p.b, p => FirstBorder + p.at);
        _through = new double[borders.Count];
        _revenue = new double[FirstBorder + borders.Count + 1];
        Array.Fill(_revenue, double.NaN);
        AddFlows(DomesticFlows.Of(table));
        if (borders.Count > 0)
        {
            AddBorders(RegionalDeliveries.Of(table));
        }

        double[] valueAdded = TableTotals.ValueAdded(table);
        for (int j = 0; j < table.Size; j++)
        {
            Add(_revenue.Length - 1, j, valueAdded[j]);
        }

        Network = SupplyNetwork.Of(Firms(), [.. _suppliers], [.. _customers], [.. _values]);
    }

    /// <summary>The network of all nodes.</summary>
    public SupplyNetwork Network { get; }

    private int FirstBorder => _hasImports ? 2 * _table.Size : _table.Size;

    /// <summary>Makes the nodes; borders each once.</summary>
    public static SectorNodes Of(FlowTable table, IReadOnlyList<Border> borders) => new(table, borders);

    /// <summary>The node of what abroad supplies of a sector's product; null where the table has no imports.</summary>
    public int? ImportsOf(int sector) => _hasImports ? _table.Size + sector : null;

    /// <summary>The node of a border.</summary>
    public int NodeOf(Border border) => _nodeOf[border];

    private void AddFlows(double[] flows)
    {
        int n = _table.Size;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double home = flows[(i * n) + j];
                if (i == j)
                {
                    _revenue[i] = Known(_table.Output[i] - Math.Max(0, home));
                    continue;
                }

                int supplier = _nodeOf.GetValueOrDefault(new Border(i, _table.Sectors.RegionNumberOf(new(j))), i);
                Add(supplier, j, home);
                if (supplier != i)
                {
                    _through[supplier - FirstBorder] += Math.Max(0, home);
                }

                Add(n + i, j, _hasImports ? _table.Flows[(i * n) + j] - home : 0);
            }
        }
    }

    private void AddBorders(RegionalDeliveries deliveries)
    {
        for (int at = 0; at < _borders.Count; at++)
        {
            (int seller, int region) = _borders[at];
            double final =
                region == Abroad ? deliveries.Exports[seller] : deliveries.Final[(seller * _table.Sectors.Regions.Count) + region];
            double sold = _through[at] + Math.Max(0, final);
            Add(seller, FirstBorder + at, sold);
            _revenue[FirstBorder + at] = Known(sold);
        }
    }

    private void Add(int supplier, int customer, double value)
    {
        if (value > 0)
        {
            _suppliers.Add(supplier);
            _customers.Add(customer);
            _values.Add(value);
        }
    }

    /// <summary>Nodes are of the sector whose product they sell: what comes from elsewhere is the same input.</summary>
    private FirmList Firms()
    {
        int n = _table.Size;
        string CodeOf(int node) =>
            node == _revenue.Length - 1
                ? Factors
                : _table.Sectors.IndustryOf(new(node < FirstBorder ? node % n : _borders[node - FirstBorder].Seller)).Code;
        return new FirmList(
            new FirmListParts
            {
                Ids = [.. Enumerable.Range(0, _revenue.Length).Select(node => FormattableString.Invariant($"{node:D8}"))],
                Sectors = [.. Enumerable.Range(0, _revenue.Length).Select(CodeOf)],
                Revenue = _revenue,
            }
        );
    }

    private static double Known(double value) => value > 0 ? value : double.NaN;
}
