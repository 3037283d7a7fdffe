using Rootscope.Tables;
using Rootscope.Tables.Checks;

namespace Rootscope.Storage.Formats.Nbs;

/// <summary>From the rows of an NBS file to a table whose identities hold.</summary>
internal static class NbsAssembly
{
    public static FlowTable ToTable(NbsLayout layout, NbsRows rows, string path, TableMetadata metadata, double tolerance)
    {
        int n = layout.Count;
        bool byOrigin = layout.Origin >= 0;
        FinalDemandCategory[] categories = [.. layout.Final.Select(f => f.Category)];
        var flows = new double[n * n];
        var final = new double[n * categories.Length];
        var output = new double[n];
        double[]? imports = new double[n];
        double[]? importedFlows = byOrigin ? new double[n * n] : null;
        double[]? importedFinal = byOrigin ? new double[n * categories.Length] : null;
        for (int i = 0; i < n; i++)
        {
            Take(rows.Domestic[i], i, flows, final);
            output[i] = rows.Domestic[i][layout.Output - layout.FirstSector];
            if (byOrigin)
            {
                Take(rows.Imported[i], i, importedFlows!, importedFinal!);
            }
            else
            {
                imports[i] = rows.Domestic[i][layout.Imports - layout.FirstSector];
            }
        }

        if (byOrigin)
        {
            AddImports(n, categories.Length, flows, final, imports, importedFlows!, importedFinal!);
        }

        var parts = new FlowTableParts
        {
            Metadata = metadata,
            Sectors = new SectorIndex([new Region("CHN", "China")], rows.Industries),
            FinalDemandCategories = categories,
            ValueAddedCategories = rows.ValueAdded,
            Flows = flows,
            FinalDemand = final,
            ValueAdded = [.. rows.ValueAdded.SelectMany(v => rows.Below[v.Code])],
            Output = output,
            Imports = imports,
            ImportedFlows = importedFlows,
            ImportedFinalDemand = importedFinal,
        };
        CheckBalance(parts, rows, path, tolerance);
        return new FlowTable(parts);

        void Take(double[] row, int i, double[] intoFlows, double[] intoFinal)
        {
            row.AsSpan(0, n).CopyTo(intoFlows.AsSpan(i * n));
            for (int k = 0; k < categories.Length; k++)
            {
                intoFinal[(i * categories.Length) + k] = row[layout.Final[k].Column - layout.FirstSector];
            }
        }
    }

    private static void AddImports(
        int n,
        int k,
        double[] flows,
        double[] final,
        double[] imports,
        double[] importedFlows,
        double[] importedFinal
    )
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                flows[(i * n) + j] += importedFlows[(i * n) + j];
                imports[i] += importedFlows[(i * n) + j];
            }

            for (int c = 0; c < k; c++)
            {
                final[(i * k) + c] += importedFinal[(i * k) + c];
                imports[i] += importedFinal[(i * k) + c];
            }
        }
    }

    private static void CheckBalance(FlowTableParts parts, NbsRows rows, string path, double tolerance)
    {
        TableBalance balance = TableBalance.Of(parts);
        if (balance.Broken(tolerance).FirstOrDefault() is { } gap)
        {
            string what = gap.IsRow ? "uses less imports sum to" : "inputs and value added sum to";
            throw new TableException(
                $"{path}, line {rows.Lines[gap.Sector]}",
                $"sector '{rows.Industries[gap.Sector].Code}' ({rows.Industries[gap.Sector].Name}): "
                    + $"{what} {gap.Output + gap.Gap:G10} but its output is {gap.Output:G10} (gap {gap.RelativeGap * 100:0.###}%, "
                    + $"tolerance {tolerance * 100:0.###}%). "
                    + $"Compare the row and the column with the published table, or raise {Repair.Option("tolerance")}."
            );
        }
    }
}
