using Rootscope.Dependence.Indicators;
using Rootscope.Dependence.Panels;
using Rootscope.Dependence.Rules;

namespace Rootscope.Dependence;

/// <summary>What one rule says of one buyer and product, without the figures behind it.</summary>
/// <param name="IsDependent">Whether the rule flags the product; null where years that are not known could turn it.</param>
/// <param name="Margin">How far the flag is from turning, a ratio from −1 to 1; null as in <see cref="DependenceVerdict"/>.</param>
/// <param name="YearsHeld">In how many of the years looked at the conditions hold.</param>
/// <param name="YearsKnown">For how many of them that is known.</param>
public readonly record struct SurveyVerdict(bool? IsDependent, double? Margin, int YearsHeld, int YearsKnown);

/// <summary>Several rules held against all products and all buyers of a panel at once.</summary>
/// <remarks>
/// The same verdicts as <see cref="DependenceAnalysis"/>, bit for bit, on any number of threads. Memory: 12 bytes a rule, buyer and
/// product. Production is not read: exports stand in.
/// </remarks>
public sealed class DependenceSurvey
{
    private readonly TradePanel _panel;
    private readonly BuyerIndex _buyers;
    private readonly double[][] _margins;
    private readonly sbyte[][] _flags;
    private readonly byte[][] _held;
    private readonly byte[][] _known;

    private DependenceSurvey(TradePanel panel, BuyerIndex buyers, IReadOnlyList<DependenceRule> rules, IReadOnlyList<int> years)
    {
        (_panel, _buyers, Rules, Years) = (panel, buyers, rules, years);
        int size = panel.Products.Count * buyers.Count;
        _margins = [.. rules.Select(_ => new double[size])];
        _flags = [.. rules.Select(_ => new sbyte[size])];
        _held = [.. rules.Select(_ => new byte[size])];
        _known = [.. rules.Select(_ => new byte[size])];
    }

    /// <summary>The rules, in the order given.</summary>
    public IReadOnlyList<DependenceRule> Rules { get; }

    /// <summary>The buyers, in the order given; otherwise every economy by itself, in the order of the panel.</summary>
    public IReadOnlyList<Bloc> Buyers => _buyers.Blocs;

    /// <summary>The products, in the order of the panel.</summary>
    public IReadOnlyList<string> Products => _panel.Products;

    /// <summary>The years looked at, in order; the last is judged.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Holds the rules against every product of every buyer.</summary>
    /// <param name="panel">The trade.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="buyers">Who buys, none in two blocs; null for every economy by itself.</param>
    /// <param name="years">The years to look at; null for all that the data have.</param>
    /// <param name="threads">Most threads to use; at least 1.</param>
    /// <param name="cancellation">Stops the work at the next product.</param>
    /// <remarks>
    /// Cost: one pass over the flows for all rules and buyers; at 230 economies, 5,000 products and three years of 11 million flows a few
    /// seconds.
    /// </remarks>
    public static DependenceSurvey Of(
        TradePanel panel,
        IReadOnlyList<DependenceRule> rules,
        IReadOnlyList<Bloc>? buyers = null,
        IReadOnlyList<int>? years = null,
        int threads = 1,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentOutOfRangeException.ThrowIfZero(rules.Count, nameof(rules));
        DependenceRule widest = rules.MaxBy(r => r.Window)!;
        int[] looked = DependenceAnalysis.YearsOf(years ?? panel.Years, widest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(looked.Length, byte.MaxValue, nameof(years));
        var index = BuyerIndex.Of(panel, buyers ?? [.. panel.Economies.Select(Bloc.Of)]);
        var survey = new DependenceSurvey(panel, index, [.. rules], looked);
        var places = PanelPlaces.Of(panel, index, looked);
        Parallel.For(
            0,
            panel.Products.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            () => new SurveyWork(survey, places),
            (product, _, work) =>
            {
                work.Judge(product);
                return work;
            },
            _ => { }
        );
        return survey;
    }

    /// <summary>What a rule says, by the places of rule, buyer and product.</summary>
    public SurveyVerdict VerdictOf(int rule, CountryNumber buyer, ProductNumber product)
    {
        int at = (product * _buyers.Count) + buyer;
        double margin = _margins[rule][at];
        return new SurveyVerdict(
            _flags[rule][at] switch
            {
                0 => null,
                1 => true,
                _ => false,
            },
            double.IsNaN(margin) ? null : margin,
            _held[rule][at],
            _known[rule][at]
        );
    }

    /// <summary>Number of products that a rule flags for a buyer, by their places.</summary>
    public int CountOf(int rule, CountryNumber buyer)
    {
        int count = 0;
        for (int at = buyer; at < _flags[rule].Length; at += _buyers.Count)
        {
            count += _flags[rule][at] == 1 ? 1 : 0;
        }

        return count;
    }

    /// <summary>One thread's memory.</summary>
    private sealed class SurveyWork(DependenceSurvey survey, PanelPlaces places)
    {
        private readonly int _buyers = survey._buyers.Count;
        private readonly int _years = survey.Years.Count;
        private readonly ProductFigures _figures = new(survey._buyers, survey._panel.Economies.Count);
        private readonly NetworkClustering? _network = survey.Rules.Any(r => r.NeedsClustering)
            ? new NetworkClustering(survey._panel.Economies.Count)
            : null;
        private readonly bool _theil = survey.Rules.Any(r => r.Conditions.Any(c => c.Indicator == DependenceIndicator.ImportTheil));
        private readonly YearMark[] _marks = new YearMark[survey.Rules.Count * survey._buyers.Count * survey.Years.Count];

        public void Judge(int product)
        {
            for (int y = 0; y < _years; y++)
            {
                if (places.OfYear[y] >= 0)
                {
                    _figures.Measure(survey._panel.FlowsOf(places.OfYear[y], product), _theil, _network);
                }

                MarkYear(y);
            }

            for (int r = 0; r < survey.Rules.Count; r++)
            {
                for (int b = 0; b < _buyers; b++)
                {
                    Settle(r, b, product);
                }
            }
        }

        private void MarkYear(int y)
        {
            for (int r = 0; r < survey.Rules.Count; r++)
            {
                for (int b = 0; b < _buyers; b++)
                {
                    bool has = places.OfYear[y] >= 0 && places.Trades(y, b);
                    MarksOf(r, b)[y] = has ? Judgement.OfYear(survey.Rules[r], _figures, b, production: null) : YearMark.NoData;
                }
            }
        }

        private void Settle(int r, int b, int product)
        {
            DependenceRule rule = survey.Rules[r];
            Span<YearMark> marks = MarksOf(r, b);
            (bool? dependent, double? margin) = Judgement.OfWindow(marks[^rule.Window..], rule.YearsNeeded);
            int at = (product * _buyers) + b;
            survey._flags[r][at] = (sbyte)(
                dependent is not { } flagged ? 0
                : flagged ? 1
                : -1
            );
            survey._margins[r][at] = margin ?? double.NaN;
            foreach (YearMark mark in marks)
            {
                survey._held[r][at] += (byte)(mark.Holds == true ? 1 : 0);
                survey._known[r][at] += (byte)(mark.Holds is null ? 0 : 1);
            }
        }

        private Span<YearMark> MarksOf(int rule, int buyer) => _marks.AsSpan(((rule * _buyers) + buyer) * _years, _years);
    }
}
