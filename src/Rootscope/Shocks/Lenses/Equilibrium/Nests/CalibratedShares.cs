using Rootscope.Tables;
using Rootscope.Tables.Regions;

namespace Rootscope.Shocks.Lenses.Equilibrium.Nests;

/// <summary>The shares that a base table gives a nested CES economy.</summary>
internal sealed class CalibratedShares
{
    private const int MostNamed = 5;

    private readonly List<string> _notes = [];

    private CalibratedShares(FlowTable table)
    {
        int n = table.Size;
        ImportShare = new double[n];
        ValueAddedShare = new double[n];
        InputShares = new double[n * n];
        OwnImportShare = new double[n];
        Inputs = new double[n];
        ValueAdded = new double[n];
        FinalUse = new double[n];
        FinalShare = new double[n];
        ExportShare = new double[n];
        Exports = new double[n];
    }

    /// <summary>Imported share of home use by product, in [0, 1].</summary>
    public double[] ImportShare { get; }

    /// <summary>Value added over cost by industry, in [0, 1].</summary>
    public double[] ValueAddedShare { get; }

    /// <summary>
    /// Share of product k in the inputs of industry j at [j·n + k]: a row a buyer; with <see cref="OwnImportShare"/> it sums to 1, or is
    /// all zero.
    /// </summary>
    public double[] InputShares { get; }

    /// <summary>
    /// Share of netted-out own use from abroad in the inputs of an industry: bought at the price of imports that no cut touches.
    /// </summary>
    public double[] OwnImportShare { get; }

    /// <summary>Inputs bought by industry, in the table's money.</summary>
    public double[] Inputs { get; }

    /// <summary>Value added by industry, at least 0, in the table's money.</summary>
    public double[] ValueAdded { get; }

    /// <summary>Final use by product, at least 0, in the table's money.</summary>
    public double[] FinalUse { get; }

    /// <summary>Final use over all final use.</summary>
    public double[] FinalShare { get; }

    /// <summary>Exports by product, at least 0, in the table's money.</summary>
    public double[] Exports { get; }

    /// <summary>Exports over all exports; all zero where nothing is exported.</summary>
    public double[] ExportShare { get; }

    public double FinalSpending { get; private set; }

    public double ExportTotal { get; private set; }

    /// <summary>Sum of import shares: above 0 exactly where anything is imported.</summary>
    public double Imports { get; private set; }

    public IReadOnlyList<string> CalibrationNotes => _notes;

    public static CalibratedShares Of(OwnUse ownUse)
    {
        FlowTable table = ownUse.Table;
        var shares = new CalibratedShares(table);
        shares.TakeImports(table);
        shares.TakeColumns(table, ownUse.Imported);
        shares.Imports = shares.ImportShare.Sum() + shares.OwnImportShare.Sum();
        shares.FinalSpending = shares.TakeUse(table, TableTotals.Absorption(table), "final use", shares.FinalUse, shares.FinalShare);
        shares.ExportTotal = shares.TakeUse(table, TableTotals.Exports(table), "exports", shares.Exports, shares.ExportShare);
        return shares;
    }

    private void TakeImports(FlowTable table)
    {
        ImportShares imports = ImportShares.Of(table);
        imports.Values.CopyTo(ImportShare);
        Say("import shares outside [0, 1] clamped", imports.OutOfRange);
    }

    private void TakeColumns(FlowTable table, ReadOnlySpan<double> ownImports)
    {
        int n = table.Size;
        var negativeInputs = new List<string>();
        var negativeValueAdded = new List<string>();
        for (int j = 0; j < n; j++)
        {
            Span<double> column = InputShares.AsSpan(j * n, n);
            double published = ownImports[j];
            Inputs[j] = ownImports[j];
            for (int k = 0; k < n; k++)
            {
                double z = table.Flows[(k * n) + j];
                published += z;
                if (z < 0)
                {
                    negativeInputs.Add($"{table.Sectors.LabelOf(new(k))}→{table.Sectors.LabelOf(new(j))}");
                }

                column[k] = Math.Max(0, z);
                Inputs[j] += column[k];
            }

            double valueAdded = table.Output[j] - published;
            if (valueAdded < 0)
            {
                negativeValueAdded.Add(table.Sectors.LabelOf(new(j)));
            }

            ValueAdded[j] = Math.Max(0, valueAdded);
            double cost = Inputs[j] + ValueAdded[j];
            ValueAddedShare[j] = Inputs[j] > 0 ? ValueAdded[j] / cost : 1;
            OwnImportShare[j] = Inputs[j] > 0 ? ownImports[j] / Inputs[j] : 0;
            for (int k = 0; k < n && Inputs[j] > 0; k++)
            {
                column[k] /= Inputs[j];
            }
        }

        Say("negative inputs set to 0", negativeInputs);
        Say("negative value added set to 0", negativeValueAdded);
    }

    private double TakeUse(FlowTable table, double[] use, string what, double[] target, double[] share)
    {
        var negative = new List<string>();
        double total = 0;
        for (int i = 0; i < use.Length; i++)
        {
            if (use[i] < 0)
            {
                negative.Add(table.Sectors.LabelOf(new(i)));
            }

            target[i] = Math.Max(0, use[i]);
            total += target[i];
        }

        for (int i = 0; i < use.Length && total > 0; i++)
        {
            share[i] = target[i] / total;
        }

        Say($"negative {what} set to 0", negative);
        return total;
    }

    private void Say(string what, IReadOnlyList<string> labels)
    {
        if (labels.Count > 0)
        {
            string more = labels.Count > MostNamed ? $" and {labels.Count - MostNamed} more" : string.Empty;
            _notes.Add($"{what}: {string.Join(", ", labels.Take(MostNamed))}{more}");
        }
    }
}
