using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Roots;
using Rootscope.Answers.Stake;
using Rootscope.Roots.Validation;
using Rootscope.Storage;
using Rootscope.Storage.Formats.Lists;

namespace Rootscope.Answers.Validity;

/// <summary>Scores measures against an expert list.</summary>
internal static class ValidityAnswering
{
    /// <summary>Reads the list: what is not in it is refused before rankings are computed.</summary>
    public static IReadOnlyList<ExpertMention> MentionsOf(ValidityQuestion question) => Chosen(LabelReader.Read(question.Labels), question);

    /// <summary>Answers a question.</summary>
    /// <param name="question">The question, checked.</param>
    /// <param name="mentions">What the list says, as <see cref="MentionsOf"/> reads it.</param>
    /// <param name="roots">The ranking whose measures are scored.</param>
    /// <param name="studied">The economy that what is at stake is asked of.</param>
    /// <param name="threads">Most threads.</param>
    /// <param name="cancellation">Stops between products.</param>
    public static ValidityAnswer Of(
        ValidityQuestion question,
        IReadOnlyList<ExpertMention> mentions,
        RootAnswer roots,
        EconomyUnderStudy studied,
        int threads,
        CancellationToken cancellation
    )
    {
        ExpertLabels labels = ExpertLists.LabelsOf(roots.Ranking.Table, mentions);
        var bootstrap = new BootstrapOptions { Seed = question.Seed, Draws = question.Draws };
        var guards = new GuardOptions
        {
            Seed = question.Seed,
            Permutations = question.Permutations,
            Threads = threads,
        };
        StakeScores stake = StakeScoring.Of(question.Stake, studied, labels, guards, cancellation);
        IEnumerable<MeasureValues> older = ValidityMeasures.Of(roots.Ranking).Select(m => m with { IsDefault = false });
        return new ValidityAnswer
        {
            Question = question,
            Roots = roots,
            Mentions = mentions,
            Labels = labels,
            Bootstrap = bootstrap,
            Rows =
            [
                .. ValidityTable.Of([.. stake.Measures, .. older], labels, bootstrap, cancellation),
                .. stake.Permuted.Select(m => ValidityTable.Of(m, labels)),
                .. Guards(roots, labels, bootstrap, guards, cancellation),
            ],
        };
    }

    /// <summary>
    /// What the model adds to the ratings: ingredients on and off, and flows and elasticities torn apart. Nothing where no product is
    /// rated.
    /// </summary>
    private static IReadOnlyList<ValidityRow> Guards(
        RootAnswer roots,
        ExpertLabels labels,
        BootstrapOptions bootstrap,
        GuardOptions settings,
        CancellationToken cancellation
    )
    {
        if (settings.Permutations == 0 || roots.Economy.Evidence is not { } evidence)
        {
            return [];
        }

        var guards = new RatingGuards(roots.Ranking.Table, roots.Ranking.Options, roots.Economy.Unrated, evidence.Products, settings);
        return
        [
            .. ValidityTable.Of(guards.Ablation(cancellation), labels, bootstrap, cancellation),
            .. guards.Permuted(labels, cancellation).Select(m => ValidityTable.Of(m, labels)),
        ];
    }

    private static IReadOnlyList<ExpertMention> Chosen(IReadOnlyList<ExpertMention> mentions, ValidityQuestion question)
    {
        if (question.Items is not { } suffix)
        {
            return mentions;
        }

        ExpertMention[] chosen = [.. mentions.Where(m => m.Item.EndsWith(suffix, StringComparison.Ordinal))];
        return chosen.Length > 0
            ? chosen
            : throw new QuestionException([
                new QuestionFault(
                    "items",
                    $"No item_id of {QuestionFault.Quoted(question.Labels)} ends in {QuestionFault.Quoted(suffix)}.",
                    "Leave out {items}, or give another ending."
                ),
            ]);
    }
}
