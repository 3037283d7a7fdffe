using CsCheck;
using Rootscope.Dependence;
using Rootscope.Dependence.Indicators;
using Rootscope.Dependence.Panels;
using Rootscope.Dependence.Rules;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tables.Trade;
using Rootscope.Tests.Dependence;

namespace Rootscope.Tests.Properties;

/// <summary>Laws of dependence on random trade.</summary>
public class DependenceLaws
{
    /// <summary>Sums of at most a few dozen terms in another order.</summary>
    private const double Rounding = 1e-12;

    private static readonly string[] Names = ["A", "B", "C", "D", "E", "F", "G"];

    private static readonly DependenceRule[] Rules = [.. DependenceRules.Names.Select(DependenceRules.Read)];

    private static readonly Gen<TradeFlow[]> Trade = Gen.Select(
            Gen.Int[2018, 2021],
            Gen.Int[0, 6],
            Gen.Int[0, 6],
            Gen.Int[0, 3],
            Gen.Int[1, 1000]
        )
        .Array[1, 150]
        .Select(flows =>
            flows
                .Where(f => f.Item2 != f.Item3)
                .Select(f => new TradeFlow(f.Item1, Names[f.Item2], Names[f.Item3], $"p{f.Item4}", f.Item5, null))
                .DistinctBy(f => (f.Year, f.Exporter, f.Importer, f.Product))
                .ToArray()
        )
        .Where(f => f.Length > 0);

    [Fact]
    public void Money_in_another_unit_changes_no_share_no_ratio_and_no_verdict() =>
        Trade.ForAll(flows =>
        {
            TradePanel thousands = Panel(flows.Select(f => f with { Value = f.Value * 1024 }));
            Compare(Panel(flows), thousands, 0, f => f is DependenceIndicator.Imports or DependenceIndicator.Exports ? 1024 : 1, n => n);
        });

    [Fact]
    public void Other_codes_for_economies_change_nothing_but_the_codes() =>
        Trade.ForAll(flows =>
        {
            string Other(string code) => ((char)('Z' - code[0] + 'A')).ToString();
            Compare(
                Panel(flows),
                Panel(flows.Select(f => f with { Exporter = Other(f.Exporter), Importer = Other(f.Importer) })),
                Rounding,
                _ => 1,
                Other
            );
        });

    [Fact]
    public void A_flow_of_zero_changes_nothing() =>
        Gen.Select(Trade, Gen.Int[0, 6], Gen.Int[0, 6])
            .ForAll(
                (flows, a, b) =>
                {
                    string[] present = [.. flows.SelectMany(f => (string[])[f.Exporter, f.Importer]).Distinct()];
                    var nothing = new TradeFlow(
                        flows[0].Year,
                        present[a % present.Length],
                        present[b % present.Length],
                        flows[0].Product,
                        0,
                        null
                    );
                    if (
                        !flows.Any(f =>
                            (f.Year, f.Exporter, f.Importer, f.Product)
                            == (nothing.Year, nothing.Exporter, nothing.Importer, nothing.Product)
                        )
                    )
                    {
                        Compare(Panel(flows), Panel([.. flows, nothing]), 0, _ => 1, n => n);
                    }
                }
            );

    [Fact]
    public void Order_of_the_flows_and_number_of_threads_change_no_bit() =>
        Trade.ForAll(flows =>
        {
            TradePanel panel = Panel(flows);
            var one = DependenceSurvey.Of(panel, Rules, threads: 1);
            var four = DependenceSurvey.Of(Packed(flows.Reverse()), Rules, threads: 4);
            for (int r = 0; r < Rules.Length; r++)
            {
                for (int b = 0; b < panel.Economies.Count; b++)
                {
                    DependenceResult alone = DependenceAnalysis.Of(
                        panel,
                        Bloc.Of(panel.Economies[b]),
                        Rules[r],
                        new DependenceOptions { Years = one.Years }
                    );
                    for (int p = 0; p < panel.Products.Count; p++)
                    {
                        Assert.Equal(one.VerdictOf(r, new(b), new(p)), four.VerdictOf(r, new(b), new(p)));
                        DependenceVerdict verdict = alone.Rows[p].Verdict;
                        Assert.Equal(
                            new SurveyVerdict(verdict.IsDependent, verdict.Margin, verdict.YearsHeld, verdict.YearsKnown),
                            one.VerdictOf(r, new(b), new(p))
                        );
                    }

                    Assert.Equal(alone.Rows.Count(row => row.Verdict.IsDependent == true), one.CountOf(r, new(b)));
                }
            }
        });

