using Rootscope.Catalogue;
using Rootscope.Roots.Validation;
using Rootscope.Tables;

namespace Rootscope.Tests.Roots.Validation;

public class ValidityTableTests
{
    private const string Nbs = "nbs2020";
    private static readonly BootstrapOptions Bootstrap = new() { Seed = 1, Draws = 200 };

    [Fact]
    public void The_best_grade_counts_and_grade_C_is_left_out()
    {
        ExpertLabels labels = Label(
            ["011", "012", "013", "014", "015"],
            Mention("012", PurityGrade.C),
            Mention("012", PurityGrade.B),
            Mention("013", PurityGrade.C),
            Mention("014", PurityGrade.A)
        );
        Assert.Equal(
            [IndustryLabel.NotCompared, IndustryLabel.Positive, IndustryLabel.LeftOut, IndustryLabel.Positive, IndustryLabel.Negative],
            labels.Labels
        );
        Assert.Equal((2, 3), (labels.Positives, labels.Compared));
    }

    [Fact]
    public void Only_manufacturing_and_software_are_compared_in_nbs2020()
    {
        ExpertLabels labels = Label(
            ["011", "012", "099", "100", "127", "128", "129"],
            Mention("012", PurityGrade.A),
            Mention("100", PurityGrade.A)
        );
        Assert.Equal(["012", "099", "128"], Compared(labels, ["011", "012", "099", "100", "127", "128", "129"]));
    }

    [Fact]
    public void Only_manufacturing_and_software_are_compared_in_bea2017()
    {
        string[] codes = ["1111A0", "311111", "33441A", "423100", "511200", "511110", "541511", "54151A", "541200"];
        var labels = ExpertLabels.Of(Industries(codes), "bea2017", [Mention("33441A", PurityGrade.A, "bea2017")]);
        Assert.Equal(["311111", "33441A", "511200", "541511", "54151A"], Compared(labels, codes));
    }

    [Fact]
    public void A_code_that_the_table_lacks_is_named_with_its_line()
    {
        var error = Assert.Throws<TableException>(() => Label(["012", "013"], Mention("077", PurityGrade.A)));
        Assert.Contains("labels.csv, line 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_without_the_tables_classification_is_refused() =>
        Assert.Throws<TableException>(() => Label(["012"], Mention("333242", PurityGrade.A, "bea2017")));

    [Fact]
    public void A_classification_without_a_rule_is_refused() =>
        Assert.Throws<ModelException>(() => ExpertLabels.Of(Industries(["c1"]), "wiod2013", [Mention("c1", PurityGrade.A, "wiod2013")]));

    [Fact]
    public void A_measure_that_tells_no_two_apart_has_no_area()
    {
        string[] codes = [.. Enumerable.Range(13, 20).Select(i => $"0{i}")];
        ExpertLabels labels = Label(codes, [.. codes.Take(9).Select(c => Mention(c, PurityGrade.A))]);
        MeasureValues[] measures =
        [
            new("gap", new double?[20]),
            new("first order", [.. Enumerable.Repeat<double?>(0, 20)]),
            new("loss", [.. Enumerable.Range(0, 20).Select(i => (double?)i)]),
        ];
        IReadOnlyList<ValidityRow> rows = ValidityTable.Of(measures, labels, Bootstrap, TestContext.Current.CancellationToken);
        Assert.Equal([ValidityStatus.Refused, ValidityStatus.Refused, ValidityStatus.Ok], rows.Select(r => r.Status));
        Assert.Equal([true, true, false], rows.Select(r => r.Area is null && r.Low is null && r.High is null));
        Assert.Equal(ValidityStatus.Refused, ValidityTable.Of(new PermutedMeasure("gap", [measures[0]]), labels).Status);
    }

    [Fact]
    public void Fewer_than_eight_positives_give_an_area_without_a_verdict()
    {
        ValidityRow row = Score(positives: 7, industries: 20);
        Assert.Equal((ValidityStatus.TooFewPositives, 7, 20), (row.Status, row.Positives, row.Industries));
        Assert.NotNull(row.Area);
        Assert.Equal(ValidityStatus.Ok, Score(positives: 8, industries: 20).Status);
    }

    [Fact]
    public void A_measure_that_is_undefined_is_ranked_last()
    {
        ExpertLabels labels = Label(["012", "013", "014"], Mention("012", PurityGrade.A));
        ValidityRow row = Assert.Single(ValidityTable.Of([new MeasureValues("m", [null, 1, 2])], labels, Bootstrap));
        Assert.Equal(0, row.Area);
    }

    [Fact]
    public void What_is_left_out_or_not_compared_moves_no_area()
    {
        string[] codes = ["011", "012", "013", "014"];
        ExpertLabels labels = Label(codes, Mention("012", PurityGrade.A), Mention("013", PurityGrade.C));
        double? low = ValidityTable.Of([new MeasureValues("m", [-9, 2, -9, 1])], labels, Bootstrap)[0].Area;
        double? high = ValidityTable.Of([new MeasureValues("m", [9, 2, 9, 1])], labels, Bootstrap)[0].Area;
        Assert.Equal((1.0, 1.0), (low, high));
    }

    private static ValidityRow Score(int positives, int industries)
    {
        string[] codes =
        [
            .. Enumerable.Range(12, industries).Select(i => i.ToString("000", System.Globalization.CultureInfo.InvariantCulture)),
        ];
        ExpertLabels labels = Label(codes, [.. codes.Take(positives).Select(c => Mention(c, PurityGrade.B))]);
        return ValidityTable.Of(
            [new MeasureValues("m", [.. Enumerable.Range(0, industries).Select(i => (double?)(i % 5))])],
            labels,
            Bootstrap
        )[0];
    }

    private static ExpertLabels Label(string[] codes, params ExpertMention[] mentions) => ExpertLabels.Of(Industries(codes), Nbs, mentions);

    private static Industry[] Industries(string[] codes) => [.. codes.Select(c => new Industry(c, c))];

    private static IEnumerable<string> Compared(ExpertLabels labels, string[] codes) =>
        codes.Where((_, i) => labels.Labels[i] != IndustryLabel.NotCompared);

    private static ExpertMention Mention(string code, PurityGrade grade, string classification = Nbs) =>
        new("labels.csv, line 2", "list", "item", classification, code, grade);
}
