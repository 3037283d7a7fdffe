using Rootscope.Tables;

namespace Rootscope.Roots.Bands;

/// <summary>The figures of all draws, product by product; every draw writes to places of its own, so that threads do not meet.</summary>
internal sealed class BandSums
{
    private const int Figures = 6;

    private readonly int _draws;
    private readonly int _products;
    private readonly double?[][] _figures;
    private readonly double?[][] _alone;
    private readonly int[] _ranks;

    public BandSums(int[] products, int draws, int sources)
    {
        _draws = draws;
        _products = products.Length;
        _figures = [.. Enumerable.Range(0, Figures).Select(_ => new double?[products.Length * draws])];
        _alone = [.. Enumerable.Range(0, sources).Select(_ => new double?[products.Length * draws])];
        _ranks = new int[products.Length * draws];
    }

    /// <summary>Takes the rows of a draw in which everything is drawn, with the cut that was drawn.</summary>
    public void Take(int draw, RootRow[] rows, double cut, RootOptions options, FlowTable table)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            RootRow row = rows[i];
            double?[] figures = [row.Leverage, row.Loss, row.ExcessLoss, row.Gap, row.Leverage * row.Supply * cut, RootOrder.Measure(row, options.EffectiveSort)];
            for (int f = 0; f < Figures; f++)
            {
                _figures[f][(i * _draws) + draw] = figures[f];
            }
        }

        Dictionary<int, int> at = rows.Select((r, i) => (r.Product, i)).ToDictionary(p => p.Product, p => p.i);
        foreach (RootRow row in RootOrder.Sort(rows, options, table))
        {
            _ranks[(at[row.Product] * _draws) + draw] = row.Rank;
        }
    }

    /// <summary>Takes the rows of a draw in which one source is drawn.</summary>
    public void TakeAlone(int draw, int source, RootRow[] rows, RootOptions options)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            _alone[source][(i * _draws) + draw] = RootOrder.Measure(rows[i], options.EffectiveSort);
        }
    }

    /// <summary>The bands of a product.</summary>
    public RootBand BandOf(RootRow point, int product, BandSource[] sources)
    {
        Band[] bands = [.. _figures.Select(f => Band.Of(Of(f, product)))];
        ReadOnlySpan<int> ranks = _ranks.AsSpan(product * _draws, _draws);
        var places = new double?[_draws];
        int hold = 0;
        for (int i = 0; i < _draws; i++)
        {
            places[i] = ranks[i];
            hold += Math.Abs(ranks[i] - point.Rank) <= RootBands.PlacesThatHold(_products) ? 1 : 0;
        }

        double[] variances = [.. _alone.Select(a => Variance(Of(a, product)))];
        double all = variances.Sum();
        SourceSpread[] spreads = [.. sources.Select((s, i) => new SourceSpread(s, Band.Of(Of(_alone[i], product)), all > 0 ? variances[i] / all : null))];
        return new RootBand(
            point, bands[0], bands[1], bands[2], bands[3], bands[4], bands[5], Band.Of(places), (double)hold / _draws, [.. spreads.OrderByDescending(s => s.Band.Width ?? double.PositiveInfinity).ThenBy(s => s.Source)]);
    }

    private Span<double?> Of(double?[] figures, int product) => figures.AsSpan(product * _draws, _draws);

    private static double Variance(ReadOnlySpan<double?> draws)
    {
        double sum = 0;
        int count = 0;
        foreach (double? draw in draws)
        {
            sum += draw ?? 0;
            count += draw is null ? 0 : 1;
        }

        double squares = 0;
        foreach (double? draw in draws)
        {
            double off = (draw ?? sum / count) - (sum / count);
            squares += off * off;
        }

        return count > 0 && double.IsFinite(squares) ? squares / count : 0;
    }
}
