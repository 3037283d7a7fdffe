using Rootscope.Shocks.Kinds;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tests.Conventions;
using Rootscope.Tests.Properties;

namespace Rootscope.Tests.Shocks.Lenses;

/// <summary>What a lens takes up it computes: every kind of shock and every change, under every lens.</summary>
public class RepresentationTests
{
    /// <summary>Below what the examples cost the smallest of the regions they are aimed at, and far above rounding.</summary>
    private const double LeastEffect = 1e-9;

    /// <summary>One of each change that shocks are made of, aimed at region 0. A new one needs an entry here.</summary>
    private static IChange ExampleOf(Type change, RegionNumber other) =>
        change.Name switch
        {
            nameof(DeliveryCut) => new DeliveryCut(new(1), other, new(0), 0.5),
            nameof(OutputCut) => new OutputCut(new(1), new(0), 0.5),
            nameof(TariffChange) => new TariffChange(new(1), other, new(0), 0.25),
            nameof(ProductivityShift) => new ProductivityShift(new(1), new(0), 1.2),
            nameof(PurchaseCut) => new PurchaseCut(new(1), new(0), other, 0.5),
            nameof(FirmListing) => new FirmListing(["Example Instruments"], "csl"),
            nameof(InvestmentChange) => new InvestmentChange(new(1), new(0), 0.7),
            _ => throw new ArgumentOutOfRangeException(nameof(change), change.Name, "Give this change an example here."),
        };

    public static TheoryData<string, string, bool> Kinds => Pairs(ShockKinds.Default.All.Select(k => k.Word));

    public static TheoryData<string, string, bool> Changes => Pairs(ChangeTypes.Select(t => t.Name));

    private static IEnumerable<Type> ChangeTypes =>
        Repository.Library.GetTypes().Where(t => t.IsAssignableTo(typeof(IChange)) && t is { IsInterface: false, IsAbstract: false });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_kind_meets_a_lens_without_figures_or_a_reason(string kind, string lens, bool manyRegions)
    {
        FlowTable table = TableOf(manyRegions);
        LensResult result = ScenarioRun
            .Of(
                ScenarioCases.Scenario(table, ExampleShocks.Of(ShockKinds.Default.Of(kind), table)),
                table,
                [LensRegistry.Default.Named(lens)],
                progress: null,
                TestContext.Current.CancellationToken
            )
            .Lenses[0];
        Assert.All(result.Unrepresented, u => Assert.EndsWith(".", u.Reason, StringComparison.Ordinal));
        Assert.Equal(result.Unrepresented.Count > 0, result.Status is ScenarioStatus.NotRepresented or ScenarioStatus.Partial);
        Assert.Equal(result.Status != ScenarioStatus.NotRepresented, result.HasFigures);
        Assert.Equal(result.HasFigures ? table.Sectors.Regions.Count : 0, result.Figures.Regions.Count);
        Assert.All(result.Figures.Regions, r => Assert.True(double.IsFinite(r.Loss) && double.IsFinite(r.Base)));
        Assert.All(result.Figures.Sectors, s => Assert.True(double.IsFinite(s.OutputMoney ?? 0) && double.IsFinite(s.CostChange ?? 0)));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_is_refused_with_a_reason_or_has_an_effect(string change, string lens, bool manyRegions)
    {
        FlowTable table = TableOf(manyRegions);
        var on = ScenarioTable.Of(ScenarioCases.Scenario(table), table);
        IChange example = ExampleOf(ChangeTypes.Single(t => t.Name == change), manyRegions ? new(1) : ScenarioTable.Abroad);
        ScenarioModel model = LensRegistry.Default.Named(lens).ScenarioOn(on);
        if (model.ReasonAgainst(example, on) is { } reason)
        {
            Assert.True(reason.Length > 10 && reason.EndsWith('.'), reason);
            Assert.Throws<ArgumentException>(() =>
                model.Solve(on, [example], ScenarioCases.Elasticities, TestContext.Current.CancellationToken)
            );
            return;
        }

        LensFigures figures = model.Solve(on, [example], ScenarioCases.Elasticities, TestContext.Current.CancellationToken);
        Assert.Equal(ScenarioStatus.Ok, figures.Status);
        Assert.True(figures.Regions.Max(r => Math.Abs(r.Loss)) > LeastEffect, $"{lens} takes {change} up and nothing comes of it.");
    }

    [Fact]
    public void A_change_that_no_handler_takes_is_refused_in_its_own_words()
    {
        FlowTable table = TableOf(manyRegions: true);
        var on = ScenarioTable.Of(ScenarioCases.Scenario(table), table);
        Assert.All(
            LensRegistry.Default.All,
            lens => Assert.Equal("This lens has no notion of a change of the moon.", lens.ScenarioOn(on).ReasonAgainst(new Moon(), on))
        );
    }

    private static FlowTable TableOf(bool manyRegions) => manyRegions ? ScenarioCases.World : EmbeddedTables.Read("china-2020");

    private static TheoryData<string, string, bool> Pairs(IEnumerable<string> rows)
    {
        var pairs = new TheoryData<string, string, bool>();
        foreach (string row in rows)
        {
            foreach (ILens lens in LensRegistry.Default.All)
            {
                pairs.Add(row, lens.Word, true);
                pairs.Add(row, lens.Word, false);
            }
        }

        return pairs;
    }

    private sealed record Moon : IChange
    {
        public string Subject => "a change of the moon";
    }
}
