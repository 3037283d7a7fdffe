using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Stake;
using Rootscope.Shocks;
using Rootscope.Storage;
using Rootscope.Web.Addresses;

namespace Rootscope.Web.Answering;

/// <summary>What the site shows of what is at stake, each answer made once and kept.</summary>
/// <remarks>
/// Safe for use by many requests at once. A page waits for one product; rankings are begun, and a later page has them.
/// </remarks>
internal sealed class SiteStakes(SiteAnswers site, Analyst analyst)
{
    /// <summary>The largest economy whose stakes a page waits for.</summary>
    private const int LargestAtOnce = 200;

    /// <summary>The largest economy whose stakes a page begins.</summary>
    private const int LargestBegun = 500;

    private const int Kept = 64;

    private static readonly BoundedCache<StakeQuestion, StakeAnswer> RankingsOfEmbedded = new(Kept, EmbeddedAnswers.Memory);
    private static readonly BoundedCache<StakeOfOneQuestion, StakeOfOneAnswer> OnesOfEmbedded = new(Kept, EmbeddedAnswers.Memory);
    private readonly AnswerCaches<StakeQuestion, StakeAnswer> _rankings = new(
        RankingsOfEmbedded,
        new(Kept, site.Memory),
        q => q.Economy.Table
    );
    private readonly AnswerCaches<StakeOfOneQuestion, StakeOfOneAnswer> _ones = new(
        OnesOfEmbedded,
        new(Kept, site.Memory),
        q => q.Asked.Economy.Table
    );

    /// <summary>What is at stake under a page's choices.</summary>
    public StakeAnswer Of(PageState state, SupplyScope supply) => Of(QuestionOf(state, supply));

    /// <summary>What is at stake with each product.</summary>
    public StakeAnswer Of(StakeQuestion question)
    {
        StakeAnswer answer = _rankings.Of(question with { Top = 0 }, () => analyst.Stake(question with { Top = 0 }));
        return answer with { Question = question };
    }

    /// <summary>
    /// The same, for all supplies named; null where it is not there yet: a page waits for no ranking. Up to 500 industries it is begun
    /// then, and a later page has it. A site that does not work ahead waits for economies of up to 200.
    /// </summary>
    public IReadOnlyList<StakeAnswer>? AtHand(PageState state, params IReadOnlyList<SupplyScope> supplies)
    {
        StakeQuestion[] questions = [.. supplies.Select(s => QuestionOf(state, s))];
        int size = site.Economy(state).Size;
        bool waits = !site.WorksAhead && size <= LargestAtOnce;
        return waits || IsThere(questions, begins: size <= LargestBegun) ? [.. questions.Select(Of)] : null;
    }

    /// <summary>What is at stake under a page's choices where it is there; nothing is begun.</summary>
    public StakeAnswer? Found(PageState state, SupplyScope supply) => Found(QuestionOf(state, supply));

    /// <summary>The answer to a question where it is there; nothing is begun.</summary>
    public StakeAnswer? Found(StakeQuestion question) => _rankings.Has(question) ? Of(question) : null;

    /// <summary>What is at stake with one technology or industry, with its place in the rankings that are kept.</summary>
    public StakeOfOneAnswer Of(StakeOfOneQuestion question) =>
        _ones.Of(
            question,
            () =>
            {
                question.Validate();
                if (question.Alone)
                {
                    return analyst.StakeOfOne(question);
                }

                // A name that is not there is refused before rankings are computed, which take seconds.
                _ = analyst.Find(question);
                return StakeOfOneAnswering.Of(question, [.. RankingsOf(question).Select(Of)]);
            }
        );

    /// <summary>
    /// What is at stake with one technology or industry, for a page, which waits for no ranking: with its place where the rankings are
    /// there; otherwise it alone is cut, and the rankings are begun.
    /// </summary>
    /// <param name="state">The page's choices; without a supply all supply and imports.</param>
    /// <param name="name">The technology or industry.</param>
    /// <returns>The answer, and whether its place will be there later.</returns>
    /// <exception cref="ModelException">No industry carries the technology.</exception>
    public (StakeOfOneAnswer Answer, bool IsBegun) OfOneAtHand(PageState state, string name)
    {
        // Whether rows are technologies or industries is a question about rankings; of one product its name says it, as for the command.
        StakeQuestion asked = QuestionOf(state, SupplyScope.All) with
        {
            By = new StakeQuestion().By,
        };
        var question = new StakeOfOneQuestion(name, asked) { Supply = state.Supply == SupplyScope.All ? null : state.Supply };
        StakeQuestion[] rankings = [.. RankingsOf(question)];
        if (IsThere(rankings, begins: false))
        {
            return (Of(question), false);
        }

        // Before rankings take every processor.
        StakeOfOneAnswer alone = Of(question with { Alone = true });
        bool begins = site.Economy(state).Size <= LargestBegun;
        return (alone, begins && !IsThere(rankings, begins));
    }

    private IEnumerable<StakeQuestion> RankingsOf(StakeOfOneQuestion question)
    {
        StakeQuestion ranking = StakeOfOneAnswering.RankingOf(question, site.Table(question.Asked.Economy.Table));
        return question.Supplies.Select(s => ranking with { Supply = s });
    }

    /// <summary>The question of what is at stake that a page shows.</summary>
    private StakeQuestion QuestionOf(PageState state, SupplyScope supply) =>
        new(site.EconomyOf(state))
        {
            Cut = state.Cut,
            Supply = supply,
            By = state.ByIndustry ? RootSubject.Industry : RootSubject.Technology,
        };

    private bool IsThere(IEnumerable<StakeQuestion> questions, bool begins) =>
        questions
            .Select(q => begins && site.WorksAhead ? _rankings.TryOf(q, Urgency.Place, () => analyst.Stake(q), out _) : _rankings.Has(q))
            .ToArray()
            .All(isThere => isThere);
}
