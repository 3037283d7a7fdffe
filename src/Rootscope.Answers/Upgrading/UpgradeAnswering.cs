using Rootscope.Accounts;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Stake;
using Rootscope.Answers.WeakSpots;
using Rootscope.Catalogue;
using Rootscope.Roots.Irreplaceability;
using Rootscope.Roots.Stake;
using Rootscope.Storage;
using Rootscope.Storage.Formats.Text;
using Rootscope.Tables;
using Rootscope.Upgrading;
using Rootscope.WeakSpots;

namespace Rootscope.Answers.Upgrading;

/// <summary>Runs the loop for the technologies of an economy, with and without what is done to them.</summary>
internal static class UpgradeAnswering
{
    /// <summary>Answers a question.</summary>
    /// <param name="question">The question, checked.</param>
    /// <param name="spots">Dependence, feasibility and what is at stake.</param>
    /// <param name="stake">What is at stake at several cuts, ascending.</param>
    /// <param name="technologies">The technologies asked about.</param>
    /// <param name="parameters">What the loop rests on.</param>
    /// <param name="threads">Most threads.</param>
    /// <param name="cancellation">Stops between draws.</param>
    public static UpgradeAnswer Of(
        UpgradeQuestion question,
        WeakSpotAnswer spots,
        IReadOnlyList<(double Cut, StakeRanking Ranking)> stake,
        IReadOnlyList<Technology> technologies,
        UpgradingParameters parameters,
        int threads,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<(ExperienceCurve Curve, HoldOut HoldOut)> history = UpgradeStarts.History();
        FlowTable table = stake[0].Ranking.Inputs.Table;
        double[] upstreamness = ProductionStages.Upstreamness(table);
        IReadOnlyDictionary<string, double> complexity = ComplexityOf(spots.Stake!);
        UpgradeLine[] lines =
        [
            .. spots
                .Spots.Where(s => technologies.Contains(s.Technology))
                .OrderByDescending(s => s.Stake?.AtStakeShare ?? -1)
                .ThenBy(s => s.Technology.Id, StringComparer.Ordinal)
                .Select(s => new UpgradeLine
                {
                    Spot = s,
                    SharedWith =
                    [
                        .. spots
                            .Spots.Where(o =>
                                o != s && technologies.Contains(o.Technology) && o.Stake?.Product is { } of && of == s.Stake?.Product
                            )
                            .Select(o => o.Technology),
                    ],
                    Upstreamness = s.Stake?.Product is { } product ? upstreamness[product] : null,
                    Complexity = CarrierComplexity(s, complexity),
                }),
        ];
        (UpgradeLine Line, UpgradingStart? Start, string Reason)[] starts =
        [
            .. lines.Select(l =>
            {
                (UpgradingStart? start, string reason) = UpgradeStarts.Of(l.Spot, stake, question.Asked.Stake.Cut, history);
                return (l, start, reason);
            }),
        ];
        UpgradingStart[] run = [.. starts.Select(s => s.Start).OfType<UpgradingStart>()];
        var options = new UpgradingOptions
        {
            Years = question.Years,
            Draws = question.Draws,
            Seed = question.Seed,
            Threads = threads,
        };
        UpgradingPolicy asked = question.PolicyIn(table.Metadata.UnitScale);
        IReadOnlyList<UpgradingCourse> Under(UpgradingPolicy policy) => UpgradingLoop.Run(run, parameters, policy, options, cancellation);
        IReadOnlyList<UpgradingCourse> free = Under(UpgradingPolicy.None);
        IReadOnlyList<UpgradingCourse> courses = asked.DoesAnything ? Under(asked) : free;
        IReadOnlyList<UpgradingCourse> banned = Under(new UpgradingPolicy { Ban = 1 });
        IReadOnlyList<UpgradingCourse> starved = Under(
            asked with
            {
                CapitalCut = UpgradeAnswer.ComparedCapitalCut,
                From = 0,
                Years = null,
            }
        );
        int at = 0;
        UpgradeLine[] made =
        [
            .. starts.Select(s =>
                s.Start is null
                    ? s.Line with
                    {
                        Reason = s.Reason,
                    }
                    : s.Line with
                    {
                        Course = courses[at],
                        Free = free[at],
                        Banned = banned[at],
                        Starved = starved[at++],
                    }
            ),
        ];
        return new UpgradeAnswer
        {
            Question = question,
            Spots = spots,
            Parameters = parameters,
            Lines = made,
            History = history,
            Order = [OrderBy("upstreamness", made, l => l.Upstreamness), OrderBy("complexity", made, l => l.Complexity)],
        };
    }

    /// <summary>What the loop rests on for the economy, with what the question sets.</summary>
    public static UpgradingParameters ParametersOf(UpgradeQuestion question)
    {
        UpgradingParameters parameters = UpgradingData.ParametersOf(question.Asked.Economy);
        foreach (string[] set in question.Set.Select(s => s.Split('=', 2)))
        {
            parameters = parameters.With(set[0].Trim(), TypedNumber.Find(set[1])!.Value);
        }

        return parameters;
    }

    /// <summary>The complexity of products by code of industry, of a table whose products are rated.</summary>
    private static Dictionary<string, double> ComplexityOf(StakeAnswer stake) =>
        (stake.Economy.Evidence?.Products ?? [])
            .Where(p => p.Ranks.ContainsKey(ProductTrait.Complexity))
            .ToDictionary(p => p.Code, p => p.Ranks[ProductTrait.Complexity], StringComparer.Ordinal);

    /// <summary>A part has the complexity of the industry that it was split off.</summary>
    private static double? CarrierComplexity(WeakSpot spot, IReadOnlyDictionary<string, double> byCode) =>
        (spot.Part?.Split.Parent ?? spot.Stake?.Carrier?.Code) is { } code && byCode.TryGetValue(code, out double complexity)
            ? complexity
            : null;

    private static UpgradeOrder OrderBy(string trait, IReadOnlyList<UpgradeLine> lines, Func<UpgradeLine, double?> valueOf)
    {
        (double Trait, UpgradingFan Gap)[] known =
        [
            .. from line in lines
            where line.Course is not null
            let value = valueOf(line)
            where value is not null
            select (value.Value, line.Course![UpgradingFigure.CostGap]),
        ];
        double[] traits = [.. known.Select(k => k.Trait)];
        return new UpgradeOrder(
            trait,
            known.Length,
            RankCorrelation.Of(traits, [.. known.Select(k => k.Gap.Median[0])]),
            RankCorrelation.Of(traits, [.. known.Select(k => k.Gap.Median[^1])])
        );
    }
}
