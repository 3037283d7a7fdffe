using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Roots;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Tables;

namespace Rootscope.Answers.Roots;

/// <summary>The options of the library's ranking that a question and its economy come to.</summary>
internal static class RootOptionsOf
{
    public static RootOptions Question(RootQuestion question, EconomyUnderStudy economy) =>
        Cut(question, economy) with
        {
            Lens = question.Lens,
            Sort = question.Sort,
            Essentiality = EssentialityOf(question.Lens, question, economy),
        };

    /// <summary>The ratings of inputs that a lens is asked with.</summary>
    public static EssentialityMatrix? EssentialityOf(ILens lens, CutQuestion question, EconomyUnderStudy economy) =>
        EssentialityRatings.Of(question.Essentiality, economy)
        ?? (lens.Cuts.NeedsEssentiality && question.Essentiality is null ? EssentialityRatings.ByDivision(economy) : null);

    /// <summary>The options without a choice of lens and order.</summary>
    public static RootOptions Cut(CutQuestion question, EconomyUnderStudy economy) =>
        new()
        {
            Lens = LensRegistry.Default.Usual,
            Cut = question.Cut,
            Supply = question.Supply,
            Capital = economy.Question.Capital,
            CapitalFlows = economy.CapitalFlows,
            Essentiality = EssentialityRatings.Of(question.Essentiality, economy),
            Equilibrium = new EquilibriumOptions
            {
                Elasticities = economy.Elasticities,
                Trade = question.Trade,
                ExportsElasticity = question.Exports,
                OwnUse = question.OwnUse,
                CutAs = question.CutAs,
            },
        };
}
