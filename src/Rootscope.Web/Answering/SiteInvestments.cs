using Rootscope.Answers;
using Rootscope.Answers.Planning;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Upgrading;
using Rootscope.Solvers;
using Rootscope.Storage;
using Rootscope.Upgrading;
using Rootscope.Web.Addresses;

namespace Rootscope.Web.Answering;

/// <summary>How economies catch up and where budgets go, as the site shows it: each answer made once and kept.</summary>
/// <remarks>
/// Safe for use by many requests at once. A first answer about an economy takes seconds: pages begin it and do not wait, data addresses
/// wait. Loops and plans are made one at a time; the solver has one thread, and a bound on its time.
/// </remarks>
internal sealed class SiteInvestments(SiteAnswers site, Analyst analyst)
{
    /// <summary>The largest economy that pages begin to plan for. Unit: sectors.</summary>
    public const int LargestBegun = 500;

    /// <summary>Draws of a page's loop, as plans have them.</summary>
    private static readonly int Draws = new PlanQuestion().Loop.Draws;

    /// <summary>Other budgets that a page's plan is set beside.</summary>
    private const int Frontier = 4;

    /// <summary>Most time of one solve. Unit: seconds.</summary>
    public const double Seconds = 10;

    private const int LoopsKept = 4;
    private const int PlansKept = 16;

    private static readonly Lock Gate = new();
    private static readonly OrToolsSolver Solver = new();
    private static readonly BoundedCache<UpgradeQuestion, UpgradeAnswer> LoopsOfEmbedded = new(LoopsKept, EmbeddedAnswers.Memory);
    private static readonly BoundedCache<PlanQuestion, MadePlan> PlansOfEmbedded = new(PlansKept, EmbeddedAnswers.Memory);
    private readonly AnswerCaches<UpgradeQuestion, UpgradeAnswer> _loops = new(
        LoopsOfEmbedded,
        new(LoopsKept, site.Memory),
        q => q.Asked.Table ?? EconomyQuestion.DefaultTable
    );
    private readonly AnswerCaches<PlanQuestion, MadePlan> _plans = new(
        PlansOfEmbedded,
        new(PlansKept, site.Memory),
        q => q.Loop.Asked.Table ?? EconomyQuestion.DefaultTable
    );

    /// <summary>How an economy catches up.</summary>
    /// <remarks>
    /// What rests on further tables is not kept: they are the workspace's, which may bring others of the same names.
    /// </remarks>
    public UpgradeAnswer Upgrade(UpgradeQuestion question) =>
        question.History.Count > 0 ? Run(question) : _loops.Of(question, () => Run(question));

    /// <summary>How the economy of a page catches up.</summary>
    public UpgradeAnswer Upgrade(PageState state) => Upgrade(LoopOf(state));

    /// <summary>The same where it is there; otherwise null, and it is begun.</summary>
    public UpgradeAnswer? UpgradeAtHand(PageState state)
    {
        UpgradeQuestion question = LoopOf(state);
        return MayBegin(state, _loops.Has(question)) && _loops.TryOf(question, Urgency.Part, () => Run(question), out UpgradeAnswer? answer)
            ? answer
            : null;
    }

    /// <summary>Where a budget goes.</summary>
    /// <exception cref="ModelException">There is nothing to plan.</exception>
    public PlanAnswer Plan(PlanQuestion question)
    {
        PlanQuestion bounded = question with { Seconds = Math.Min(question.Seconds, Seconds) };
        MadePlan made = _plans.Of(bounded, () => Make(bounded));
        return made.Answer ?? throw new ModelException(made.Fault);
    }

    /// <summary>Where the budget of a page goes.</summary>
    /// <exception cref="ModelException">There is nothing to plan.</exception>
    public PlanAnswer Plan(PageState state) => Plan(PlanOf(state));

    /// <summary>The same where it is there, or that there is nothing to plan; otherwise null, and it is begun.</summary>
    public MadePlan? PlanAtHand(PageState state)
    {
        PlanQuestion question = PlanOf(state);
        return MayBegin(state, _plans.Has(question)) && _plans.TryOf(question, Urgency.Part, () => Make(question), out MadePlan? made)
            ? made
            : null;
    }

    /// <summary>Whether pages begin what they show of an economy.</summary>
    public bool IsBegun(PageState state) => site.WorksAhead && site.Economy(state).Size <= LargestBegun;

    /// <summary>The question of a page about the loop.</summary>
    public UpgradeQuestion LoopOf(PageState state) =>
        Asked(state) with
        {
            Policy = new UpgradingPolicy
            {
                Ban = state.Investment.Ban,
                CapitalCut = state.Investment.CapitalCut,
                PublicMoney = state.Investment.PublicMoney,
            },
        };

    /// <summary>The question of a page about a plan; what is done to technologies meanwhile is left to the other page.</summary>
    public PlanQuestion PlanOf(PageState state) =>
        new(Asked(state))
        {
            Budget = state.Investment.Budget,
            Horizon = state.Investment.Horizon,
            Measure = state.Investment.Risk,
            Frontier = Frontier,
            Robust = 0,
            Seconds = Seconds,
        };

    private UpgradeQuestion Asked(PageState state)
    {
        WeakSpotQuestion spots = site.WeakSpotsOf(state);
        return new UpgradeQuestion(spots with { Stake = spots.Stake with { Cut = state.Cut } })
        {
            Draws = Draws,
            Seed = state.Investment.Seed,
        };
    }

    private bool MayBegin(PageState state, bool isThere) => isThere || IsBegun(state);

    private UpgradeAnswer Run(UpgradeQuestion question)
    {
        // What others may be making is waited for before the gate, never behind it.
        question.Validate();
        WeakSpotAnswerOf(question);
        lock (Gate)
        {
            return analyst.Upgrade(question, [], () => WeakSpotAnswerOf(question), CancellationToken.None);
        }
    }

    private MadePlan Make(PlanQuestion question)
    {
        question.Validate();
        UpgradeAnswer loop = Upgrade(Analyst.LoopOf(question));
        lock (Gate)
        {
            try
            {
                return new MadePlan(analyst.Plan(question, loop, Solver, CancellationToken.None), string.Empty);
            }
            catch (ModelException fault)
            {
                return new MadePlan(null, fault.Message);
            }
        }
    }

    private Rootscope.Answers.WeakSpots.WeakSpotAnswer WeakSpotAnswerOf(UpgradeQuestion question) =>
        site.WeakSpots(Analyst.SpotsOf(question));
}

/// <summary>A plan, or why there is none.</summary>
/// <param name="Answer">The plan; null where there is nothing to plan.</param>
/// <param name="Fault">Why; empty where there is a plan.</param>
internal sealed record MadePlan(PlanAnswer? Answer, string Fault);
