using Rootscope.Dependence;
using Rootscope.Dependence.Indicators;
using Rootscope.Dependence.Panels;
using Rootscope.Dependence.Rules;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Dependence;

/// <summary>
/// The cases at the edge: nothing bought, nothing sold, one seller, years and codes that are not there, economies that split.
/// </summary>
public class DependenceAnalysisTests
{
    private const double Exact = 1e-15;

    private static readonly DependenceRule GeoDep = DependenceRules.Read("geodep");

    private static readonly DependenceRule Commission = DependenceRules.Read("eu2021");

    [Fact]
    public void Without_imports_there_is_no_concentration_and_no_dependence()
    {
        DependenceRow row = Row("2020,chips,A,B,10\n2020,chips,C,B,1\n2020,toys,B,A,1", "A", Commission);
        Assert.Equal(IndicatorStatus.NoImports, row.Indicators![DependenceIndicator.ImportConcentration].Status);
        Assert.Null(row.Indicators[DependenceIndicator.ImportExportRatio].Value);
        Assert.Equal(0, row.Indicators[DependenceIndicator.Imports].Value);
        Assert.Equal(10, row.Indicators[DependenceIndicator.Exports].Value);
        Assert.False(row.Verdict.IsDependent);
        Assert.Null(row.Verdict.Margin);
        Assert.Equal(YearStatus.NoImports, row.Years[^1].Status);
        Assert.Empty(row.Indicators.Origins);
        Assert.Null(row.Deciding);
    }

    [Fact]
    public void Without_exports_the_ratio_has_no_bound_and_its_margin_is_one()
    {
        DependenceRow row = Row("2020,chips,B,A,10\n2020,chips,B,C,10", "A", Commission);
        Assert.Equal(IndicatorStatus.Unbounded, row.Indicators![DependenceIndicator.ImportExportRatio].Status);
        Assert.Null(row.Indicators[DependenceIndicator.ImportExportRatio].Value);
        Assert.True(row.Verdict.IsDependent);
        Assert.Equal(1, row.Verdict.Margin);
        Assert.All(row.Conditions, c => Assert.Equal(1, c.Margin));
    }

    [Fact]
    public void GeoDep_writes_9999_where_there_are_no_exports()
    {
        DependenceRow row = Row("2020,chips,B,A,10\n2019,chips,B,A,10", "A", GeoDep);
        Assert.Equal(9999, row.Conditions[2].Value.Value);
        Assert.True(row.Verdict.IsDependent);
        Assert.Equal(1 - (1 / 9999.0), row.Conditions[2].Margin!.Value, Exact);
    }

    [Fact]
    public void A_single_exporter_holds_everything()
    {
        DependenceRow row = Row("2020,chips,B,A,10\n2020,chips,B,C,10\n2020,toys,A,D,1", "A", Commission);
        foreach (
            DependenceIndicator whole in new[]
            {
                DependenceIndicator.ImportConcentration,
                DependenceIndicator.WorldExportConcentration,
                DependenceIndicator.LargestOriginShare,
                DependenceIndicator.LargestExporterShare,
                DependenceIndicator.EffectiveSuppliers,
                DependenceIndicator.Suppliers,
            }
        )
        {
            Assert.Equal(1, row.Indicators![whole].Value);
        }

        Assert.Equal(Math.Log(4), row.Indicators![DependenceIndicator.WorldExportTheil].Value!.Value, Exact);
        Assert.Equal(Math.Log(3), row.Indicators[DependenceIndicator.ImportTheil].Value!.Value, Exact);
        Assert.Equal([new Holder("B", 1)], row.Indicators.Origins);
    }

    [Theory]
    [InlineData("2019 2020", true)] // 2018 is missing: two years hold, and it cannot turn that
    [InlineData("2020", null)] // two years are missing: one of them could make it two
    [InlineData("2018 2019 2020", true)]
    public void A_missing_year_is_not_a_year_without_trade(string years, bool? expected)
    {
        string text = string.Join('\n', years.Split(' ').Select(y => $"{y},chips,B,A,10\n{y},chips,B,C,10"));
        DependenceResult result = DependenceAnalysis.Of(TradeTexts.Panel(text), Bloc.Of("A"), GeoDep);
        Assert.Equal([2018, 2019, 2020], result.Years);
        Assert.Equal(expected, result.Rows[0].Verdict.IsDependent);
        Assert.Equal(years.Split(' ').Length, result.Rows[0].Verdict.YearsKnown);
        Assert.Equal(3 - years.Split(' ').Length, result.Notes.Count(n => n.Contains("not known", StringComparison.Ordinal)));
        Assert.Equal(expected is null, result.Rows[0].Verdict.Margin is null);
    }

