using Rootscope.Numerics;

namespace Rootscope.Accounts.Trade;

/// <summary>
/// Value added in bilateral exports after Borin and Mancini, each unit booked in the flow in which it first leaves (source) or last leaves
/// (sink).
/// </summary>
/// <remarks>
/// <para>Exporter s, importer r, e_sr gross exports, Ld_s = (I − A_ss)⁻¹. Source: DVA = v_s' Ld_s e_sr, FVA = Σ_{t≠s} v_t' L_ts L_ss⁻¹ Ld_s
/// e_sr. Sink: of e_sr the part b_sr = A_sr L_rs L_ss⁻¹ Ld_s e_s comes back and is exported by s again, and DVA = v_s' L_ss (e_sr − b_sr),
/// FVA = Σ_{t≠s} v_t' L_ts (e_sr − b_sr). In both DC = v_s' L_ss e_sr and FC = Σ_{t≠s} v_t' L_ts e_sr, and over all importers both give the
/// same sums.</para>
/// <para>VAX, DAVAX and REF are given for the source perspective. Cells of both perspectives are checked against other programs. Unit: the
/// table's. Shape: regions × regions, row-major, exporters by row, the diagonal 0.</para>
/// <para>Source: Borin and Mancini (2019), World Bank WPS 8804. Cost: two passes over A and L for all regions at once, and two systems of N
/// sectors a region.</para>
/// </remarks>
public static class BorinMancini
{
    /// <summary>All terms, source perspective.</summary>
    /// <exception cref="ModelException">The block of a region is singular.</exception>
    public static IReadOnlyList<ExportTerms> SourceBased(TotalRequirements total, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(total);
        ExportContents contents = ExportContents.Of(total, cancellation);
        int regions = contents.Regions;
        var terms = new ExportTerms[regions * regions];
        double[][] returns = ReturnDemand(contents);
        for (int s = 0; s < regions; s++)
        {
            cancellation.ThrowIfCancellationRequested();
            double[] local = contents.LocalContentOf(s);
            double[] foreign = contents.ForeignContentOf(s);
            double[] withoutReturn = contents.ForeignContentWithoutReturn(s);
            for (int r = 0; r < regions; r++)
            {
                if (r == s)
                {
                    terms[(s * regions) + r] = new ExportTerms(0, 0, 0, 0, 0, 0, 0);
                    continue;
                }

                double[] exports = contents.ExportsOf(s, r);
                double domestic = DenseKernels.Dot(local, exports);
                terms[(s * regions) + r] = new ExportTerms(
                    exports.Sum(),
                    DenseKernels.Dot(contents.ContentOf(s, s), exports),
                    domestic,
                    domestic - DenseKernels.Dot(local, contents.Inputs(s, r, contents.LocalOutput(r, returns[(r * regions) + s]))),
                    DenseKernels.Dot(local, contents.FinalOf(s, r))
                        + DenseKernels.Dot(local, contents.Inputs(s, r, contents.LocalOutput(r, contents.FinalOf(r, r)))),
                    DenseKernels.Dot(foreign, exports),
                    DenseKernels.Dot(withoutReturn, exports)
                );
            }
        }

        return terms;
    }

    /// <summary>DC, DVA, FC and FVA, sink perspective; what is absorbed where is null.</summary>
    /// <exception cref="ModelException">The block of a region is singular.</exception>
    public static IReadOnlyList<ExportTerms> SinkBased(TotalRequirements total, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(total);
        ExportContents contents = ExportContents.Of(total, cancellation);
        int regions = contents.Regions;
        var terms = new ExportTerms[regions * regions];
        for (int s = 0; s < regions; s++)
        {
            cancellation.ThrowIfCancellationRequested();
            double[] passing = contents.WithoutReturn(s, contents.ExportsOf(s));
            double[] foreign = contents.ForeignContentOf(s);
            for (int r = 0; r < regions; r++)
            {
                if (r == s)
                {
                    continue;
                }

                double[] exports = contents.ExportsOf(s, r);
                double[] last = [.. exports];
                DenseKernels.AddScaled(last, -1, contents.Inputs(s, r, contents.Requirements(r, s, passing)));
                terms[(s * regions) + r] = new ExportTerms(
                    exports.Sum(),
                    DenseKernels.Dot(contents.ContentOf(s, s), exports),
                    DenseKernels.Dot(contents.ContentOf(s, s), last),
                    null,
                    null,
                    DenseKernels.Dot(foreign, exports),
                    DenseKernels.Dot(foreign, last)
                );
            }
        }

        return terms;
    }

    /// <summary>For each importer r and final user s: Y_rs + Σ_{j≠r} A_rj Σ_k L_jk Y_ks, what s finally uses of what leaves r.</summary>
    private static double[][] ReturnDemand(ExportContents contents)
    {
        int regions = contents.Regions;
        int size = contents.Industries;
        double[] output = Footprints.OutputFor(contents.Total, contents.Deliveries);
        var demand = new double[regions * regions][];
        ReadOnlySpan<double> direct = contents.Total.Direct.Values;
        int n = contents.Total.Size;
        for (int r = 0; r < regions; r++)
        {
            var rows = new double[size * regions];
            for (int i = 0; i < size; i++)
            {
                Span<double> row = rows.AsSpan(i * regions, regions);
                contents.Deliveries.Final.Slice(((r * size) + i) * regions, regions).CopyTo(row);
                for (int j = 0; j < n; j++)
                {
                    double coefficient = direct[(((r * size) + i) * n) + j];
                    if (coefficient != 0 && j / size != r)
                    {
                        DenseKernels.AddScaled(row, coefficient, output.AsSpan(j * regions, regions));
                    }
                }
            }

            for (int s = 0; s < regions; s++)
            {
                demand[(r * regions) + s] = [.. Enumerable.Range(0, size).Select(i => rows[(i * regions) + s])];
            }
        }

        return demand;
    }
}
