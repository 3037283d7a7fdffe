using Rootscope.Answers.Planning;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Upgrading;
using Rootscope.Planning;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Answers;

/// <content>Questions about where a budget goes.</content>
public sealed partial class Analyst
{
    /// <summary>Where a budget goes.</summary>
    /// <param name="question">The question.</param>
    /// <param name="solver">What solves the program.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops between sweeps, draws and solves.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="TableException">A file does not fit its layout.</exception>
    /// <exception cref="ModelException">Nothing foreign is at stake with any of the technologies.</exception>
    public PlanAnswer Plan(
        PlanQuestion question,
        IProgramSolver solver,
        IProgress<AnswerProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(solver);
        question.Validate();
        var rules = PlanRules.Read(question, Catalogue);
        UpgradeQuestion loop = LoopOf(question);
        return Plan(
            question,
            rules,
            Upgrade(loop, rules.Cuts, () => WeakSpots(SpotsOf(loop), progress, cancellation), cancellation),
            solver,
            cancellation
        );
    }

    /// <summary>The question of the loop that a plan rests on.</summary>
    /// <param name="question">The question.</param>
    internal static UpgradeQuestion LoopOf(PlanQuestion question)
    {
        // What money for research does is told when it is paid, which may be after the horizon.
        int years = Math.Max(question.Horizon, (int)UpgradingData.Measures().Single(m => m.Name == "research-years").Central);
        return question.Loop with { Years = years };
    }

    /// <summary>Where a budget goes, from a loop that somebody has already.</summary>
    /// <param name="question">The question.</param>
    /// <param name="loop">The answer to <see cref="LoopOf"/>.</param>
    /// <param name="solver">What solves the program.</param>
    /// <param name="cancellation">Stops between draws and solves.</param>
    internal PlanAnswer Plan(PlanQuestion question, UpgradeAnswer loop, IProgramSolver solver, CancellationToken cancellation)
    {
        question.Validate();
        return Plan(question, PlanRules.Read(question, Catalogue), loop, solver, cancellation);
    }

    private PlanAnswer Plan(
        PlanQuestion question,
        PlanRules rules,
        UpgradeAnswer loop,
        IProgramSolver solver,
        CancellationToken cancellation
    ) =>
        loop.Lines.Any(l => l.Course is { Start.Stake.Count: > 0 })
            ? PlanAnswering.Of(question, rules, loop, Catalogue, solver, _threads, cancellation)
            : throw new ModelException(
                "Nothing foreign is at stake with these technologies, so that there is nothing to plan. Name others."
            );
}
