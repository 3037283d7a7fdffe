using System.CommandLine;
using System.Globalization;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Roots;
using Rootscope.Answers.Stake;
using Rootscope.Catalogue;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Roots;
using Rootscope.Roots.Bands;
using Rootscope.Roots.Stake;
using Rootscope.Roots.Validation;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Storage;
using Rootscope.Storage.Formats.Lists;
using Rootscope.Tables;

namespace Rootscope.Cli.Roots;

/// <summary><c>rootscope roots validate</c>: whether measures find what experts name.</summary>
internal static class RootsValidateCommand
{
    private static readonly Option<string> Labels = new("--labels")
    {
        Description =
            "An expert list mapped to industries: CSV with the columns list, item_id, classification, code, strength (A, B or C).",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<string?> Items = new("--items")
    {
        Description = "Only items whose item_id ends so, such as _c.",
        HelpName = "SUFFIX",
    };

    private static readonly Option<long> Seed = new("--seed")
    {
        Description = "Seed of the bootstrap. Default: 1.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<int> Draws = new("--draws")
    {
        Description = $"Draws of the bootstrap, at least {BootstrapOptions.FewestDraws}. Default: 1000.",
        HelpName = "N",
        DefaultValueFactory = _ => 1000,
    };

    private static readonly Option<int> Permutations = new("--permutations")
    {
        Description =
            "How often flows and elasticities are exchanged at random, to show what the model adds to the ratings; 0 leaves them and "
            + "the ingredients out. Default: 5.",
        HelpName = "N",
        DefaultValueFactory = _ => 5,
    };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "validate",
            "Scores every measure against an expert list: the chance that an industry the list names ranks above one it does not.",
            "rootscope roots validate china-2020 --labels samples/expert-list.csv",
            "rootscope roots validate china-2020 --labels samples/expert-list.csv --items _c --cut 0.8 --seed 7 --permutations 0 -f json"
        );
        Argument<string> table = TableArgument.Optional();
        var choices = new RootChoices();
        command.Add(table);
        command.Add(Labels);
        command.Add(Items);
        command.Add(Seed);
        command.Add(Draws);
        command.Add(Permutations);
        choices.AddTo(command, withLens: false, withBridge: false);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, table, choices, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, Argument<string> tableName, RootChoices choices, CancellationToken cancellation)
    {
        int draws = parsed.GetValue(Draws);
        if (draws < BootstrapOptions.FewestDraws)
        {
            throw new UsageException($"--draws cannot be {draws}: it is at least {BootstrapOptions.FewestDraws}.");
        }

        if (parsed.GetValue(Permutations) < 0)
        {
            throw new UsageException($"--permutations cannot be {parsed.GetValue(Permutations)}: it is at least 0.");
        }

        _ = ReportWriter.FormatOf(parsed);
        string file = parsed.GetRequiredValue(Labels);
        IReadOnlyList<ExpertMention> mentions = Chosen(LabelReader.Read(file), file, parsed.GetValue(Items));
        RootQuestion question = choices.Ranking(parsed, parsed.GetRequiredValue(tableName));
        RootAnswer answer = Analysts.Of(parsed).Roots(question, progress: null, cancellation);
        RootRanking ranking = answer.Ranking;
        (FlowTable economy, RootOptions options) = (ranking.Table, ranking.Options);
        ExpertLabels labels = ExpertLists.LabelsOf(economy, mentions);
        var bootstrap = new BootstrapOptions { Seed = parsed.GetValue(Seed), Draws = draws };
        StakeQuestion stakeQuestion = AtStake(question);
        StakeScores stake = Scores(stakeQuestion, labels, parsed, bootstrap, cancellation);
        IEnumerable<MeasureValues> older = ValidityMeasures.Of(ranking).Select(m => m with { IsDefault = false });
        IReadOnlyList<ValidityRow> rows =
        [
            .. ValidityTable.Of([.. stake.Measures, .. older], labels, bootstrap, cancellation),
            .. stake.Permuted.Select(m => ValidityTable.Of(m, labels)),
            .. GuardRows(parsed, economy, answer.Economy, options, labels, bootstrap, cancellation),
        ];
        ReportWriter.Write(
            ToReport(
                rows,
                answer,
                labels,
                bootstrap,
                [.. RootWords.Described(options, economy), Describe(stakeQuestion), .. LabelOptions(mentions, parsed, bootstrap)]
            ),
            parsed
        );
        return ExitCode.Ok;
    }

