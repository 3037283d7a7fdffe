namespace Rootscope.Tables.Splitting;

/// <summary>Whom sectors of the reference table sell to that lend their pattern to a part, in the reference's money.</summary>
/// <param name="Inputs">Sales by sector of the reference table.</param>
/// <param name="Final">Sales by column of its final demand.</param>
internal sealed record LentSales(double[] Inputs, double[] Final)
{
    /// <summary>Their own sales; with named buyers, these get all that is neither formed as capital nor exported.</summary>
    public static LentSales Of(FlowTable reference, int[] lenders, IReadOnlyList<PartBuyer> buyers)
    {
        var inputs = new double[reference.Size];
        var final = new double[reference.FinalDemandCategories.Count];
        foreach (int lender in lenders)
        {
            ReadOnlySpan<double> sales = reference.SalesOf(new(lender));
            for (int c = 0; c < inputs.Length; c++)
            {
                inputs[c] += sales[c];
            }

            for (int c = 0; c < final.Length; c++)
            {
                final[c] += reference.FinalDemandFor(new(lender))[c];
            }
        }

        return buyers.Count == 0 ? new LentSales(inputs, final) : Named(reference, inputs, final, buyers);
    }

    /// <summary>Shares of the sectors of the reference table in what named buyers use.</summary>
    public static double[] Weights(IReadOnlyList<string> codes, IReadOnlyList<double> outputs, IReadOnlyList<PartBuyer> buyers)
    {
        double all = buyers.Sum(b => b.Weight);
        var weights = new double[codes.Count];
        foreach (PartBuyer buyer in buyers)
        {
            int[] members = [.. Enumerable.Range(0, codes.Count).Where(c => codes[c].StartsWith(buyer.Code, StringComparison.Ordinal))];
            double sum = members.Sum(c => outputs[c]);
            foreach (int c in members)
            {
                weights[c] += buyer.Weight / all * (sum > 0 ? outputs[c] / sum : 1.0 / members.Length);
            }
        }

        return weights;
    }

    private static LentSales Named(FlowTable reference, double[] inputs, double[] final, IReadOnlyList<PartBuyer> buyers)
    {
        double moved = inputs.Sum();
        for (int c = 0; c < final.Length; c++)
        {
            if (reference.FinalDemandCategories[c].Kind is not (FinalDemandKind.FixedCapital or FinalDemandKind.Exports))
            {
                moved += final[c];
                final[c] = 0;
            }
        }

        double[] weights = Weights([.. reference.Sectors.Industries.Select(i => i.Code)], [.. reference.Output.ToArray()], buyers);
        return new LentSales([.. weights.Select(w => w * Math.Max(0, moved))], final);
    }
}
