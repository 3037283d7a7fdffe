using Rootscope.Dependence.Panels;
using Rootscope.Dependence.Rules;

namespace Rootscope.Dependence.Indicators;

/// <summary>One thread's memory for the rows of one buyer.</summary>
internal sealed class BuyerScratch(
    TradePanel panel,
    BuyerIndex buyers,
    DependenceRule rule,
    DependenceOptions options,
    int[] years,
    PanelPlaces places,
    bool clustering
)
{
    private readonly ProductFigures _figures = new(buyers, panel.Economies.Count);
    private readonly NetworkClustering? _network = clustering ? new NetworkClustering(panel.Economies.Count) : null;
    private readonly YearMark[] _marks = new YearMark[years.Length];
    private readonly double[] _origins = new double[panel.Economies.Count];

    public DependenceRow RowOf(int product)
    {
        string code = panel.Products[product];
        ProductIndicators? indicators = null;
        ConditionOutcome[] conditions = [];
        for (int y = 0; y < years.Length; y++)
        {
            int place = places.OfYear[y];
            if (place < 0 || !places.Trades(y, 0))
            {
                _marks[y] = YearMark.NoData;
                continue;
            }

            ProductFlows flows = panel.FlowsOf(place, product);
            double? production = options.Production?.Of(years[y], buyers.Blocs[0], code);
            _figures.Measure(flows, withTheil: true, _network);
            _marks[y] = Judgement.OfYear(rule, _figures, 0, production);
            if (y == years.Length - 1)
            {
                indicators = IndicatorsOf(flows, production);
                conditions = [.. rule.Conditions.Select(c => OutcomeOf(c, production))];
            }
        }

        YearVerdict[] verdicts = [.. _marks.Select((m, y) => new YearVerdict(years[y], m.Status, m.Holds, m.Margin))];
        return new DependenceRow(code, VerdictOf(), verdicts, indicators, conditions);
    }

    private DependenceVerdict VerdictOf()
    {
        (bool? dependent, double? margin) = Judgement.OfWindow(_marks.AsSpan(years.Length - rule.Window), rule.YearsNeeded);
        (int held, int known, double? lowest, double? highest) = (0, 0, null, null);
        foreach (YearMark mark in _marks)
        {
            held += mark.Holds == true ? 1 : 0;
            known += mark.Holds is null ? 0 : 1;
            lowest = mark.Margin is { } low && !(low > lowest) ? low : lowest;
            highest = mark.Margin is { } high && !(high < highest) ? high : highest;
        }

        return new DependenceVerdict(years[^1], dependent, margin, held, known, lowest, highest);
    }

    private ConditionOutcome OutcomeOf(DependenceCondition condition, double? production)
    {
        IndicatorValue value = Judgement.ValueFor(rule, condition, _figures, 0, production);
        return new ConditionOutcome(condition, value, condition.Holds(value), condition.Margin(value));
    }

    private ProductIndicators IndicatorsOf(ProductFlows flows, double? production)
    {
        var values = new IndicatorValue[DependenceIndicators.All.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = _figures.ValueOf((DependenceIndicator)i, 0, production);
        }

        Array.Clear(_origins);
        for (int f = 0; f < flows.Count; f++)
        {
            if (buyers.BuyerOf[flows.Importer(f)] == 0 && buyers.BuyerOf[flows.Exporter(f)] != 0)
            {
                _origins[flows.Exporter(f)] += flows.Values[f];
            }
        }

        return new ProductIndicators(
            values,
            production,
            Largest(_origins, _figures.ImportsOf(0)),
            Largest(_figures.Sold, _figures.WorldExports)
        );
    }

    private Holder[] Largest(ReadOnlySpan<double> amounts, double total)
    {
        var largest = new List<(double Amount, int Economy)>();
        for (int e = 0; e < amounts.Length; e++)
        {
            if (amounts[e] > 0)
            {
                largest.Add((amounts[e], e));
            }
        }

        return
        [
            .. largest
                .OrderByDescending(l => l.Amount)
                .ThenBy(l => l.Economy)
                .Take(options.Holders)
                .Select(l => new Holder(panel.Economies[l.Economy], l.Amount / total)),
        ];
    }
}