    /// <summary>What is at stake, in the same economy and with the same cut.</summary>
    private static StakeQuestion AtStake(RootQuestion question)
    {
        EconomyQuestion economy = question.Economy;
        return new StakeQuestion(economy)
        {
            Cut = question.Cut,
            Capital = economy.Capital == CapitalTreatment.Off ? StakeCapital.Off : StakeCapital.Stock,
            Elasticities = economy.Elasticities == EconomyQuestion.DefaultElasticities ? StakeQuestion.ByHorizon : economy.Elasticities,
        };
    }

    private static StakeScores Scores(
        StakeQuestion question,
        ExpertLabels labels,
        ParseResult parsed,
        BootstrapOptions bootstrap,
        CancellationToken cancellation
    )
    {
        var guards = new GuardOptions { Seed = bootstrap.Seed, Permutations = parsed.GetValue(Permutations) };
        return Analysts.Of(parsed).StakeScores(question, labels, guards, cancellation);
    }

    /// <summary>The settings of the measures of the stake, which the options of the older measures do not tell.</summary>
    private static KeyValuePair<string, string> Describe(StakeQuestion question) =>
        new(
            "stake",
            string.Create(
                CultureInfo.InvariantCulture,
                $"cut in quantity, capital {QuestionWords.CapitalReadings.WordOf(question.Capital)}, elasticities "
                    + $"{question.Elasticities}, exports {question.Exports}, at most {question.AtMostYears} years"
            )
        );

    /// <summary>
    /// What the model adds to the ratings: ingredients on and off, and flows and elasticities torn apart. Nothing where no product is
    /// rated.
    /// </summary>
    private static IReadOnlyList<ValidityRow> GuardRows(
        ParseResult parsed,
        FlowTable economy,
        EconomyUnderStudy studied,
        RootOptions options,
        ExpertLabels labels,
        BootstrapOptions bootstrap,
        CancellationToken cancellation
    )
    {
        int permutations = parsed.GetValue(Permutations);
        if (permutations == 0 || studied.Evidence is not { } evidence)
        {
            return [];
        }

        var settings = new GuardOptions
        {
            Seed = bootstrap.Seed,
            Permutations = permutations,
            Threads = GlobalOptions.ThreadsOf(parsed),
        };
        var guards = new RatingGuards(economy, options, studied.Unrated, evidence.Products, settings);
        return
        [
            .. ValidityTable.Of(guards.Ablation(cancellation), labels, bootstrap, cancellation),
            .. guards.Permuted(labels, cancellation).Select(m => ValidityTable.Of(m, labels)),
        ];
    }

    private static IReadOnlyList<ExpertMention> Chosen(IReadOnlyList<ExpertMention> mentions, string file, string? suffix)
    {
        if (suffix is null)
        {
            return mentions;
        }

        ExpertMention[] chosen = [.. mentions.Where(m => m.Item.EndsWith(suffix, StringComparison.Ordinal))];
        return chosen.Length > 0 ? chosen : throw new UsageException($"no item_id of {file} ends in '{suffix}'.");
    }