    [Fact]
    public void A_missing_year_cannot_save_a_product_that_fails_in_the_others()
    {
        DependenceRow row = Row("2019,chips,B,A,10\n2019,chips,A,C,100\n2020,chips,B,A,10\n2020,chips,A,C,100", "A", GeoDep);
        Assert.False(row.Verdict.IsDependent);
        Assert.True(row.Verdict.Margin < 0);
    }

    [Fact]
    public void A_code_of_one_edition_only_is_not_known_in_the_others()
    {
        // 854143 came with the edition of 2022; nobody trades it before.
        const string Text =
            "2021,854140,B,A,10\n2021,854140,B,C,1\n2022,854143,B,A,10\n2022,854143,B,C,1\n2023,854143,B,A,10\n2023,854143,B,C,1";
        DependenceResult result = DependenceAnalysis.Of(TradeTexts.Panel(Text), Bloc.Of("A"), GeoDep);
        DependenceRow gone = result.Rows[0];
        DependenceRow came = result.Rows[1];
        Assert.Equal([YearStatus.Judged, YearStatus.NotTraded, YearStatus.NotTraded], gone.Years.Select(y => y.Status));
        Assert.Null(gone.Verdict.IsDependent);
        Assert.Equal(IndicatorStatus.NotTraded, gone.Indicators![DependenceIndicator.Imports].Status);
        Assert.Equal([YearStatus.NotTraded, YearStatus.Judged, YearStatus.Judged], came.Years.Select(y => y.Status));
        Assert.True(came.Verdict.IsDependent);
        Assert.Equal(2, came.Verdict.YearsKnown);
        Assert.All(result.Churn, c => Assert.Equal(0, c.Fell));
    }

    [Fact]
    public void An_economy_that_split_is_known_as_a_bloc_with_its_parts_and_alone_only_where_it_was()
    {
        // SCG became SRB and MNE.
        const string Text =
            "2005,chips,B,SCG,10\n2006,chips,B,SRB,7\n2006,chips,B,MNE,3\n2006,chips,SRB,MNE,2\n2007,chips,B,SRB,7\n2007,chips,B,MNE,3";
        TradePanel panel = TradeTexts.Panel(Text);
        DependenceResult alone = DependenceAnalysis.Of(panel, Bloc.Of("SRB"), GeoDep);
        Assert.Equal(YearStatus.NoData, alone.Rows[0].Years[0].Status);
        Assert.Contains(alone.Notes, n => n.StartsWith("SRB trades nothing in 2005", StringComparison.Ordinal));
        DependenceResult whole = DependenceAnalysis.Of(panel, new Bloc("SCG+", "Serbia and Montenegro", ["SCG", "SRB", "MNE"]), GeoDep);
        Assert.Equal(3, whole.Rows[0].Verdict.YearsHeld);
        Assert.Equal(10, whole.Rows[0].Indicators![DependenceIndicator.Imports].Value);

        // Joined, the seller's side is one economy too.
        TradePanel joined = JoinedEconomies.In(panel, [new Bloc("SCG", "Serbia and Montenegro", ["SCG", "SRB", "MNE"])]);
        Assert.Equal(["B", "SCG"], joined.Economies);
        Assert.Equal(3, joined.Count);
    }

    [Fact]
    public void Trade_between_members_is_trade_at_home_and_counts_in_the_external_share()
    {
        const string Text = "2020,chips,X,A,30\n2020,chips,Y,B,10\n2020,chips,A,B,60\n2020,chips,A,X,20";
        DependenceRow row = DependenceAnalysis.Of(TradeTexts.Panel(Text), new Bloc("AB", "A and B", ["A", "B"]), Commission).Rows[0];
        Assert.Equal(40, row.Indicators![DependenceIndicator.Imports].Value);
        Assert.Equal(0.4, row.Indicators[DependenceIndicator.ExternalShare].Value);
        Assert.Equal(0.625, row.Indicators[DependenceIndicator.ImportConcentration].Value!.Value, Exact);
        Assert.Equal(0.5, row.Indicators[DependenceIndicator.ImportExportRatio].Value);
        Assert.Equal(2, row.Indicators[DependenceIndicator.ExternalImportExportRatio].Value);
        Assert.Equal([new Holder("X", 0.75), new Holder("Y", 0.25)], row.Indicators.Origins);
    }

