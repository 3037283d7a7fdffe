using Rootscope.Numerics;
using Rootscope.Tables;

namespace Rootscope.Accounts.Trade;

/// <summary>
/// What all accounts of trade in value added of a table share: exports between regions and value added in a unit of exports.
/// </summary>
/// <remarks>Each vector belongs to one exporter s and has its N industries. Source for the forms: Borin and Mancini (2019).</remarks>
internal sealed class ExportContents
{
    private readonly double[][] _localInverse;
    private readonly double[] _regionContent;
    private readonly double[][] _withoutReturn;

    private ExportContents(TotalRequirements total, CancellationToken cancellation)
    {
        Total = total;
        Deliveries = RegionalDeliveries.Of(total.Table);
        ReadOnlySpan<double> shares = ValueAddedShares.Of(total.Table).Values;
        ValueAdded = shares.ToArray();
        _regionContent = RegionContent.ByRegion(total, shares);
        _localInverse = new double[Regions][];
        _withoutReturn = new double[Regions][];
        for (int s = 0; s < Regions; s++)
        {
            cancellation.ThrowIfCancellationRequested();
            _localInverse[s] = BlockSystem.LocalInverse(total, s);
            _withoutReturn[s] = [.. _localInverse[s]];
            BlockSystem.Solve(
                total,
                BlockSystem.Block(total.Values, total.Size, s * Industries, s * Industries, Industries),
                Industries,
                _withoutReturn[s],
                Industries
            );
        }
    }

    public TotalRequirements Total { get; }

    public RegionalDeliveries Deliveries { get; }

    /// <summary>v, n.</summary>
    public double[] ValueAdded { get; }

    public int Regions => Total.Table.Sectors.Regions.Count;

    public int Industries => Total.Table.Sectors.Industries.Count;

    public static ExportContents Of(TotalRequirements total, CancellationToken cancellation) => new(total, cancellation);

    /// <summary>e_s: all exports of a region by industry; of a one-region table its column of exports.</summary>
    public ReadOnlySpan<double> ExportsOf(int s) => Deliveries.Exports.Slice(s * Industries, Industries);

    /// <summary>e_sr: exports of s to r by industry.</summary>
    public double[] ExportsOf(int s, int r) => [.. Enumerable.Range(s * Industries, Industries).Select(k => Deliveries.Of(new(k), new(r)))];

    /// <summary>Final goods delivered by s to r, Y_sr.</summary>
    public double[] FinalOf(int s, int r) =>
        [.. Enumerable.Range(s * Industries, Industries).Select(k => Deliveries.Final[(k * Regions) + r])];

    /// <summary>v_t' L_ts.</summary>
    public ReadOnlySpan<double> ContentOf(int t, int s) => _regionContent.AsSpan((t * Total.Size) + (s * Industries), Industries);

    /// <summary>v_s' (I − A_ss)⁻¹: domestic value added, each unit counted when it first leaves.</summary>
    public double[] LocalContentOf(int s)
    {
        var content = new double[Industries];
        DenseKernels.MultiplyTransposed(_localInverse[s], ValueAdded.AsSpan(s * Industries, Industries), content);
        return content;
    }

    /// <summary>Σ over t ≠ s of v_t' L_ts: value added of all others.</summary>
    public double[] ForeignContentOf(int s)
    {
        var content = new double[Industries];
        for (int t = 0; t < Regions; t++)
        {
            if (t != s)
            {
                DenseKernels.AddScaled(content, 1, ContentOf(t, s));
            }
        }

        return content;
    }

    /// <summary>
    /// The same with the exports of inputs of s cut, c' L_ss⁻¹ (I − A_ss)⁻¹: foreign value added that has not passed through s before.
    /// </summary>
    public double[] ForeignContentWithoutReturn(int s)
    {
        var content = new double[Industries];
        DenseKernels.MultiplyTransposed(_withoutReturn[s], ForeignContentOf(s), content);
        return content;
    }

    /// <summary>(I − A_rr)⁻¹ y.</summary>
    public double[] LocalOutput(int r, ReadOnlySpan<double> demand) => Times(_localInverse[r], demand);

    /// <summary>L_ss⁻¹ (I − A_ss)⁻¹ y.</summary>
    public double[] WithoutReturn(int s, ReadOnlySpan<double> demand) => Times(_withoutReturn[s], demand);

    /// <summary>A_sr y.</summary>
    public double[] Inputs(int s, int r, ReadOnlySpan<double> output) => BlockTimes(Total.Direct.Values, s, r, output);

    /// <summary>L_sr y.</summary>
    public double[] Requirements(int s, int r, ReadOnlySpan<double> demand) => BlockTimes(Total.Values, s, r, demand);

    private double[] BlockTimes(ReadOnlySpan<double> matrix, int s, int r, ReadOnlySpan<double> vector)
    {
        var result = new double[Industries];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = DenseKernels.Dot(matrix.Slice((((s * Industries) + i) * Total.Size) + (r * Industries), Industries), vector);
        }

        return result;
    }

    private static double[] Times(double[] matrix, ReadOnlySpan<double> vector)
    {
        var result = new double[vector.Length];
        DenseKernels.Multiply(matrix, vector, result);
        return result;
    }
}
