using System.Text.Json;
using Rootscope.Accounts.Paths;
using Rootscope.Answers.Questions;
using Rootscope.Complexity;
using Rootscope.Roots.Validation;
using Rootscope.Shocks;
using Rootscope.Shocks.Scenarios;
using Rootscope.WeakSpots;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>Columns are declared once, every format reads them, and no number that is none passes.</summary>
public sealed class ReportTests
{
    private static readonly IReadOnlyList<Column<Made>> Columns =
    [
        new("name", string.Empty, "What it is called.", ColumnStyle.Text, "name", m => m.Name),
        new("share", "share", "A share.", ColumnStyle.Share, "share", m => m.Share),
        new("status", string.Empty, $"{StatusWords.AllOf<CutStatus>()}.", ColumnStyle.Text, null, m => m.Status),
    ];

    [Fact]
    public void Every_format_reads_the_same_columns_and_data_keeps_a_share_a_fraction()
    {
        Report<Made> report = Of(new Made("a, \"b\"", 0.00673, CutStatus.NotConverged), new Made("c", null, CutStatus.Ok));
        Assert.Equal("name,share,status\n\"a, \"\"b\"\"\",0.00673,not-converged\nc,,ok\n", report.ToCsv());
        using var json = JsonDocument.Parse(report.ToJson());
        JsonElement first = json.RootElement.GetProperty("rows")[0];
        Assert.Equal(0.00673, first.GetProperty("share").GetDouble());
        Assert.Equal("not-converged", first.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("rows")[1].GetProperty("share").ValueKind);
        Assert.Equal("share", json.RootElement.GetProperty("columns")[1].GetProperty("unit").GetString());
        Assert.Contains("| c | – |", report.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains("0.67%", report.ToMarkdown(), StringComparison.Ordinal);
        Assert.Equal(0.00673, report.Items[0].Share);
    }

    [Fact]
    public async Task A_report_of_two_blocks_carries_the_question_of_each()
    {
        CliRun run = await CliRun.Once("roots", "-q", "-f", "json");
        JsonElement provenance = JsonDocument.Parse(run.Output).RootElement.GetProperty("provenance");
        JsonElement further = Assert.Single(provenance.GetProperty("furtherQuestions").EnumerateArray());
        Assert.Equal(
            ["all", "imported"],
            new[] { provenance, further }.Select(p => p.GetProperty("question").GetProperty("supply").GetString())
        );
        Assert.All(
            (JsonElement[])[provenance, further],
            p =>
                Assert.Equal(
                    Question.FromJson(p.GetProperty("question").GetRawText()).ContentHash,
                    p.GetProperty("questionHash").GetString()
                )
        );
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void No_report_holds_a_number_that_is_none(double none)
    {
        ModelException fault = Assert.Throws<ModelException>(() => Of(new Made("a", 0.5, CutStatus.Ok), new Made("b", none, CutStatus.Ok)));
        Assert.Contains("'share', row 2", fault.Message, StringComparison.Ordinal);
        Report<Made> report = Of(new Made("a", 0.5, CutStatus.Ok));
        Assert.Throws<ModelException>(() =>
            report with
            {
                Rows =
                [
                    ["b", none, "ok"],
                ],
            }
        );
        Assert.Throws<ModelException>(() => Section.Of("made", Columns, [new Made("b", none, CutStatus.Ok)]));
        Section section = Section.Of("made", Columns, [new Made("b", 0.5, CutStatus.Ok)]);
        Assert.Throws<ModelException>(() =>
            section with
            {
                Rows =
                [
                    ["b", none, "ok"],
                ],
            }
        );
    }

    [Fact]
    public void A_word_is_the_members_name_and_no_two_members_share_one()
    {
        Assert.Equal("not-represented", StatusWords.Of(CutStatus.NotRepresented));
        Assert.Equal("build-now", StatusWords.Of(Corner.BuildNow));
        Assert.Equal("ok, collapse, no-use, not-converged, not-represented or extrapolated", StatusWords.AllOf<CutStatus>());
        Assert.Throws<ArgumentOutOfRangeException>(() => StatusWords.Of((CutStatus)99));
        Enum[] all =
        [
            .. Enum.GetValues<ScenarioStatus>().Cast<Enum>(),
            .. Enum.GetValues<SpotStatus>().Cast<Enum>(),
            .. Enum.GetValues<ValidityStatus>().Cast<Enum>(),
            .. Enum.GetValues<ComplexityStatus>().Cast<Enum>(),
            .. Enum.GetValues<PathListEnd>().Cast<Enum>(),
        ];
        Assert.All(all.GroupBy(m => m.GetType()), g => Assert.Equal(g.Count(), g.Select(m => StatusWords.Of(m)).Distinct().Count()));
    }

    private static Report<Made> Of(params Made[] rows) => new("made", Columns, rows, new Provenance { Command = "made" });

    private sealed record Made(string Name, double? Share, CutStatus Status);
}