    private static IEnumerable<KeyValuePair<string, string>> LabelOptions(
        IReadOnlyList<ExpertMention> mentions,
        ParseResult parsed,
        BootstrapOptions bootstrap
    ) =>
        [
            new("labels", string.Join("+", mentions.Select(m => m.List).Distinct(StringComparer.Ordinal))),
            new("items", parsed.GetValue(Items) ?? "all"),
            new("seed", bootstrap.Seed.ToString(CultureInfo.InvariantCulture)),
            new("permutations", parsed.GetValue(Permutations).ToString(CultureInfo.InvariantCulture)),
            new("draws", bootstrap.Draws.ToString(CultureInfo.InvariantCulture)),
        ];

    private static Report ToReport(
        IReadOnlyList<ValidityRow> rows,
        RootAnswer answer,
        ExpertLabels labels,
        BootstrapOptions bootstrap,
        IReadOnlyList<KeyValuePair<string, string>> options
    )
    {
        RootRanking ranking = answer.Ranking;
        string band = (bootstrap.Band * 100).ToString("0.#", CultureInfo.InvariantCulture);
        return new Report<ValidityRow>(
            "roots-validity",
            [
                new("measure", string.Empty, "The measure.", ColumnStyle.Text, "measure", r => r.Measure),
                new(
                    "auc",
                    "share",
                    "Chance that an industry the list names scores above one it does not; 0.5 is no better than chance.",
                    ColumnStyle.Number,
                    "AUC",
                    r => r.Area
                ),
                new(
                    "low",
                    "share",
                    $"Lower end of the {band}% bootstrap band; of permutations the lowest.",
                    ColumnStyle.Number,
                    "low",
                    r => r.Low
                ),
                new(
                    "high",
                    "share",
                    $"Upper end of the {band}% bootstrap band; of permutations the highest.",
                    ColumnStyle.Number,
                    "high",
                    r => r.High
                ),
                new(
                    "positives",
                    "industries",
                    "Industries that the list names with grade A or B.",
                    ColumnStyle.Whole,
                    "positives",
                    r => r.Positives
                ),
                new(
                    "industries",
                    "industries",
                    "Industries compared, the positives included.",
                    ColumnStyle.Whole,
                    "industries",
                    r => r.Industries
                ),
                new(
                    "default",
                    string.Empty,
                    "Whether rankings are sorted by it unless asked otherwise.",
                    ColumnStyle.Flag,
                    "default",
                    r => r.IsDefault
                ),
                new(
                    "status",
                    string.Empty,
                    "ok, too-few-positives (no verdict), undefined, or refused: the measure gives most industries the same value.",
                    ColumnStyle.Text,
                    "status",
                    r => r.Status
                ),
            ],
            rows,
            new Provenance
            {
                Command = "roots validate",
                Table = ranking.Table,
                Question = answer.Question,
                Steps = answer.Economy.Steps,
                Options = options,
                Notes = [.. ranking.CalibrationNotes, .. Refused(ranking)],
            }
        )
        {
            Remarks = [Verdict(rows, labels), .. Sentences.Of(answer.Economy.EvidenceInWords)],
        };
    }

    private static IEnumerable<string> Refused(RootRanking ranking) =>
        ValidityMeasures.Of(ranking).Where(m => m.Refusal is not null).Select(m => $"{m.Name} is refused as a ranking: {m.Refusal}");

    private static string Verdict(IReadOnlyList<ValidityRow> rows, ExpertLabels labels)
    {
        if (rows.FirstOrDefault(r => r.IsDefault) is not { Area: { } area } row)
        {
            return "In words: the list names no industry that is compared, so there is nothing to score.";
        }

        string words = string.Create(
            CultureInfo.InvariantCulture,
            $"In words: an industry that the list names ranks above one that it does not in {area * 100:0}% of pairs by {row.Measure}"
        );
        return row.Status == ValidityStatus.TooFewPositives
            ? $"{words}; with {labels.Positives} positives, fewer than {ValidityTable.FewestPositives}, that is no verdict."
            : $"{words}. The bar is 80%, the ambition 90%; 50% is chance.";
    }
}
