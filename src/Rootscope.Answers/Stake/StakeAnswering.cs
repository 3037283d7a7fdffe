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
        StakeBandOptions drawn = StakeMaking.BandsOf(question, economy, threads);
        int cuts = products?.Count ?? inputs.Table.Size;
        return [.. supplies.Select(Answered)];

        IProgress<int>? Told(string work, int each, int supply) =>
            each == 0 ? null : AnswerProgress.Of(progress, work, each * supplies.Count, each * supply);

        StakeAnswer Answered(SupplyScope supply, int number)
        {
            var ranking = StakeRanking.Of(
                inputs,
                options with
                {
                    Supply = supply,
                },
                products,
                threads,
                Told(AnswerProgress.Cuts, cuts, number),
                cancellation
            );
            var bands = StakeBands.Of(
                ranking,
                drawn,
                question.Draws > 0 ? Told(AnswerProgress.Draws, question.Draws, number) : null,
                cancellation
            );
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
