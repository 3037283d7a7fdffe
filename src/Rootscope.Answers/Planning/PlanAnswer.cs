using Rootscope.Answers.Questions;
using Rootscope.Answers.Upgrading;
using Rootscope.Planning;
using Rootscope.Upgrading;

namespace Rootscope.Answers.Planning;

/// <summary>One measure for one technology, or for those that share a carrier: whether it is funded, and why.</summary>
public sealed record PlanLine
{
    /// <summary>The technology, or those that share its carrier.</summary>
    public required PlanSubject Subject { get; init; }

    /// <summary>The item of the program.</summary>
    public required PlanItem Item { get; init; }

    /// <summary>What is put into it. Unit: the table's money.</summary>
    public required PlanChoice Choice { get; init; }

    /// <summary>Share of what is at stake with the technology that the money takes off.</summary>
    public required double TakenOff { get; init; }

    /// <summary>Mean loss over scenarios that the plan would leave more of without it. Unit: the table's money.</summary>
    public required double Saves { get; init; }

    /// <summary>The mean loss that its first money would take off beside what is funded, a unit of money. Unit: ratio.</summary>
    public required double FirstRatio { get; init; }

    /// <summary>The smallest budget among those planned for that funds it; null where none does. Unit: the table's money.</summary>
    public double? FundedFrom { get; init; }

    /// <summary>The largest budget planned for below that; null where none was. Unit: the table's money.</summary>
    public double? NotFundedAt { get; init; }

    /// <summary>In how many draws of what measures cost and do it is funded. Unit: share; null without draws.</summary>
    public double? FundedShare { get; init; }

    /// <summary>Why it is in or out, in a sentence with its numbers.</summary>
    public required string Why { get; init; }
}

/// <summary>A technology before and after the plan.</summary>
/// <param name="Subject">The technology, or those that share its carrier.</param>
/// <param name="Before">Mean loss over scenarios if nothing is done. Unit: the table's money.</param>
/// <param name="After">Mean loss under the plan. Unit: the table's money.</param>
/// <param name="Money">What is put into it. Unit: the table's money.</param>
public sealed record PlanEffect(PlanSubject Subject, double Before, double After, double Money);

/// <summary>What a <see cref="PlanQuestion"/> comes to.</summary>
public sealed record PlanAnswer
{
    /// <summary>The question.</summary>
    public required PlanQuestion Question { get; init; }

    /// <summary>The loop on which it rests.</summary>
    public required UpgradeAnswer Loop { get; init; }

    /// <summary>What measures cost and do.</summary>
    public required IReadOnlyList<UpgradingParameter> Measures { get; init; }

    /// <summary>The plan.</summary>
    public required Plan Plan { get; init; }

    /// <summary>What solved it.</summary>
    public required string Solver { get; init; }

    /// <summary>Every measure, those that are funded first.</summary>
    public required IReadOnlyList<PlanLine> Lines { get; init; }

    /// <summary>Every technology before and after, the largest loss first.</summary>
    public required IReadOnlyList<PlanEffect> Effects { get; init; }

    /// <summary>Rules of thumb beside it, by name.</summary>
    public required IReadOnlyList<(string Rule, Plan Plan)> Baselines { get; init; }

    /// <summary>Plans for other budgets, ascending, this one among them; empty where none were asked for.</summary>
    public required IReadOnlyList<Plan> Frontier { get; init; }

    /// <summary>The same scenarios where nothing is done.</summary>
    public required Plan NothingDone { get; init; }

    /// <summary>What is made small if nothing is done. Unit: the table's money.</summary>
    public double Nothing => NothingDone.Risk;

    /// <summary>Share of the mean loss of doing nothing that is of cuts deeper than elasticities are known for.</summary>
    public double ExtrapolatedShare
    {
        get
        {
            PlanHit[] hits = [.. Plan.Problem.Scenarios.SelectMany(s => s.Hits)];
            double all = hits.Sum(h => h.Loss);
            return all > 0 ? hits.Where(h => h.IsExtrapolated).Sum(h => h.Loss) / all : 0;
        }
    }

    /// <summary>The plan, nothing and rules of thumb, and other budgets: all that an answer compares.</summary>
    public IReadOnlyList<PlanOutcome> Outcomes =>
        [
            Outcome(PlanOutcome.Own, "this plan", Plan),
            Outcome(PlanOutcome.Rule, "nothing", NothingDone),
            .. Baselines.Select(b => Outcome(PlanOutcome.Rule, b.Rule, b.Plan)),
            .. Frontier.Select(p => Outcome(PlanOutcome.OtherBudget, "another budget", p)),
        ];

    private PlanOutcome Outcome(string kind, string name, Plan plan)
    {
        // Scenarios that somebody names are all that may come: there is nothing to be wrong about by chance.
        bool isDrawn = Question.Scenarios is null;
        double tail = Question.Measure == PlanRisk.Cvar ? Question.Tail : 0;
        return new PlanOutcome(kind, name, plan)
        {
            Saves = Nothing - plan.Risk,
            LossError = isDrawn ? PlanLosses.StandardError(plan.Losses, tail) : null,
            SavesError = isDrawn ? PlanLosses.StandardError(NothingDone.Losses, tail, plan.Losses) : null,
        };
    }
}

/// <summary>One plan of those that an answer compares, with what chance leaves open.</summary>
/// <param name="Kind">plan, rule or budget.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Plan">The plan.</param>
public sealed record PlanOutcome(string Kind, string Name, Plan Plan)
{
    internal const string Own = "plan";
    internal const string Rule = "rule";
    internal const string OtherBudget = "budget";

    /// <summary>What it takes off what is made small. Unit: the table's money.</summary>
    public required double Saves { get; init; }

    /// <summary>Standard error of its loss over the draw of scenarios. Unit: the table's money; null where scenarios are named.</summary>
    public double? LossError { get; init; }

    /// <summary>Standard error of what it saves, on the same scenarios. Unit: the table's money; null where scenarios are named.</summary>
    public double? SavesError { get; init; }
}
