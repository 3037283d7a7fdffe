namespace Rootscope.Tables.Splitting;

/// <summary>Whom sectors of the reference table sell to that lend their pattern to a part, in the reference's money.</summary>
/// <param name="Inputs">Sales by sector of the reference table.</param>
/// <param name="Final">Sales by column of its final demand.</param>
internal sealed record LentSales(double[] Inputs, double[] Final)
{
    /// <summary>Their own sales; with named buyers, these get all that is neither formed as capital nor exported.</summary>
    public static LentSales Of(FlowTable reference, int[] lenders, SplitPart part)
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

        return part.Buyers.Count == 0 ? new LentSales(inputs, final) : Named(reference, inputs, final, part);
    }

    /// <summary>Shares of the sectors of the reference table in what named buyers use.</summary>
    private static double[] Weights(IReadOnlyList<string> codes, IReadOnlyList<double> outputs, IReadOnlyList<PartBuyer> buyers)
    {
        double all = buyers.Sum(b => b.Weight);
        var weights = new double[codes.Count];
        foreach (PartBuyer buyer in buyers)
        {
            int[] members = [.. Enumerable.Range(0, codes.Count).Where(c => buyer.Is(codes[c]))];
            double sum = members.Sum(c => outputs[c]);
            foreach (int c in members)
            {
                weights[c] += buyer.Weight / all * (sum > 0 ? outputs[c] / sum : 1.0 / members.Length);
            }
        }

        return weights;
    }

    private static LentSales Named(FlowTable reference, double[] inputs, double[] final, SplitPart part)
    {
        bool IsFormed(int c) => reference.FinalDemandCategories[c].Kind == FinalDemandKind.FixedCapital;
        int[] home = [.. Enumerable.Range(0, final.Length).Where(c => reference.FinalDemandCategories[c].Kind != FinalDemandKind.Exports)];
        double formed = home.Where(IsFormed).Sum(c => final[c]);
        double all = Math.Max(0, inputs.Sum() + home.Sum(c => final[c]));
        double capital = part.Use switch
        {
            PartUse.Capital => all,
            PartUse.Inputs => 0,
            _ => Math.Clamp(formed, 0, all),
        };
        int columns = home.Count(IsFormed);
        foreach (int c in home)
        {
            final[c] =
                !IsFormed(c) ? 0
                : formed > 0 ? final[c] * capital / formed
                : capital / columns;
        }

        double[] weights = Weights([.. reference.Sectors.Industries.Select(i => i.Code)], [.. reference.Output.ToArray()], part.Buyers);
        return new LentSales([.. weights.Select(w => w * (all - capital))], final);
    }
}
