using Rootscope.Numerics;

namespace Rootscope.Accounts.Trade;

/// <summary>Value added in all exports of each region.</summary>
/// <remarks>
/// <para>DomesticValueAdded is v_s' (I − A_ss)⁻¹ e_s, the value added that a region would lose without its exports: what Los, Timmer and de
/// Vries (2016), Koopman, Wang and Wei (2014) and Borin and Mancini (2019) agree on. The rest of exports is their import content (VS). The
/// OECD's EXGR_DVA, v_s' L_ss e_s, counts some of it twice.</para>
/// <para>A one-region table gives its own row with the column of exports. Unit: the table's money. Shape: one value a region. Cost: a
/// system of N sectors a region.</para>
/// </remarks>
public sealed class ExportTotals
{
    private readonly double[] _exports;
    private readonly double[] _domesticValueAdded;
    private readonly double[] _domesticContent;
    private readonly double[] _foreignContentBySource;

    private ExportTotals(ExportContents contents)
    {
        int regions = contents.Regions;
        _exports = new double[regions];
        _domesticValueAdded = new double[regions];
        _domesticContent = new double[regions];
        _foreignContentBySource = new double[regions * regions];
        for (int s = 0; s < regions; s++)
        {
            ReadOnlySpan<double> exports = contents.ExportsOf(s);
            foreach (double e in exports)
            {
                _exports[s] += e;
            }

            _domesticValueAdded[s] = DenseKernels.Dot(contents.LocalContentOf(s), exports);
            _domesticContent[s] = DenseKernels.Dot(contents.ContentOf(s, s), exports);
            for (int t = 0; t < regions; t++)
            {
                _foreignContentBySource[(t * regions) + s] = t == s ? 0 : DenseKernels.Dot(contents.ContentOf(t, s), exports);
            }
        }
    }

    /// <summary>Gross exports.</summary>
    public ReadOnlySpan<double> Exports => _exports;

    /// <summary>Domestic value added in exports, each unit once (DVA).</summary>
    public ReadOnlySpan<double> DomesticValueAdded => _domesticValueAdded;

    /// <summary>Domestic content of exports with double counting (EXGR_DVA).</summary>
    public ReadOnlySpan<double> DomesticContent => _domesticContent;

    /// <summary>
    /// Content of source t (row) in the exports of s (column), the diagonal 0 (EXGR_FVA by source). Shape: regions × regions.
    /// </summary>
    public ReadOnlySpan<double> ForeignContentBySource => _foreignContentBySource;

    /// <summary>Computes the totals.</summary>
    /// <exception cref="ModelException">The block of a region is singular.</exception>
    public static ExportTotals Of(TotalRequirements total, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(total);
        return new ExportTotals(ExportContents.Of(total, cancellation));
    }
}
