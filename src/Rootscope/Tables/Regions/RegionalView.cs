namespace Rootscope.Tables.Regions;

/// <summary>One region of a table of many, as a one-region table with imports and exports.</summary>
public static class RegionalView
{
    /// <summary>Takes one region out of a table.</summary>
    /// <param name="table">A table of one or many regions.</param>
    /// <param name="region">Number of the region.</param>
    /// <returns>
    /// A table of the region's N industries. What its industries and final buyers purchase of a product, from home and abroad, is one row;
    /// purchases from other regions are imports (known by user), sales to other regions are the column of exports, and output is the
    /// region's. A table of one region is returned as it is.
    /// </returns>
    /// <remarks>
    /// Assumption: the same product of different regions is one product with several origins. Unit: the table's. Cost: one pass.
    /// </remarks>
    public static FlowTable Of(FlowTable table, RegionNumber region)
    {
        ArgumentNullException.ThrowIfNull(table);
        SectorIndex sectors = table.Sectors;
        ArgumentOutOfRangeException.ThrowIfNegative(region.Value, nameof(region));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(region, sectors.Regions.Count);
        if (sectors.Regions.Count == 1)
        {
            return table;
        }

        var view = new Builder(table, region);
        for (int seller = 0; seller < table.Size; seller++)
        {
            view.AddRow(seller);
        }

        return view.ToTable();
    }

    private sealed class Builder
    {
        private readonly FlowTable _table;
        private readonly int _region;
        private readonly int _n;
        private readonly int[] _ownColumns;
        private readonly int _exports;
        private readonly double[] _flows;
        private readonly double[] _importedFlows;
        private readonly double[] _final;
        private readonly double[] _importedFinal;
        private readonly double[] _imports;
        private readonly double[] _output;

        public Builder(FlowTable table, int region)
        {
            _table = table;
            _region = region;
            _n = table.Sectors.Industries.Count;
            _ownColumns =
            [
                .. Enumerable.Range(0, table.FinalDemandCategories.Count).Where(k => table.FinalDemandCategories[k].Region == region),
            ];
            _exports = _ownColumns.Length;
            _flows = new double[_n * _n];
            _importedFlows = new double[_n * _n];
            _final = new double[_n * (_exports + 1)];
            _importedFinal = new double[_n * (_exports + 1)];
            _imports = new double[_n];
            _output = new double[_n];
        }

        public void AddRow(int seller)
        {
            int product = seller % _n;
            bool own = _table.Sectors.RegionNumberOf(new(seller)) == _region;
            ReadOnlySpan<double> sales = _table.SalesOf(new(seller));
            ReadOnlySpan<double> final = _table.FinalDemandFor(new(seller));
            ReadOnlySpan<double> here = sales.Slice(_region * _n, _n);
            double used = 0;
            for (int j = 0; j < _n; j++)
            {
                Add(_flows, _importedFlows, (product * _n) + j, here[j], own, ref used);
            }

            for (int k = 0; k < _exports; k++)
            {
                Add(_final, _importedFinal, (product * (_exports + 1)) + k, final[_ownColumns[k]], own, ref used);
            }

            if (own)
            {
                _output[product] = _table.Output[seller];
                _final[(product * (_exports + 1)) + _exports] = _table.Output[seller] - used;
            }
            else
            {
                _imports[product] += used;
            }
        }

        public FlowTable ToTable()
        {
            SectorIndex sectors = _table.Sectors;
            Region region = sectors.Regions[_region];
            int v = _table.ValueAddedCategories.Count;
            var valueAdded = new double[v * _n];
            for (int r = 0; r < v; r++)
            {
                _table.ValueAdded.Slice((r * _table.Size) + (_region * _n), _n).CopyTo(valueAdded.AsSpan(r * _n));
            }

            return new FlowTable(
                new FlowTableParts
                {
                    Metadata = _table.Metadata with
                    {
                        Title = $"{_table.Metadata.Title}, {region.Name}",
                        Derivations =
                        [
                            .. _table.Metadata.Derivations,
                            $"{region.Name} is taken out of {sectors.Regions.Count} regions: purchases from the others are imports, "
                                + $"sales to them exports.",
                        ],
                    },
                    Sectors = new SectorIndex([region], sectors.Industries),
                    FinalDemandCategories =
                    [
                        .. _ownColumns.Select(k => _table.FinalDemandCategories[k] with { Region = new(0) }),
                        new FinalDemandCategory("EXPORTS", "Exports to other regions", FinalDemandKind.Exports, new(0)),
                    ],
                    ValueAddedCategories = _table.ValueAddedCategories,
                    Flows = _flows,
                    FinalDemand = _final,
                    ValueAdded = valueAdded,
                    Output = _output,
                    Imports = _imports,
                    ImportedFlows = _importedFlows,
                    ImportedFinalDemand = _importedFinal,
                }
            );
        }

        private static void Add(double[] total, double[] imported, int at, double value, bool own, ref double used)
        {
            total[at] += value;
            used += value;
            if (!own)
            {
                imported[at] += value;
            }
        }
    }
}
