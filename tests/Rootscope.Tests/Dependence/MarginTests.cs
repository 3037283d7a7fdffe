using CsCheck;
using Rootscope.Dependence.Indicators;
using Rootscope.Dependence.Rules;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Dependence;

/// <summary>What a flag's margin says.</summary>
public class MarginTests
{
    private const double Exact = 1e-15;

    private static readonly DependenceCondition Concentrated = new(DependenceIndicator.ImportConcentration, ThresholdKind.Above, 0.4);

    private static readonly DependenceCondition Outweighed = new(DependenceIndicator.ImportExportRatio, ThresholdKind.Above, 1);

    [Fact]
    public void A_product_just_over_the_threshold_does_not_look_like_one_far_over_it()
    {
        Assert.Equal(1.0 / 60, Concentrated.Margin(IndicatorValue.Of(0.41))!.Value, Exact);
        Assert.Equal(55.0 / 60, Concentrated.Margin(IndicatorValue.Of(0.95))!.Value, Exact);
        Assert.Equal(-0.025, Concentrated.Margin(IndicatorValue.Of(0.39))!.Value, Exact);
        Assert.True(Verdict(0.41).IsClose);
        Assert.False(Verdict(0.95).IsClose);
    }

    [Fact]
    public void Twice_the_threshold_of_a_ratio_is_half_way_and_no_exports_all_of_it()
    {
        Assert.Equal(0.5, Outweighed.Margin(IndicatorValue.Of(2)));
        Assert.Equal(-0.5, Outweighed.Margin(IndicatorValue.Of(0.5)));
        Assert.Equal(1, Outweighed.Margin(IndicatorValue.Without(IndicatorStatus.Unbounded)));
        Assert.Null(Outweighed.Margin(IndicatorValue.Without(IndicatorStatus.NoImports)));
        Assert.False(Outweighed.Holds(IndicatorValue.Without(IndicatorStatus.NoImports)));
        Assert.Null(Outweighed.Holds(IndicatorValue.Without(IndicatorStatus.NoProduction)));
    }

    [Fact]
    public void At_the_threshold_itself_the_kind_decides_and_the_margin_is_nothing()
    {
        foreach (ThresholdKind kind in Enum.GetValues<ThresholdKind>())
        {
            DependenceCondition condition = Concentrated with { Kind = kind };
            Assert.Equal(kind is ThresholdKind.AtLeast or ThresholdKind.AtMost, condition.Holds(IndicatorValue.Of(0.4)));
            Assert.Equal(0, condition.Margin(IndicatorValue.Of(0.4)));
        }
    }

    [Fact]
    public void The_margin_has_the_sign_of_the_answer() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Enum<ThresholdKind>(), Gen.Bool)
            .ForAll(
                (value, threshold, kind, bounded) =>
                {
                    var condition = new DependenceCondition(
                        bounded ? DependenceIndicator.ImportConcentration : DependenceIndicator.ImportExportRatio,
                        kind,
                        threshold
                    );
                    double margin = condition.Margin(IndicatorValue.Of(value))!.Value;
                    bool holds = condition.Holds(IndicatorValue.Of(value))!.Value;
                    Assert.True(margin is >= -1 and <= 1 && (holds ? margin >= 0 : margin <= 0));
                }
            );

    [Theory]
    [InlineData(2, "0.5 -0.2 0.1", true, 0.1)]
    [InlineData(2, "0.5 -0.2 -0.1", false, -0.1)]
    [InlineData(1, "-0.5 -0.2 -0.1", false, -0.1)]
    [InlineData(3, "0.5 0.2 0.1", true, 0.1)]
    [InlineData(2, "0.5 ? 0.1", true, 0.1)]
    [InlineData(2, "0.5 ? -0.1", null, null)]
    [InlineData(3, "0.5 ? -0.1", false, -0.1)]
    [InlineData(2, "? ? -0.1", null, null)]
    [InlineData(3, "? none -0.1", false, null)]
    [InlineData(2, "none 0.3 -0.1", false, -0.1)]
    [InlineData(2, "none none -0.1", false, null)]
    public void The_year_that_decides_gives_the_margin(int needed, string years, bool? expected, double? margin)
    {
        YearMark[] window =
        [
            .. years
                .Split(' ')
                .Select(y =>
                    y switch
                    {
                        "?" => YearMark.NoData,
                        "none" => new YearMark(YearStatus.NoImports, false, null),
                        _ => Judged(double.Parse(y, System.Globalization.CultureInfo.InvariantCulture)),
                    }
                ),
        ];
        Assert.Equal((expected, margin), Judgement.OfWindow(window, needed));
    }

    [Theory]
    [InlineData("'import-hhi' against 1.5", DependenceIndicator.ImportConcentration, 1.5, 1, 1)]
    [InlineData("'suppliers' against -1", DependenceIndicator.Suppliers, -1, 1, 1)]
    [InlineData("3 of 2 years", DependenceIndicator.Suppliers, 1, 3, 2)]
    [InlineData("0 of 2 years", DependenceIndicator.Suppliers, 1, 0, 2)]
    public void A_rule_that_cannot_be_is_refused(string told, DependenceIndicator indicator, double threshold, int needed, int window)
    {
        TableException e = Assert.Throws<TableException>(() =>
            new DependenceRule("own", "own", [new(indicator, ThresholdKind.Above, threshold)], needed, window, null, "own")
        );
        Assert.Contains(told, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Published_rules_say_what_they_hold_against_what()
    {
        Assert.Equal(["eu2021", "geodep", "merics"], DependenceRules.Names);
        Assert.Equal(
            "import-hhi above 0.4 and external-share above 0.5 and import-export-ratio above 1",
            DependenceRules.Read("eu2021").ToString()
        );
        Assert.Equal(
            "import-hhi above 0.4 and world-export-hhi above 0.4 and external-import-export-ratio above 1, in 2 of 3 years",
            DependenceRules.Read("geodep").ToString()
        );
        Assert.Equal("import-export-ratio at least 2", DependenceRules.Read("merics").ToString());
        Assert.All(DependenceRules.Names, n => Assert.Equal(n, DependenceRules.Read(n).Name));
    }

    private static YearMark Judged(double margin) => new(YearStatus.Judged, margin > 0, margin);

    private static DependenceVerdict Verdict(double value) =>
        new(2020, value > 0.4, Concentrated.Margin(IndicatorValue.Of(value)), 1, 1, null, null);
}
