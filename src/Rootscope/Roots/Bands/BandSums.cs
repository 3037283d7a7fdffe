using Rootscope.Roots.Measures;

namespace Rootscope.Roots.Bands;

/// <summary>The figures of all draws, product by product; every draw writes to places of its own, so that threads do not meet.</summary>
internal sealed class BandSums
{
    private readonly RootOptions _options;
    private readonly BandSource[] _sources;
    private readonly int _draws;
    private readonly Dictionary<int, int> _rowsOf;
    private readonly Dictionary<int, int> _at;
    private readonly Dictionary<int, int> _atAlone;
    private readonly double?[][] _figures;
    private readonly double?[][] _alone;
    private readonly int[] _ranks;

    public BandSums(BandQuestion question, IndustryNumber[] products, IndustryNumber[] alone, BandSource[] sources, int draws)
    {
        _options = question.Options;
        _sources = sources;
        _draws = draws;
        _at = Numbered(products);
        _atAlone = Numbered(alone);
        _rowsOf = products
            .Select((k, i) => (Product: k, Rows: question.RowsPerProduct?[i] ?? 1))
            .ToDictionary(p => p.Product.Value, p => p.Rows);
        _figures = [.. Enumerable.Range(0, RootMeasures.WithBands.Count + 2).Select(_ => new double?[products.Length * draws])];
        _alone = [.. sources.Select(_ => new double?[alone.Length * draws])];
        _ranks = new int[products.Length * draws];
    }

    /// <summary>Takes the rows of a draw in which everything is drawn, with the cut that was drawn.</summary>
    public void Take(int draw, RootRow[] rows, double cut)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            RootRow row = rows[i];
            double?[] figures =
            [
                .. RootMeasures.WithBands.Select(m => m.Of(row)),
                row.Leverage * row.Supply * cut,
                _options.EffectiveSort.Of(row),
            ];
            for (int f = 0; f < figures.Length; f++)
            {
                _figures[f][(i * _draws) + draw] = figures[f];
            }
        }

        int place = 1;
        foreach (RootRow row in RootOrder.Sort(rows, _options))
        {
            _ranks[(_at[row.Product] * _draws) + draw] = place;
            place += _rowsOf[row.Product];
        }
    }

    /// <summary>Takes the rows of a draw in which one source is drawn.</summary>
    public void TakeAlone(int draw, int source, RootRow[] rows)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            _alone[source][(i * _draws) + draw] = _options.EffectiveSort.Of(rows[i]);
        }
    }

    /// <summary>The bands of a product; called in the order of the point ranking, best first.</summary>
    public RootBand BandOf(RootRow point, int place)
    {
        int product = _at[point.Product];
        Band[] bands = [.. _figures.Select(f => Band.Of(Of(f, product)))];
        ReadOnlySpan<int> ranks = _ranks.AsSpan(product * _draws, _draws);
        int tolerance = RootBands.PlacesThatHold(_rowsOf.Values.Sum());
        var places = new double?[_draws];
        int hold = 0;
        for (int i = 0; i < _draws; i++)
        {
            places[i] = ranks[i];
            hold += Math.Abs(ranks[i] - place) <= tolerance ? 1 : 0;
        }

        return new RootBand(
            point with
            {
                Rank = place,
            },
            bands[..^2],
            bands[^2],
            bands[^1],
            Band.Of(places),
            (double)hold / _draws,
            SpreadsOf(point.Product)
        );
    }

    /// <summary>How many rows of the list a product stands for.</summary>
    public int RowsOf(int product) => _rowsOf[product];

    private static Dictionary<int, int> Numbered(IndustryNumber[] products) =>
        products.Select((k, i) => (k, i)).ToDictionary(p => p.k.Value, p => p.i);

    private SourceSpread[] SpreadsOf(int product)
    {
        if (!_atAlone.TryGetValue(product, out int at))
        {
            return [];
        }

        double[] variances = [.. _alone.Select(a => Variance(Of(a, at)))];
        double all = variances.Sum();
        SourceSpread[] spreads =
        [
            .. _sources.Select((s, i) => new SourceSpread(s, Band.Of(Of(_alone[i], at)), all > 0 ? variances[i] / all : null)),
        ];
        return [.. spreads.OrderByDescending(s => s.Band.Width ?? double.PositiveInfinity).ThenBy(s => s.Source)];
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