    [Fact]
    public void Concentration_lies_between_equal_shares_and_one_holder() =>
        Trade.ForAll(flows =>
        {
            TradePanel panel = Panel(flows);
            foreach (string economy in panel.Economies)
            {
                foreach (
                    DependenceRow row in DependenceAnalysis
                        .Of(panel, Bloc.Of(economy), Rules[0], new DependenceOptions { WithClustering = true })
                        .Rows
                )
                {
                    if (row.Indicators is { } figures && figures[DependenceIndicator.ImportConcentration].Value is { } hhi)
                    {
                        double suppliers = figures[DependenceIndicator.Suppliers].Value!.Value;
                        Assert.InRange(hhi, (1 / suppliers) - Rounding, 1 + Rounding);
                        Assert.InRange(
                            figures[DependenceIndicator.LargestOriginShare].Value!.Value,
                            hhi - Rounding,
                            Math.Sqrt(hhi) + Rounding
                        );
                        Assert.InRange(
                            figures[DependenceIndicator.ImportTheil].Value!.Value,
                            0,
                            Math.Log(panel.Economies.Count - 1) + Rounding
                        );
                        Assert.InRange(figures[DependenceIndicator.Clustering].Value!.Value, 0, 1);
                        Assert.Equal(1, figures[DependenceIndicator.ExternalShare].Value);
                    }

                    Assert.True(row.Verdict.Margin is not { } margin || (row.Verdict.IsDependent == true ? margin >= 0 : margin <= 0));
                }
            }
        });

    [Fact]
    public void A_bloc_joined_beforehand_buys_what_it_buys_as_a_bloc() =>
        Trade.ForAll(
            flows =>
            {
                TradePanel panel = Panel(flows);
                var bloc = new Bloc("U", "Union", ["A", "B", "C"]);
                if (flows.All(f => bloc.Members.Contains(f.Exporter) && bloc.Members.Contains(f.Importer)))
                {
                    Assert.Throws<TableException>(() => JoinedEconomies.In(panel, [bloc]));
                    return;
                }

                TradePanel joined = JoinedEconomies.In(panel, [bloc]);
                if (joined.FindEconomy("U") < 0)
                {
                    return;
                }

                var options = new DependenceOptions { Years = panel.Years };
                foreach (
                    (DependenceRow apart, DependenceRow one) in DependenceAnalysis
                        .Of(panel, bloc, Rules[2], options)
                        .Rows.Zip(DependenceAnalysis.Of(joined, Bloc.Of("U"), Rules[2], options).Rows)
                )
                {
                    foreach (
                        DependenceIndicator same in new[]
                        {
                            DependenceIndicator.ImportConcentration,
                            DependenceIndicator.Imports,
                            DependenceIndicator.Exports,
                            DependenceIndicator.ExternalImportExportRatio,
                        }
                    )
                    {
                        // What only members trade with each other is not traded at all once they are one.
                        if (apart.Indicators?[same].Value is { } expected && expected > 0)
                        {
                            Assert.Equal(expected, one.Indicators![same].Value!.Value, expected * Rounding);
                        }
                    }
                }
            },
            count: 200
        );

    private static TradePanel Panel(IEnumerable<TradeFlow> flows) => TradePanel.Of(new TradeFlows(TradeTexts.Metadata, flows));

    /// <summary>Packed without the sorting of a list of flows.</summary>
    private static TradePanel Packed(IEnumerable<TradeFlow> flows)
    {
        TradeFlow[] all = [.. flows];
        string[] economies = [.. all.SelectMany(f => (string[])[f.Exporter, f.Importer]).Distinct().Order(StringComparer.Ordinal)];
        string[] products = [.. all.Select(f => f.Product).Distinct().Order(StringComparer.Ordinal)];
        var builder = new TradePanelBuilder(TradeTexts.Metadata, economies, products);
        foreach (TradeFlow f in all)
        {
            builder.Add(
                f.Year,
                new(Array.IndexOf(products, f.Product)),
                new(Array.IndexOf(economies, f.Exporter)),
                new(Array.IndexOf(economies, f.Importer)),
                f.Value
            );
        }

        return builder.Build();
    }

    private static void Compare(
        TradePanel before,
        TradePanel after,
        double tolerance,
        Func<DependenceIndicator, double> scale,
        Func<string, string> rename
    )
    {
        foreach (string economy in before.Economies)
        {
            var options = new DependenceOptions { WithClustering = true };
            DependenceResult first = DependenceAnalysis.Of(before, Bloc.Of(economy), Rules[1], options);
            DependenceResult second = DependenceAnalysis.Of(after, Bloc.Of(rename(economy)), Rules[1], options);
            foreach ((DependenceRow a, DependenceRow b) in first.Rows.Zip(second.Rows))
            {
                Assert.Equal((a.Product, a.Verdict.YearsKnown), (b.Product, b.Verdict.YearsKnown));
                foreach (IndicatorDefinition definition in DependenceIndicators.All.Where(_ => a.Indicators is not null))
                {
                    (IndicatorValue x, IndicatorValue y) = (a.Indicators![definition.Indicator], b.Indicators![definition.Indicator]);
                    Assert.Equal(x.Status, y.Status);
                    Assert.Equal(
                        (x.Value ?? 0) * scale(definition.Indicator),
                        y.Value ?? 0,
                        tolerance * Math.Max(1, Math.Abs(x.Value ?? 0))
                    );
                }

                // A value that another order of summing moves across its threshold may turn the flag; nothing else may.
                Assert.True(
                    a.Verdict.IsDependent == b.Verdict.IsDependent
                        || a.Years.Any(y => y.Margin is { } margin && Math.Abs(margin) <= Rounding)
                );
            }
        }
    }
}
