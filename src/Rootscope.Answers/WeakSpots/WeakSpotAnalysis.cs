using System.Globalization;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Roots;
using Rootscope.Answers.Stake;
using Rootscope.Catalogue;
using Rootscope.Complexity;
using Rootscope.Dependence;
using Rootscope.Dependence.Panels;
using Rootscope.Dependence.Rules;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tables.Economies;
using Rootscope.WeakSpots;

namespace Rootscope.Answers.WeakSpots;

/// <summary>Puts dependence, feasibility and what rests on a technology side by side.</summary>
internal static class WeakSpotAnalysis
{
    /// <summary>Thresholds of advantage between which feasibility is a band; the central one first.</summary>
    private static readonly double[] Thresholds = [1, 0.75, 1.25];

    /// <summary>Answers a question.</summary>
    /// <param name="question">The question, checked.</param>
    /// <param name="files">What the files that it names hold.</param>
    /// <param name="stake">What is at stake with the products that carry technologies; null where root leverage is asked for.</param>
    /// <param name="roots">The root ranking of its economy by technology; null where what is at stake is asked for.</param>
    /// <param name="catalogue">The technologies.</param>
    /// <param name="inputs">Where inputs come from.</param>
    /// <param name="threads">Most threads.</param>
    /// <param name="cancellation">Stops between steps.</param>
    public static WeakSpotAnswer Of(
        WeakSpotQuestion question,
        WeakSpotFiles files,
        StakeAnswer? stake,
        RootAnswer? roots,
        TechnologyCatalogue catalogue,
        WorldInputs inputs,
        int threads,
        CancellationToken cancellation
    )
    {
        string economy = question.Economy;
        (DependenceRule rule, TradePanel? panel, ExportMatrix? exports, IReadOnlyList<HoldingFact> facts) = files;
        EconomyUnderStudy studied = stake?.Economy ?? roots!.Economy;
        RequireKnown(question.Region, economy, studied.Given, panel);
        DependenceResult? trade = panel is null ? null : TradeOf(panel, economy, rule, threads, cancellation);
        (IReadOnlyList<ComplexityProfile> profiles, string? without) = ProfilesOf(exports, threads, cancellation);
        (IReadOnlyDictionary<string, InputOrigins> origins, FlowTable? world) =
            question.Exposure == InputOriginUse.On
                ? inputs.Of(economy, catalogue, cancellation)
                : (new Dictionary<string, InputOrigins>(StringComparer.Ordinal), null);
        var rollUp = new TechnologyRollUp(economy, rule, catalogue, facts, trade);
        Classification edition = TechnologyRollUp.EditionOf(panel?.Metadata.Classification ?? string.Empty);
        CountryComplexity? country = FactLibrary.Countries().FirstOrDefault(c => c.Country == economy);
        return new WeakSpotAnswer
        {
            Question = question,
            Rule = rule,
            Studied = studied,
            Stake = stake,
            Roots = roots,
            Spots = WeakSpotMatrix.Of(
                catalogue,
                rollUp.Of,
                t => TechnologyFeasibility.Of(economy, catalogue.CarriersOf(t, edition), profiles, without),
                new WeakSpotContext(origins, studied.Bridge)
                {
                    Stake = stake?.Ranking,
                    Bands = stake?.Bands,
                    Ranking = roots?.Ranking,
                }
            ),
            Panel = panel,
            Trade = trade,
            Profiles = profiles,
            Country = country,
            World = world,
            Notes = [.. Notes(rule, trade, stake, studied, country)],
        };
    }

    /// <summary>A table of one region says nothing of whose it is: the name has to be known otherwise.</summary>
    private static void RequireKnown(string region, string economy, FlowTable table, TradePanel? panel)
    {
        if (
            EconomyIdentities.Find(region) is null
            && table.Sectors.Regions.Count == 1
            && !(panel?.TryFindEconomy(economy, out _) ?? false)
            && !string.Equals(table.Sectors.Regions[0].Code, economy, StringComparison.OrdinalIgnoreCase)
        )
        {
            throw new UnknownNameException(
                "region",
                region,
                EconomyIdentities.Nearest(region),
                "Name an economy by a code of ISO 3166 or by its name in English or Chinese."
            );
        }
    }

    private static DependenceResult TradeOf(
        TradePanel panel,
        string economy,
        DependenceRule rule,
        int threads,
        CancellationToken cancellation
    ) =>
        DependenceAnalysis.Of(
            panel,
            Bloc.Of(economy),
            rule,
            new DependenceOptions { Changes = EconomyLists.Changes, Threads = threads },
            cancellation
        );

    private static (IReadOnlyList<ComplexityProfile> Profiles, string? Without) ProfilesOf(
        ExportMatrix? exports,
        int threads,
        CancellationToken cancellation
    )
    {
        try
        {
            return exports is null ? ([], null) : ([.. Thresholds.Select(t => ProfileOf(exports, t, threads, cancellation))], null);
        }
        catch (ModelException e)
        {
            // All else stands without it: everybody may sell the same mix, so that nobody has an advantage over another.
            return ([], $"Exports tell nothing of advantages: {char.ToLowerInvariant(e.Message[0])}{e.Message[1..]}");
        }
    }

    private static ComplexityProfile ProfileOf(ExportMatrix exports, double threshold, int threads, CancellationToken cancellation) =>
        ComplexityProfile.Of(
            exports,
            new ComplexityOptions
            {
                Threshold = threshold,
                Threads = threads,
                Fitness = new FitnessOptions { MostSteps = 1 },
            },
            populations: null,
            cancellation
        );

    private static IEnumerable<string> Notes(
        DependenceRule rule,
        DependenceResult? trade,
        StakeAnswer? stake,
        EconomyUnderStudy studied,
        CountryComplexity? country
    )
    {
        yield return $"Rule {rule.Name}: {rule}. {rule.Source}";
        if (trade is null)
        {
            yield return "Without trade between economies, dependence is a proxy: published shares of makers stand in for "
                + "purchases, and ratios of imports to exports are not judged.";
        }

        foreach (string note in trade?.Notes ?? [])
        {
            yield return note;
        }

        string measure = stake is null ? "Leverage" : "What is at stake";
        yield return studied.Bridge is { } bridge
            ? $"{measure} is that of the part that the bridge {bridge.Name} splits off for the technology, an estimate; where it has none, "
                + "of the whole industry that carries it, whose grade says how much of it the technology is."
            : $"{measure} is that of the whole industry that carries the technology; its grade says how much of it the technology is.";
        foreach (string note in stake?.Notes ?? [])
        {
            yield return note;
        }

        if (stake is not null)
        {
            if (StakeStrain.InWords(stake.Ranking.Rows) is { } strain)
            {
                yield return strain;
            }

            yield return StakeReport.BandsInWords(stake.Bands);
            if (studied.EvidenceInWords is { } evidence)
            {
                yield return evidence;
            }
        }

        if (country is not null)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Country-level index of complexity: {country.Index:0.00}, place {country.Rank} of {country.Countries} "
                    + $"({country.FirstYear}-{country.LastYear}; {country.Source})."
            );
        }
    }
}
