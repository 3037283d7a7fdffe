using System.CommandLine;
using System.Globalization;
using Rootscope.Answers;
using Rootscope.Answers.Pictures;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Roots;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;
using Rootscope.Roots;
using Rootscope.Roots.Measures;
using Rootscope.Tables;

namespace Rootscope.Cli.Roots;

/// <summary><c>rootscope roots compare</c>: two rankings side by side, of two tables or of one table under two readings.</summary>
internal static class RootsCompareCommand
{
    private static readonly Argument<string> First = new("A")
    {
        Description = $"The first table. Default: {TableArgument.Default}.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => TableArgument.Default,
    };

    private static readonly Argument<string?> Second = new("B")
    {
        Description =
            "The second table, of the same classification. Without it the first is compared with itself under two readings (--readings).",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Choice<RootReadings> Readings = new(
        "--readings",
        "What the two readings of one table are.",
        RootReadings.Capital,
        ("capital", RootReadings.Capital),
        ("revenue", RootReadings.Revenue)
    );

    private static readonly Choice<CompareOrder> Order = new(
        "--order",
        "Rows by the second ranking, or by how far they move.",
        CompareOrder.Rank,
        ("rank", CompareOrder.Rank),
        ("moves", CompareOrder.Moves)
    );

    private static readonly Option<int?> Top = ReportWriter.TopOption();

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "compare",
            "Sets two root rankings side by side: of two tables, without and with capital use, or by revenue and by the measure.",
            "rootscope roots compare",
            "rootscope roots compare usa-2017 --readings revenue --order moves --top 10",
            "rootscope roots compare china-2020 china-2020 --cut 0.8 -f csv"
        );
        command.Draws = true;
        var choices = new RootChoices();
        command.Add(First);
        command.Add(Second);
        command.Add(Readings.Option);
        command.Add(Order.Option);
        command.Add(Top);
        choices.AddTo(command, withBridge: false);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, choices, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, RootChoices choices, CancellationToken cancellation)
    {
        _ = ReportWriter.FormatOf(parsed);
        int top = ReportWriter.TopOf(parsed, Top);

        string one = parsed.GetRequiredValue(First);
        string? other = parsed.GetValue(Second);
        RootReadings? readings = other is null ? Readings.Of(parsed) : null;
        RootQuestion after = choices.Ranking(parsed, other ?? one);
        RootQuestion before = readings switch
        {
            RootReadings.Capital => after with { Economy = after.Economy with { Capital = CapitalTreatment.Off, CapitalFlows = null } },
            RootReadings.Revenue => after with { Sort = RootMeasures.Output },
            _ => choices.Ranking(parsed, one),
        };
        (after with { Top = top }).Validate();
        after = readings == RootReadings.Capital ? after with { Economy = after.Economy with { Capital = CapitalTreatment.On } } : after;
        Analyst analyst = Analysts.Of(parsed);

        // A table or region that is not there is refused before the first ranking is computed.
        _ = analyst.Economy(after.Economy);
        RootAnswer first = analyst.Roots(before, progress: null, cancellation);
        RootAnswer second = analyst.Roots(after, progress: null, cancellation);
        (string First, string Second) words = Words(readings, first.Ranking.Table, second.Ranking.Table);
        CompareOrder order = ReportWriter.IsPicture(parsed) ? Order.Given(parsed) ?? CompareOrder.Moves : Order.Of(parsed);
        Report report = ToReport(first, second, words, order, top);
        ReportWriter.Write(report, parsed, () => new SheetDrawing(ReportBars.Of(report, Drawing(words), SheetFormat.Wide)));
        return ExitCode.Ok;
    }

    private static ReportDrawing Drawing((string First, string Second) words) =>
        new(
            "rise",
            ["code", "name"],
            $"What moves between two rankings: {words.First}, {words.Second}",
            $"Places that an industry rises from {words.First} to {words.Second}; below 0 where it falls."
        );

    private static (string First, string Second) Words(RootReadings? readings, FlowTable first, FlowTable second) =>
        readings switch
        {
            RootReadings.Capital => ("without capital use", "with capital use"),
            RootReadings.Revenue => ("by revenue", "by the measure"),
            _ => (first.Metadata.Id, second.Metadata.Id),
        };

    private static Report ToReport(RootAnswer before, RootAnswer after, (string First, string Second) words, CompareOrder order, int top)
    {
        (RootRanking first, RootRanking second) = (before.Ranking, after.Ranking);
        var comparison = RootComparison.Of(first, second);
        IEnumerable<RootPair> rows =
            order == CompareOrder.Rank
                ? comparison.Pairs
                : comparison.Pairs.OrderByDescending(p => Math.Abs(p.Rise)).ThenBy(p => p.Second.Rank);
        return new Report<RootPair>(
            "roots-compare",
            Columns(words),
            top == 0 ? rows : rows.Take(top),
            new Provenance
            {
                Command = $"roots compare {first.Table.Metadata.Id} {second.Table.Metadata.Id}",
                Table = second.Table,
                Question = after.Question,
                Further = [before.Question],
                Steps = after.Economy.Steps,
                Options = [new("first", words.First), new("second", words.Second), .. RootWords.Described(second.Options, second.Table)],
                Notes = [.. second.CalibrationNotes, .. Missing(comparison, words)],
            }
        )
        {
            Remarks = [InWords(comparison, words)],
        };
    }

    private static IEnumerable<string> Missing(RootComparison comparison, (string First, string Second) words)
    {
        foreach (
            (IReadOnlyList<string> codes, string where) in new[]
            {
                (comparison.OnlyFirst, words.First),
                (comparison.OnlySecond, words.Second),
            }
        )
        {
            if (codes.Count > 0)
            {
                yield return $"Only in {where}: {string.Join(", ", codes)}.";
            }
        }
    }

    private static IReadOnlyList<Column<RootPair>> Columns((string First, string Second) words) =>
        [
            new("code", string.Empty, "Code in the classification of both.", ColumnStyle.Text, "code", p => p.Second.Code),
            new("name", string.Empty, "Official English name.", ColumnStyle.Text, "industry", p => p.Second.Name),
            new("firstRank", string.Empty, "Place in the first.", ColumnStyle.Whole, $"# {words.First}", p => p.First.Rank),
            new("secondRank", string.Empty, "Place in the second.", ColumnStyle.Whole, $"# {words.Second}", p => p.Second.Rank),
            new(
                "rise",
                "ranks",
                "Places that it rises from the first to the second; below 0 where it falls.",
                ColumnStyle.Whole,
                "rise",
                p => p.Rise
            ),
            new("firstLeverage", "ratio", "Leverage in the first.", ColumnStyle.Number, "leverage, first", p => p.First.Leverage),
            new("secondLeverage", "ratio", "Leverage in the second.", ColumnStyle.Number, "leverage, second", p => p.Second.Leverage),
            new("firstLoss", "share", "What is lost in the first.", ColumnStyle.Share, "loss, first", p => p.First.Loss)
            {
                Dispensable = 2,
            },
            new("secondLoss", "share", "What is lost in the second.", ColumnStyle.Share, "loss, second", p => p.Second.Loss)
            {
                Dispensable = 2,
            },
            new(
                "outputShare",
                "share",
                "Own output over the output of all industries, in the second.",
                ColumnStyle.Share,
                "output",
                p => p.Second.OutputShare
            )
            {
                Dispensable = 1,
            },
            new("firstStatus", string.Empty, "Status in the first.", ColumnStyle.Text, null, p => p.First.Status),
            new("secondStatus", string.Empty, "Status in the second.", ColumnStyle.Text, null, p => p.Second.Status),
        ];

    private static string InWords(RootComparison comparison, (string First, string Second) words)
    {
        RootPair most = comparison.Pairs.OrderByDescending(p => p.Rise).ThenBy(p => p.Second.Rank).First();
        return most.Rise == 0
            ? $"In words: no product has another place {words.Second} than {words.First}."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"In words: {most.Second.Name} rises furthest, from place {most.First.Rank} {words.First} to place {most.Second.Rank} "
                    + $"{words.Second}, of {comparison.Pairs.Count}."
            );
    }
}

/// <summary>Two readings of one table.</summary>
internal enum RootReadings
{
    /// <summary>Without and with capital use.</summary>
    Capital,

    /// <summary>By output, and by the measure that rankings are sorted by.</summary>
    Revenue,
}

/// <summary>The order of a comparison.</summary>
internal enum CompareOrder
{
    /// <summary>By the second ranking.</summary>
    Rank,

    /// <summary>By the number of places moved, the most first.</summary>
    Moves,
}
