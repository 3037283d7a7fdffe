namespace Rootscope.Tables;

/// <summary>The checks that stand between an array and a <see cref="FlowTable"/>.</summary>
internal static class FlowTableShape
{
    public static void Check(FlowTableParts parts)
    {
        int n = parts.Sectors.Count;
        int k = parts.FinalDemandCategories.Count;
        int v = parts.ValueAddedCategories.Count;
        string id = parts.Metadata.Id;
        CheckLength(id, "flows", parts.Flows, (long)n * n);
        CheckLength(id, "final demand", parts.FinalDemand, (long)n * k);
        CheckLength(id, "value added", parts.ValueAdded, (long)v * n);
        CheckLength(id, "output", parts.Output, n);
        CheckLength(id, "imports", parts.Imports, n);
        CheckLength(id, "imported flows", parts.ImportedFlows, (long)n * n);
        CheckLength(id, "imported final demand", parts.ImportedFinalDemand, (long)n * k);
        if ((parts.ImportedFlows is null) != (parts.ImportedFinalDemand is null))
        {
            throw new TableException(id, "imported flows and imported final demand come together: give both or neither.");
        }

        if (parts.ImportedFlows is not null && parts.Imports is null)
        {
            throw new TableException(id, "imported flows are given without the imports by product. Give the column of imports too.");
        }

        if (parts.Imports is not null && parts.Sectors.Regions.Count > 1)
        {
            throw new TableException(id, "a table of many regions has no column of imports: imports are flows between its regions.");
        }

        foreach (FinalDemandCategory category in parts.FinalDemandCategories)
        {
            if (category.Region < 0 || category.Region >= parts.Sectors.Regions.Count)
            {
                throw new TableException(
                    id,
                    $"final-demand column '{category.Code}' belongs to region number {category.Region}, "
                        + $"but there are {parts.Sectors.Regions.Count} regions."
                );
            }
        }
    }

    public static void CheckOutput(FlowTableParts parts, double[] output)
    {
        for (int i = 0; i < output.Length; i++)
        {
            if (output[i] < 0)
            {
                throw new TableException(
                    parts.Metadata.Id,
                    $"sector '{parts.Sectors.LabelOf(new(i))}' has output {output[i]:G6}, below zero. "
                        + "Check the sign of its imports and of its final demand."
                );
            }
        }
    }

    public static double[] RowSums(FlowTableParts parts)
    {
        int n = parts.Sectors.Count;
        int k = parts.FinalDemandCategories.Count;
        var sums = new double[n];
        for (int i = 0; i < n; i++)
        {
            double sum = 0;
            foreach (double z in parts.Flows.AsSpan(i * n, n))
            {
                sum += z;
            }

            foreach (double f in parts.FinalDemand.AsSpan(i * k, k))
            {
                sum += f;
            }

            sums[i] = sum - (parts.Imports?[i] ?? 0);
        }

        return sums;
    }

    private static void CheckLength(string id, string what, double[]? values, long expected)
    {
        if (values is null)
        {
            return;
        }

        if (values.Length != expected)
        {
            throw new TableException(id, $"{what} has {values.Length} figures where the sectors ask for {expected}.");
        }

        int bad = Array.FindIndex(values, x => !double.IsFinite(x));
        if (bad >= 0)
        {
            throw new TableException(
                id,
                $"{what}: figure number {bad + 1} is {values[bad]}, not a finite number. Correct it, or leave the cell empty for zero."
            );
        }
    }
}
