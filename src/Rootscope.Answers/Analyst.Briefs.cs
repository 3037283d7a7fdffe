using Rootscope.Answers.Briefs;
using Rootscope.Answers.Planning;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Stake;
using Rootscope.Answers.Upgrading;
using Rootscope.Answers.WeakSpots;
using Rootscope.Planning;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Tables;
using Rootscope.WeakSpots;

namespace Rootscope.Answers;

/// <content>Briefs.</content>
public sealed partial class Analyst
{
    private const int MostChokepoints = 5;

    /// <summary>Moments between the cut and the last year that counts, for a curve.</summary>
    private const int MomentsDrawn = 60;

    /// <summary>A brief on one economy.</summary>
    /// <param name="question">The question.</param>
    /// <param name="solver">What solves the program of what to build.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops between sweeps, draws and solves.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="TableException">A file does not fit its layout.</exception>
    /// <exception cref="ModelException">The table is no economy under these options.</exception>
    public BriefAnswer Brief(
        BriefQuestion question,
        IProgramSolver solver,
        IProgress<AnswerProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(solver);
        question.Validate();
        var loop = new UpgradeQuestion(question.Asked) { Draws = new PlanQuestion().Loop.Draws };
        WeakSpotQuestion asked = SpotsOf(loop);
        StakeAnswer stake = Stake(StakeOf(asked), progress, cancellation);
        WeakSpotAnswer spots = WeakSpots(asked, stake, progress, cancellation);
        return new BriefAnswer
        {
            Question = question,
            Stake = stake,
            WeakSpots = spots,
            Chokepoints = Chokepoints(question, spots, stake, cancellation),
            Plan = PlanOf(question, loop, spots, solver, cancellation),
        };
    }

    private IReadOnlyList<Chokepoint> Chokepoints(
        BriefQuestion question,
        WeakSpotAnswer spots,
        StakeAnswer stake,
        CancellationToken cancellation
    )
    {
        WeakSpot[][] first =
        [
            .. spots
                .Spots.Where(s => s.BuildFirst is not null && s.Stake is { Product: not null, AtStakeShare: > 0 })
                .OrderBy(s => s.BuildFirst)
                .GroupBy(s => s.Stake!.Product!.Value)
                .Take(MostChokepoints)
                .Select(g => g.ToArray()),
        ];
        if (first.Length == 0)
        {
            return [];
        }

        StakeAnswer embargo = StakeAnswering.Of(
            stake.Question with
            {
                Cut = question.Embargo,
            },
            [stake.Question.Supply],
            stake.Economy,
            _threads,
            progress: null,
            cancellation,
            [.. first.Select(g => g[0].Stake!.Product!.Value).Order()]
        )[0];
        double last = embargo.Ranking.Options.AtMostYears;
        return
        [
            .. first.Select(g =>
            {
                IndustryNumber product = g[0].Stake!.Product!.Value;
                return new Chokepoint(
                    g,
                    embargo.Ranking.Rows.Single(r => r.Product == product),
                    embargo.Bands.Rows.FirstOrDefault(b => b.Point.Product == product),
                    StakePath.At(
                        embargo.Ranking.Inputs,
                        embargo.Ranking.Options,
                        product,
                        [
                            .. Enumerable
                                .Range(0, MomentsDrawn + 1)
                                .Select(i => last * i / MomentsDrawn)
                                .Concat([1, 3])
                                .Where(t => t <= last),
                        ],
                        cancellation
                    )
                );
            }),
        ];
    }

    private PlanAnswer? PlanOf(
        BriefQuestion question,
        UpgradeQuestion loop,
        WeakSpotAnswer spots,
        IProgramSolver solver,
        CancellationToken cancellation
    )
    {
        if (question.BudgetShare <= 0)
        {
            return null;
        }

        FlowTable table = spots.Table;
        var plan = new PlanQuestion(loop)
        {
            Budget = question.BudgetShare * spots.Stake!.Ranking.FinalSpending * table.Metadata.UnitScale,
            Frontier = 0,
            Robust = 0,
        };
        plan.Validate();
        UpgradeAnswer course = Upgrade(LoopOf(plan), PlanRules.Read(plan, Catalogue).Cuts, () => spots, cancellation);
        return course.Lines.Any(l => l.Course is { Start.Stake.Count: > 0 }) ? Plan(plan, course, solver, cancellation) : null;
    }
}
