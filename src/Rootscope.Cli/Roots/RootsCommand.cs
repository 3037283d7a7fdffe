using System.CommandLine;
using System.Globalization;
using Rootscope.Answers.Roots;
using Rootscope.Catalogue;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;
using Rootscope.Roots;
using Rootscope.Roots.Bands;
using Rootscope.Roots.Irreplaceability;
using Rootscope.Shocks;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Cli.Roots;

/// <summary><c>rootscope roots [TABLE]</c>: the root ranking.</summary>
internal static class RootsCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "roots",
            "Ranks the products of an economy by what it costs to lose part of their supply, beside what their size says.",
            "rootscope roots world-2011 --region CHN --supply imported --origin USA --top 10",
            "rootscope roots china-2020 --by technology --draws 20 --top 10",
            "rootscope roots china-2020 --by technology --top 25 -o roots.svg"
        )
        {
            Draws = true,
        };
        Argument<string> table = TableArgument.Optional();
        var choices = new RootChoices();
        var top = new Option<int>("--top")
        {
            Description = "How many rows to print; 0 for all. Default: 20.",
            HelpName = "N",
            DefaultValueFactory = _ => 20,
        };
        var by = new Choice<RootSubject>(
            "--by",
            "What a row is: an industry, or a technology of the catalogue through the industry that carries it.",
            RootSubject.Industry,
            ("industry", RootSubject.Industry),
            ("technology", RootSubject.Technology)
        );
        Option<string?> origin = OriginReport.Option();
        command.Add(table);
        command.Add(by.Option);
        choices.AddTo(command);
        command.Add(origin);
        var draws = new BandChoices();
        draws.AddTo(command);
        command.Add(top);
        command.Add(RootsValidateCommand.Create());
        command.Add(RootsCompareCommand.Create());
        command.SetAction(
            (parsed, cancellation) =>
                Task.FromResult(
                    Run(parsed, table, choices, draws, by.Of(parsed)!.Value, parsed.GetValue(origin), parsed.GetValue(top), cancellation)
                )
        );
        return command;
    }

    private static int Run(
        ParseResult parsed,
        Argument<string> tableName,
        RootChoices choices,
        BandChoices draws,
        RootSubject by,
        string? origin,
        int top,
        CancellationToken cancellation
    )
    {
        if (top < 0)
        {
            throw new UsageException($"--top cannot be {top}: it is a number of rows, 0 for all.");
        }

        _ = ReportWriter.FormatOf(parsed);
        FlowTable table = TableArgument.Read(parsed, tableName);
        RootOptions options = choices.Read(parsed, table);
        if (origin is not null)
        {
            draws.RefuseWith(parsed, "--origin");
            ReportWriter.Write(
                OriginReport.Of(parsed, table, choices.Region(parsed, table) ?? 0, origin, options, choices, by, top, cancellation),
                parsed
            );
            return ExitCode.Ok;
        }

        FlowTable economy = choices.Economy(parsed, table);
        FlowTable whole = economy;
        TechnologyBridge? bridge = choices.BridgeOf(parsed, economy, by == RootSubject.Technology);
        if (bridge is not null)
        {
            economy = BridgeLibrary.Split(economy, bridge);
            options = RootChoices.For(bridge, options);
        }

        var ranking = RootRanking.Of(economy, options, GlobalOptions.ThreadsOf(parsed), progress: null, cancellation);
        TechnologyCatalogue catalogue = CatalogueLibrary.Read();
        ProductEvidence? evidence = choices.EvidenceOf(parsed, options, whole);
        RootBands? Draw(BandRows rows) => draws.Draw(parsed, ranking.Table, ranking.Options, whole, bridge, rows, evidence, cancellation);
        Report report =
            by == RootSubject.Technology
                ? TechnologyReport.Of(ranking, catalogue, bridge, choices, top, Draw)
                : ToReport(ranking, catalogue, bridge, choices, top, Draw(BandRows.Of(ranking.Rows, top)));
        report = report with { Remarks = [.. report.Remarks, .. choices.EvidenceInWords(parsed, options, whole)] };
        ReportWriter.Write(
            report,
            parsed,
            () => DrawingOf(report, ranking, catalogue, bridge, choices, by, top, GlobalOptions.ThreadsOf(parsed), cancellation)
        );
        return ExitCode.Ok;
    }

    private static Picture DrawingOf(
        Report report,
        RootRanking ranking,
        TechnologyCatalogue catalogue,
        TechnologyBridge? bridge,
        RootChoices choices,
        RootSubject by,
        int top,
        int threads,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<RootPoint> points = RootPoints.Of(ranking, catalogue, bridge, by, threads, cancellation);
        return RootsPicture.Of(
            points,
            top == 0 ? points.Count : Math.Min(top, points.Count),
            ranking,
            report.Provenance,
            ranking.Options.EffectiveSort.Word
        );
    }

    internal static Report ToReport(
        RootRanking ranking,
        TechnologyCatalogue catalogue,
        TechnologyBridge? bridge,
        RootChoices choices,
        int top,
        RootBands? bands
    )
    {
        IEnumerable<RankedRow> rows = RankedRow.Industries(ranking, catalogue, bridge, bands);
        return new Report<RankedRow>(
            "roots",
            RankingColumns.ByIndustry(ranking.Options, bands is not null),
            top == 0 ? rows : rows.Take(top),
            new Provenance
            {
                Command = "roots",
                Table = ranking.Table,
                Options =
                [
                    .. choices.Describe(ranking.Options, ranking.Table),
                    .. bridge is null ? [] : new[] { new KeyValuePair<string, string>("bridge", bridge.Name) },
                    .. BandReport.Describe(bands),
                ],
                Notes = [.. ranking.CalibrationNotes, .. BandReport.Notes(bands)],
            }
        )
        {
            Remarks = [TopRowInWords(ranking), .. BandReport.InWords(bands)],
        };
    }

    /// <summary>What the top row means, in a sentence.</summary>
    internal static string TopRowInWords(RootRanking ranking)
    {
        if (ranking.Rows[0] is not { Loss: { } loss } row)
        {
            return $"No product has a figure under these options; the first row's status is {StatusWords.Of(ranking.Rows[0].Status)}.";
        }

        RootOptions options = ranking.Options;
        string what = options.Supply switch
        {
            SupplyScope.Domestic => "its domestic supply",
            SupplyScope.Imported => "its imports",
            _ => "its supply",
        };
        string where = SpokenName.Of(ranking.Table.Sectors.Regions[0].Name);
        string sentence = string.Create(
            CultureInfo.InvariantCulture,
            $"In words: {row.Name} makes {row.OutputShare * 100:0.00}% of all output of {where}; if {options.Cut * 100:0.##}% of "
                + $"{what} were cut, {where} would lose {loss * 100:0.00}% of its {options.Lens.LossOf}"
        );
        if (row.Status == CutStatus.Collapse)
        {
            return sentence + ": no finite price supports the cut.";
        }

        string gap =
            row.Gap is { } g && options.Lens.Cuts.UsesElasticities
                ? string.Create(CultureInfo.InvariantCulture, $", {g:0.00} times what its size alone says")
                : string.Empty;
        return row.Leverage is { } leverage
            ? sentence + string.Create(CultureInfo.InvariantCulture, $": {leverage:0.00} of money for each 1 of supply cut{gap}.")
            : sentence + ".";
    }
}

/// <summary>What a row of the root ranking is.</summary>
internal enum RootSubject
{
    /// <summary>An industry of the table.</summary>
    Industry,

    /// <summary>A technology of the catalogue.</summary>
    Technology,
}
