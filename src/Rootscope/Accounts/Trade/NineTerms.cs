using System.Runtime.InteropServices;
using Rootscope.Numerics;

namespace Rootscope.Accounts.Trade;

/// <summary>
/// The nine terms into which Koopman, Wang and Wei split a region's gross exports. They sum to exports, the first five to domestic value
/// added.
/// </summary>
/// <remarks>Unit: the table's money. Only sums over importers are meaningful; bilateral forms are Borin and Mancini's.</remarks>
/// <param name="FinalGoods">Domestic value added in exports of final goods (DVA_FIN).</param>
/// <param name="InputsUsedByImporter">In exports of inputs, used by the direct importer (DVA_INT).</param>
/// <param name="InputsExportedAgain">In exports of inputs that the importer exports to third regions (DVA_INTrex).</param>
/// <param name="ReturnedInFinalGoods">Returned in imports of final goods (RDV_FIN).</param>
/// <param name="ReturnedInInputs">Returned in imports of inputs and used at home (RDV_INT).</param>
/// <param name="DomesticDoubleCounted">Domestic value added counted twice (DDC).</param>
/// <param name="ForeignInFinalGoods">Foreign value added in exports of final goods (FVA_FIN).</param>
/// <param name="ForeignInInputs">Foreign value added in exports of inputs (FVA_INT).</param>
/// <param name="ForeignDoubleCounted">Foreign value added counted twice (FDC).</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NineTerms(
    double FinalGoods,
    double InputsUsedByImporter,
    double InputsExportedAgain,
    double ReturnedInFinalGoods,
    double ReturnedInInputs,
    double DomesticDoubleCounted,
    double ForeignInFinalGoods,
    double ForeignInInputs,
    double ForeignDoubleCounted
)
{
    /// <summary>The names under which the terms are asked for, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    ["dva-fin", "dva-int", "dva-int-rex", "rdv-fin", "rdv-int", "ddc", "fva-fin", "fva-int", "fdc"];

    /// <summary>The terms in order. Unit: the table's money.</summary>
    public IReadOnlyList<double> ToList() =>
        [
            FinalGoods,
            InputsUsedByImporter,
            InputsExportedAgain,
            ReturnedInFinalGoods,
            ReturnedInInputs,
            DomesticDoubleCounted,
            ForeignInFinalGoods,
            ForeignInInputs,
            ForeignDoubleCounted,
        ];

    /// <summary>The terms of each region of a table.</summary>
    /// <remarks>
    /// Source: Koopman, Wang and Wei (2014), American Economic Review 104(2), eq. 36. Cost: one pass over L for each pair of regions.
    /// </remarks>
    /// <exception cref="ModelException">The block of a region is singular.</exception>
    public static IReadOnlyList<NineTerms> Of(TotalRequirements total, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(total);
        ExportContents contents = ExportContents.Of(total, cancellation);
        return [.. Enumerable.Range(0, contents.Regions).Select(s => OfRegion(contents, s, cancellation))];
    }

    private static NineTerms OfRegion(ExportContents contents, int s, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        int regions = contents.Regions;
        var terms = new double[9];
        ReadOnlySpan<double> own = contents.ContentOf(s, s);
        double[] foreign = contents.ForeignContentOf(s);
        double[] localUse = contents.LocalOutput(s, contents.FinalOf(s, s));
        double[] exported = contents.LocalOutput(s, contents.ExportsOf(s));
        for (int r = 0; r < regions; r++)
        {
            if (r == s)
            {
                continue;
            }

            // v_s' L_sr weighs what r delivers: to itself, to third regions, back to s, and as inputs to s.
            ReadOnlySpan<double> through = contents.ContentOf(s, r);
            double[] toSelf = contents.FinalOf(r, r);
            double[] back = contents.FinalOf(r, s);
            double[] direct = contents.FinalOf(s, r);
            terms[0] += DenseKernels.Dot(own, direct);
            terms[1] += DenseKernels.Dot(through, toSelf);
            for (int t = 0; t < regions; t++)
            {
                terms[2] += t == r || t == s ? 0 : DenseKernels.Dot(through, contents.FinalOf(r, t));
            }

            terms[3] += DenseKernels.Dot(through, back);
            terms[4] += DenseKernels.Dot(through, contents.Inputs(r, s, localUse));
            terms[5] += DenseKernels.Dot(through, contents.Inputs(r, s, exported));
            terms[6] += DenseKernels.Dot(foreign, direct);
            terms[7] += DenseKernels.Dot(foreign, contents.Inputs(s, r, contents.LocalOutput(r, toSelf)));
            terms[8] += DenseKernels.Dot(foreign, contents.Inputs(s, r, contents.LocalOutput(r, contents.ExportsOf(r))));
        }

        return new NineTerms(terms[0], terms[1], terms[2], terms[3], terms[4], terms[5], terms[6], terms[7], terms[8]);
    }
}
