using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Tables.Capital;

namespace Rootscope.Answers.Stake;

/// <summary>Answers about what is at stake with the supplies of one economy, whose capital use and inputs are made once.</summary>
internal static class StakeAnswering
{
    public static IReadOnlyList<StakeAnswer> Of(
        StakeQuestion question,
        IReadOnlyList<SupplyScope> supplies,
        EconomyUnderStudy studied,
        int threads,
        IProgress<AnswerProgress>? progress,
        CancellationToken cancellation,
        IReadOnlyList<IndustryNumber>? products = null
    )
    {
        (EconomyUnderStudy economy, StakeInputs inputs, CapitalUse? use) = StakeMaking.Of(question, studied);
        StakeOptions options = StakeMaking.OptionsOf(question, economy);
        IProgress<int>? cuts = AnswerProgress.Of(progress, AnswerProgress.Cuts, products?.Count ?? inputs.Table.Size);
        IProgress<int>? drawn = question.Draws > 0 ? AnswerProgress.Of(progress, AnswerProgress.Draws, question.Draws) : null;
        return [.. supplies.Select(Answered)];

        StakeAnswer Answered(SupplyScope supply)
        {
            var ranking = StakeRanking.Of(inputs, options with { Supply = supply }, products, threads, cuts, cancellation);
            StakeBands? bands = products is null
                ? StakeBands.Of(ranking, StakeMaking.BandsOf(question, economy, threads), drawn, cancellation)
                : null;
            return new StakeAnswer
            {
                Bands = bands,
                Question = question with { Supply = supply },
                Economy = economy,
                Ranking = ranking,
                Notes = [.. use?.Notes ?? [], .. ranking.CalibrationNotes],
            };
        }
    }
}
