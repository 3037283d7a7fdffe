using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Bea;

/// <summary>From aligned BEA accounts to a commodity-by-commodity table whose identities hold.</summary>
internal sealed class BeaAssembly
{
    public const string MarginsCode = "MADJ";
    public const string RoundingCode = "ERR";

    private readonly BeaAccounts _accounts;
    private readonly IndustryTechnology _technology;
    private readonly double _tolerance;
    private readonly int _products;
    private readonly int _industries;
    private readonly int _columns;

    public BeaAssembly(BeaAccounts accounts, double tolerance)
    {
        _accounts = accounts;
        _tolerance = tolerance;
        _products = accounts.Products.Count;
        _industries = accounts.Industries.Count;
        _columns = accounts.FinalCodes.Count + 2;
        _technology = new IndustryTechnology(accounts.Make, _products);
    }

    /// <summary>
    /// Number of cells in which the imported part exceeded the use, and the sum that was cut off and counts as re-exported.
    /// </summary>
    public (int Cells, double Sum) ReExports { get; private set; }

    /// <summary>Margins and duties moved from the column of imports: the sum, and the products that have any.</summary>
    public (double Sum, IReadOnlyList<string> Products) Margins { get; private set; }

    /// <summary>Largest published gap of a row and of a column, in million dollars, with its code.</summary>
    public (double Row, string RowCode, double Column, string ColumnCode) Largest { get; private set; }

    public FlowTable ToTable(TableMetadata metadata, Func<BeaAssembly, IReadOnlyList<string>> derivations)
    {
        CheckIndustries();
        (double[] importedInputs, double[] importedFinal) = CutImports();
        double[] flows = _technology.ByCommodity(_accounts.Inputs);
        double[] importedFlows = _technology.ByCommodity(importedInputs);
        double[] imports = SumRows(importedFlows, importedFinal);
        double[] final = WithMargins();
        CloseRows(flows, final, imports);
        double[] valueAdded = _technology.ByCommodity([.. NoProductsLessSales(), .. _accounts.ValueAdded]);
        CloseColumns(flows, valueAdded);
        return new FlowTable(
            new FlowTableParts
            {
                Metadata = metadata with { Derivations = derivations(this) },
                Sectors = new SectorIndex(
                    [new Region("USA", "United States")],
                    [.. _accounts.Products.Select(c => new Industry(c, _accounts.Files.Names.GetValueOrDefault(c, c)))]
                ),
                FinalDemandCategories = FinalDemandCategories(),
                ValueAddedCategories =
                [
                    .. _accounts.NoProducts.Select(BeaCodes.NoProduct),
                    .. _accounts.ValueAddedCodes.Select(BeaCodes.ValueAddedOf),
                ],
                Flows = flows,
                FinalDemand = final,
                ValueAdded = valueAdded,
                Output = _technology.CommodityOutput,
                Imports = imports,
                ImportedFlows = importedFlows,
                ImportedFinalDemand = importedFinal,
            }
        );
    }

    private IReadOnlyList<FinalDemandCategory> FinalDemandCategories() =>
        [
            .. _accounts.FinalCodes.Select(BeaCodes.FinalDemandOf),
            new(MarginsCode, "Margins and duties on imports", FinalDemandKind.Discrepancy, new(0)),
            new(RoundingCode, "Rounding of the published rows", FinalDemandKind.Discrepancy, new(0)),
        ];

    /// <summary>Published inputs and value added of an industry against what it makes, no-products included.</summary>
    private void CheckIndustries()
    {
        double[] inputs = [.. _accounts.Inputs, .. _accounts.NoProductInputs, .. _accounts.ValueAdded];
        double allowed = HalfUnits(inputs.Length / _industries);
        double worst = 0;
        string worstCode = string.Empty;
        for (int i = 0; i < _industries; i++)
        {
            double bought = 0;
            for (int c = i; c < inputs.Length; c += _industries)
            {
                bought += inputs[c];
            }

            double made = _technology.IndustryOutput[i] + MadeOfNoProducts(i);
            if (Math.Abs(bought - made) > allowed + (_tolerance * made) || _technology.IndustryOutput[i] == 0)
            {
                throw new TableException(
                    _accounts.Files.Use.Path,
                    $"column '{_accounts.Industries[i]}': inputs and value added sum to {bought:G10}, but "
                        + $"{_accounts.Files.Make.PlaceOf(_accounts.Industries[i])} makes {made:G10} (gap {bought - made:G6}, allowed "
                        + $"{allowed + (_tolerance * made):G6}). "
                        + $"Compare both with the published tables, or raise {Repair.Option("tolerance")}."
                );
            }

            (worst, worstCode) = Math.Abs(bought - made) > Math.Abs(worst) ? (bought - made, _accounts.Industries[i]) : (worst, worstCode);
        }

        Largest = (0, string.Empty, worst, worstCode);
    }

    private double MadeOfNoProducts(int industry)
    {
        double sum = 0;
        for (int d = 0; d < _accounts.NoProductsMade.Count; d++)
        {
            sum += _accounts.NoProductMake[(industry * _accounts.NoProductsMade.Count) + d];
        }

        return sum;
    }

