using System.CommandLine;
using System.Globalization;
using Rootscope.Answers.Pictures;
using Rootscope.Answers.Pictures.Scenarios;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Scenarios;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.World;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Cli.Shock;

/// <summary>Where a scenario came from.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Study">The scenario with the economy that it happens to.</param>
internal sealed record ShockOrigin(string File, ScenarioStudy Study)
{
    /// <summary>What its reader noted.</summary>
    public IReadOnlyList<string> Notes => Study.Reading.Notes;
}

/// <summary>The options of <c>shock run</c>.</summary>
/// <param name="hasRegions">Whether rows may be asked for by region; no where a shock has a region of its own.</param>
/// <param name="hasSweep">Whether an elasticity may be swept, and a result be held to one of before.</param>
internal sealed class ShockChoices(bool hasRegions = true, bool hasSweep = true)
{
    private const int TopForPeople = 10;
    private const string AnyNest = "elasticity";

    private readonly LensChoice _lens = new("The model or all of them.", orAll: true);

    private readonly Option<string[]> _region = new("--region")
    {
        Description = "Only rows of these regions, by code or name.",
        HelpName = "R",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Choice<ScenarioOrder> _sort = new(
        "--sort",
        "What regions are sorted by.",
        ScenarioOrder.Loss,
        ("loss", ScenarioOrder.Loss),
        ("gain", ScenarioOrder.Gain),
        ("money", ScenarioOrder.Money),
        ("output", ScenarioOrder.Output),
        ("table", ScenarioOrder.Table)
    );

    private readonly Option<int?> _top = new("--top")
    {
        Description = $"Most rows of each list; 0 for all. Default: {TopForPeople} in tables for people, all in data formats.",
        HelpName = "N",
    };

    private readonly EconomyChoices _economy = new(ofScenario: true);

    private readonly Choice<FactorMobility> _factors = new(
        "--factors",
        "Whether factors of production move between the industries of a region (equilibrium, tables of many regions). Default: what the "
            + "scenario says, or mobile.",
        QuestionWords.Factors
    );

    private readonly Option<double?> _exports = new("--exports")
    {
        Description = string.Create(
            CultureInfo.InvariantCulture,
            $"Elasticity of substitution among exports, from 0 to 100 (equilibrium, tables of one region); 0 keeps their composition. "
                + $"Default: what the scenario says, or {EquilibriumOptions.UsualExportsElasticity}."
        ),
        HelpName = "ELASTICITY",
    };

    private readonly Option<string> _essentiality = EssentialityWords.ForTables();

    private readonly Option<string?> _sweep = new("--sweep")
    {
        Description =
            $"Loss against an elasticity, as a curve under the {SweepAnswer.Lens.Word} lens: that of the nest which the scenario works on "
            + "first, or of one by name.",
        HelpName = $"{AnyNest}|{string.Join('|', QuestionWords.SweptNests.Words)}",
    };

    private readonly Choice<ScenarioPicture> _picture = new(
        "--picture",
        "With -o FILE.svg or .png: 'losses' draws what regions lose under every lens, 'sectors' whose output changes most, 'course' "
            + "what regions lose month by month, 'months' output of sectors by month, 'all' what there is of these. Default: all.",
        ScenarioPictures.Words
    );

    private readonly Option<int?> _draws = new("--draws")
    {
        Description =
            "Draw what is not known this many times, and run every lens again: sizes of shocks, elasticities, days of stock; medians and "
            + "90% bands. 0 for none. Default: as the scenario says, otherwise 0.",
        HelpName = "N",
    };

    private readonly Option<long> _seed = new("--seed")
    {
        Description = "The seed of the draws; one seed gives the same bands on any machine and number of threads. Default: 1.",
        HelpName = "S",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<bool> _narrow = new("--narrow") { Description = "Lay the picture out for a phone." };

    /// <summary>A result of before that the run is held to.</summary>
    public Option<string?> Expect { get; } =
        new("--expect")
        {
            Description = "Hold the result to one that -f json wrote before: what differs is told, and the command ends with code 6.",
            HelpName = "FILE",
        };

    public void AddTo(Command command)
    {
        command.Add(_lens.Option);
        if (hasRegions)
        {
            command.Add(_region);
        }

        command.Add(_sort.Option);
        command.Add(_top);
        _economy.AddTo(command);
        command.Add(_factors.Option);
        command.Add(_exports);
        command.Add(_essentiality);
        command.Add(_draws);
        command.Add(_seed);
        command.Add(_picture.Option);
        command.Add(_narrow);
        if (hasSweep)
        {
            command.Add(_sweep);
            command.Add(Expect);
        }
    }

    /// <summary>The picture of a result that is asked for.</summary>
    public IDrawing Drawing(ParseResult parsed, ScenarioResult result, Report report) =>
        new SheetDrawing(
            ScenarioPictures.Of(
                _picture.Given(parsed) ?? ScenarioPicture.All,
                result,
                report,
                parsed.GetValue(_narrow) ? SheetFormat.Narrow : SheetFormat.Wide
            )
        );

    public IReadOnlyList<ILens> Lenses(ParseResult parsed) => _lens.Many(parsed);

    /// <summary>The question that the words put about a scenario.</summary>
    public ScenarioQuestion Question(ParseResult parsed, string text) =>
        _economy.ReadScenario(parsed, text) with
        {
            Lenses = Lenses(parsed),
            Essentiality = Essentiality(parsed),
            Factors = _factors.Given(parsed),
            Exports = parsed.GetValue(_exports),
            Draws = parsed.GetValue(_draws),
            Seed = parsed.GetValue(_seed),
        };

    /// <summary>How essential inputs are for the cascade; null counts every input by its share.</summary>
    private string? Essentiality(ParseResult parsed)
    {
        if (
            parsed.GetResult(_essentiality) is { Implicit: false }
            && (!Lenses(parsed).Any(l => l.Cuts.UsesEssentiality) || (hasSweep && parsed.GetValue(_sweep) is not null))
        )
        {
            throw new UsageException(
                $"--essentiality goes with the lens {EssentialityWords.Lenses}. Leave it out, or give --lens {EssentialityWords.Lenses}."
            );
        }

        string word = parsed.GetRequiredValue(_essentiality);
        return word == EssentialityWords.AllImportant ? null : word;
    }

    public ScenarioView View(ParseResult parsed, bool forPeople)
    {
        int top = parsed.GetValue(_top) ?? (forPeople && !parsed.GetValue(ReportWriter.Full) ? TopForPeople : 0);
        return top >= 0
            ? new ScenarioView(hasRegions ? parsed.GetValue(_region) ?? [] : [], _sort.Of(parsed), top, [])
            : throw new UsageException($"--top cannot be {top}: it is a number of rows, 0 for all.");
    }

    /// <summary>The question about an elasticity that the words put; null where none is swept.</summary>
    public SweepQuestion? Sweep(ParseResult parsed, ScenarioQuestion question)
    {
        if (!hasSweep || parsed.GetValue(_sweep) is not { } word)
        {
            return null;
        }

        if (!Lenses(parsed).Contains(SweepAnswer.Lens))
        {
            throw new UsageException(
                $"--sweep goes with the {SweepAnswer.Lens.Word} lens; the {Lenses(parsed)[0].Word} lens knows no elasticities. Leave "
                    + "--lens out."
            );
        }

        return new SweepQuestion(question)
        {
            Nest = string.Equals(word, AnyNest, StringComparison.OrdinalIgnoreCase) ? null : NestOf(word),
        };
    }

    private static Nest NestOf(string word)
    {
        if (QuestionWords.SweptNests.Find(word) is { } nest)
        {
            return nest;
        }

        IReadOnlyList<string> words = QuestionWords.SweptNests.Words;
        IReadOnlyList<string> near = NearestNames.Of(word, words.Prepend(AnyNest));
        throw new UsageException(
            $"--sweep cannot be '{word}'.{(near.Count > 0 ? $" Nearest: {near[0]}." : string.Empty)} It is {AnyNest} or one of "
                + $"{string.Join(", ", words)}."
        );
    }
}