    [Fact]
    public void Production_takes_the_place_of_exports_where_it_is_known()
    {
        TradePanel panel = TradeTexts.Panel("2020,chips,B,A,50\n2020,chips,A,C,10\n2020,toys,B,A,50\n2020,toys,A,C,10");
        var production = new ProductionFigures("made", [new ProductionFigure(2020, "A", "chips", 200)]);
        DependenceResult result = DependenceAnalysis.Of(panel, Bloc.Of("A"), Commission, new DependenceOptions { Production = production });
        DependenceRow chips = result.Rows[0];
        Assert.Equal(SupplyBasis.Production, chips.Indicators!.Basis);
        Assert.Equal(0.25, chips.Indicators[DependenceIndicator.ImportExportRatio].Value);
        Assert.Equal(50.0 / 240, chips.Indicators[DependenceIndicator.ImportPenetration].Value!.Value, Exact);
        Assert.False(chips.Verdict.IsDependent);
        Assert.Equal(SupplyBasis.Exports, result.Rows[1].Indicators!.Basis);
        Assert.True(result.Rows[1].Verdict.IsDependent);
        Assert.Equal(IndicatorStatus.NoProduction, result.Rows[1].Indicators![DependenceIndicator.ImportPenetration].Status);
    }

    [Fact]
    public void A_condition_whose_figure_is_missing_leaves_the_year_open_unless_another_fails()
    {
        var rule = new DependenceRule(
            "own",
            "own",
            [
                new(DependenceIndicator.ImportPenetration, ThresholdKind.Above, 0.5),
                new(DependenceIndicator.ImportConcentration, ThresholdKind.Above, 0.9),
            ],
            1,
            1,
            null,
            "own"
        );
        Assert.Equal(YearStatus.FigureMissing, Row("2020,chips,B,A,10", "A", rule).Years[0].Status);
        Assert.Null(Row("2020,chips,B,A,10", "A", rule).Verdict.IsDependent);
        Assert.False(Row("2020,chips,B,A,10\n2020,chips,C,A,10", "A", rule).Verdict.IsDependent);
    }

    [Fact]
    public void Churn_is_the_share_of_flags_that_fell()
    {
        string[] years = ["2019", "2020"];
        string text = string.Join(
            '\n',
            years.SelectMany(y => Enumerable.Range(0, 5).Select(p => $"{y},p{p},B,A,10\n{y},p{p},A,C,{(y == "2020" && p == 0 ? 20 : 1)}"))
        );
        DependenceChurn churn = Assert.Single(DependenceAnalysis.Of(TradeTexts.Panel(text), Bloc.Of("A"), Commission).Churn);
        Assert.Equal((5, 1, 0, 0.2), (churn.Flagged, churn.Fell, churn.Rose, churn.Share));
    }

    [Fact]
    public void Flows_with_all_partners_and_with_oneself_stay_out_and_are_counted()
    {
        TradePanel panel = TradeTexts.Panel("2020,chips,B,A,10\n2020,chips,WLD,A,10\n2020,chips,A,A,5\n2020,chips,A,W00,5");
        Assert.Equal(1, panel.Count);
        Assert.Equal(["A", "B"], panel.Economies);
        Assert.Contains("Left out: 1 flows of an economy with itself.", panel.Metadata.Derivations);
        Assert.Contains("Left out: 2 flows with all partners together.", panel.Metadata.Derivations);
        Assert.Contains(
            "bilateral",
            Assert.Throws<TableException>(() => TradeTexts.Panel("2020,chips,WLD,A,10")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Who_trades_nothing_is_an_unknown_name()
    {
        TradePanel panel = TradeTexts.Panel("2020,chips,BEL,AUT,10");
        UnknownNameException e = Assert.Throws<UnknownNameException>(() => DependenceAnalysis.Of(panel, Bloc.Of("AUS"), Commission));
        Assert.Contains("AUT", e.Nearest);
        Assert.Equal(
            "economy of the bloc",
            Assert.Throws<UnknownNameException>(() => DependenceAnalysis.Of(panel, new Bloc("X", "X", ["P", "Q"]), Commission)).Kind
        );
    }

    private static DependenceRow Row(string text, string buyer, DependenceRule rule)
    {
        TradePanel panel = TradeTexts.Panel(text);
        return DependenceAnalysis.Of(panel, Bloc.Of(buyer), rule).Rows[panel.FindProduct("chips")];
    }
}