    /// <summary>
    /// Keeps the imported part of every use between zero and the use; inventories, which have both signs, stay as they are. What is cut off
    /// counts as re-exported, so that imports by product stay those of the source.
    /// </summary>
    private (double[] Inputs, double[] Final) CutImports()
    {
        double[] inputs = [.. _accounts.ImportedInputs];
        int k = _accounts.FinalCodes.Count;
        FinalDemandKind[] kinds = [.. _accounts.FinalCodes.Select(c => BeaCodes.FinalDemandOf(c).Kind)];
        int exports = Array.IndexOf(kinds, FinalDemandKind.Exports);
        var final = new double[_products * _columns];
        int cells = 0;
        double all = 0;
        for (int i = 0; i < _products; i++)
        {
            double cut = 0;
            for (int c = i * _industries; c < (i + 1) * _industries; c++)
            {
                cut += Cut(ref inputs[c], _accounts.Inputs[c]);
            }

            for (int c = 0; c < k; c++)
            {
                double imported = _accounts.ImportedFinalDemand[(i * k) + c];
                cut += kinds[c] == FinalDemandKind.Inventories ? 0 : Cut(ref imported, _accounts.FinalDemand[(i * k) + c]);
                final[(i * _columns) + c] = imported;
            }

            if (exports >= 0)
            {
                final[(i * _columns) + exports] += cut;
            }

            all += cut;
        }

        ReExports = (cells, all);
        return (inputs, final);

        double Cut(ref double imported, double use)
        {
            double before = imported;
            imported = Math.Clamp(before, 0, Math.Max(0, use));
            cells += imported == before ? 0 : 1;
            return before - imported;
        }
    }

    private double[] SumRows(double[] importedFlows, double[] importedFinal)
    {
        var sums = new double[_products];
        for (int i = 0; i < _products; i++)
        {
            foreach (double x in importedFlows.AsSpan(i * _products, _products))
            {
                sums[i] += x;
            }

            foreach (double x in importedFinal.AsSpan(i * _columns, _columns))
            {
                sums[i] += x;
            }
        }

        return sums;
    }

    /// <summary>
    /// Final demand with a column for what domestic sectors earn on imports: the use table nets it from imports, the import matrix does
    /// not.
    /// </summary>
    private double[] WithMargins()
    {
        int k = _accounts.FinalCodes.Count;
        var final = new double[_products * _columns];
        var products = new List<string>();
        double sum = 0;
        for (int i = 0; i < _products; i++)
        {
            _accounts.FinalDemand.AsSpan(i * k, k).CopyTo(final.AsSpan(i * _columns));
            double margin = _accounts.NetImports[i] - _accounts.GrossImports[i];
            if (margin != 0)
            {
                final[(i * _columns) + k] = margin;
                products.Add(_accounts.Products[i]);
                sum += margin;
            }
        }

        Margins = (sum, products);
        return final;
    }

    private void CloseRows(double[] flows, double[] final, double[] imports)
    {
        double allowed = HalfUnits(_industries + _columns);
        double[] uses = SumRows(flows, final);
        for (int i = 0; i < _products; i++)
        {
            double output = _technology.CommodityOutput[i];
            double gap = output - (uses[i] - imports[i]);
            if (Math.Abs(gap) > allowed + (_tolerance * output))
            {
                throw new TableException(
                    _accounts.Files.Use.PlaceOf(_accounts.Products[i]),
                    $"commodity '{_accounts.Products[i]}': uses less imports sum to {output - gap:G10}, but "
                        + $"{_accounts.Files.Make.Path} makes {output:G10} of it (gap {-gap:G6}, allowed "
                        + $"{allowed + (_tolerance * output):G6}). "
                        + $"Compare the row in Use and Import and the column in Make with the published tables, "
                        + $"or raise {Repair.Option("tolerance")}."
                );
            }

            final[(i * _columns) + _columns - 1] = gap;
            if (Math.Abs(gap) > Math.Abs(Largest.Row))
            {
                Largest = Largest with { Row = gap, RowCode = _accounts.Products[i] };
            }
        }
    }

    /// <summary>
    /// Scrap, used goods, noncomparable imports and the rest of the world as primary inputs: what an industry buys less what it sells.
    /// </summary>
    private double[] NoProductsLessSales()
    {
        double[] net = [.. _accounts.NoProductInputs];
        for (int d = 0; d < _accounts.NoProductsMade.Count; d++)
        {
            int row = Array.IndexOf(_accounts.NoProducts, _accounts.NoProductsMade[d]);
            for (int i = 0; i < _industries; i++)
            {
                net[(row * _industries) + i] -= _accounts.NoProductMake[(i * _accounts.NoProductsMade.Count) + d];
            }
        }

        return net;
    }

    /// <summary>
    /// What rounding leaves of a column goes to the last row, the operating surplus, which the source derives as a remainder too.
    /// </summary>
    private void CloseColumns(double[] flows, double[] valueAdded)
    {
        int last = valueAdded.Length - _products;
        for (int j = 0; j < _products; j++)
        {
            double sum = 0;
            for (int c = j; c < flows.Length; c += _products)
            {
                sum += flows[c];
            }

            for (int c = j; c < valueAdded.Length; c += _products)
            {
                sum += valueAdded[c];
            }

            valueAdded[last + j] += _technology.CommodityOutput[j] - sum;
        }
    }

    /// <summary>What rounding to whole units can explain: half a unit a cell.</summary>
    private static double HalfUnits(int cells) => 0.5 * cells;
}
