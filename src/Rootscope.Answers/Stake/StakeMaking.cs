using System.Globalization;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Roots.Stake;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Stake;
using Rootscope.Storage;
using Rootscope.Storage.Capital;
using Rootscope.Tables;
using Rootscope.Tables.Capital;
using Rootscope.Tables.Splitting;
using Rootscope.Tables.Trade;

namespace Rootscope.Answers.Stake;

/// <summary>
/// What an economy needs beside its steps to be asked what is at stake: who uses which capital goods, which is told in place of the step of
/// capital, and how long a product takes to replace.
/// </summary>
internal static class StakeMaking
{
    /// <summary>Horizons in the order of <see cref="HorizonElasticities.Years"/>.</summary>
    private static readonly string[] Sets = ["short-run", "medium-run", "long-run"];

    /// <summary>The economy with the pattern of its capital goods, and the inputs of the ranking.</summary>
    public static (EconomyUnderStudy Economy, StakeInputs Inputs, CapitalUse? Use) Of(StakeQuestion question, EconomyUnderStudy economy)
    {
        economy = WithExports(economy);
        FlowTable table = economy.Table;
        SplitPart[] parts = [.. economy.Bridge?.SplitOff ?? []];
        CapitalEvidence evidence = CapitalData.For(table, parts);
        CapitalUse? use = question.Capital == StakeCapital.Off ? null : CapitalUse.Of(table, economy.CapitalFlows ?? evidence.Flows);
        EconomyUnderStudy made = use is null
            ? economy.Instead(CapitalStep.Name, CapitalStep.LeftInInvestment)
            : economy.Instead(
                CapitalStep.Name,
                $"yearly use of capital goods known apart, by who owns them, {PatternInWords(use)}",
                economy.Question.CapitalFlows is null ? evidence.Origin : economy.CapitalFlows!.Name
            );
        var inputs = new StakeInputs(
            table,
            use?.Table ?? table,
            YearsToReplace.Of(economy),
            [.. table.Sectors.Industries.Select(i => evidence.Depreciation[i.Code])]
        );
        return (made, inputs, use);
    }

    /// <summary>The same inputs with every capital good spread over industries by depreciation, whatever kind of asset it is.</summary>
    public static StakeInputs SpreadByDepreciation(StakeInputs inputs) =>
        new(inputs.Table, CapitalUse.Of(inputs.Table).Table, inputs.YearsToReplace, inputs.Depreciation);

    /// <summary>The options of the library's ranking.</summary>
    public static StakeOptions OptionsOf(StakeQuestion question, EconomyUnderStudy economy) =>
        new()
        {
            Cut = question.Cut,
            Supply = question.Supply,
            Capital = question.Capital,
            Elasticities = Elasticities(question, economy),
            ExportsElasticity = question.Exports,
            AtMostYears = question.AtMostYears,
            Discount = question.Discount,
            YearAlone = question.Horizon,
        };

    /// <summary>How the library makes bands.</summary>
    public static StakeBandOptions BandsOf(StakeQuestion question, EconomyUnderStudy economy, int threads) =>
        new()
        {
            Draws = question.Draws,
            Seed = question.Seed,
            Traits = economy.Evidence?.Products,
            Parts = [.. (economy.Bridge?.SplitOff ?? []).Select(p => p.Code)],
            Threads = threads,
        };

    /// <summary>Where a table does not tell exports, what stands in for them, and that it does.</summary>
    private static EconomyUnderStudy WithExports(EconomyUnderStudy economy)
    {
        if (!HiddenExports.In(economy.Table))
        {
            return economy;
        }

        string share = string.Create(CultureInfo.InvariantCulture, $"{HiddenExports.ShareOf(economy.Table) * 100:0.#}%");
        return (
            economy with
            {
                Table = HiddenExports.ToldApart(economy.Table),
                ExportsInWords =
                    $"The table does not tell exports: {share} of every product's final use, together as much as imports, is taken for "
                    + "them. What is exported most may stand far from its place.",
            }
        ).After("exports", $"not told by the table; {share} of final use, as much as imports, stands in");
    }

    private static string PatternInWords(CapitalUse use) =>
        use.Mixed > 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"scaled to the table's formation and depreciation; {use.Mixed * 100:0.#}% of the spread by depreciation mixed in"
            )
            : "scaled to the table's formation and depreciation";

    private static HorizonElasticities Elasticities(StakeQuestion question, EconomyUnderStudy economy)
    {
        string[] names =
            question.Elasticities == StakeQuestion.ByHorizon ? Sets : [question.Elasticities, question.Elasticities, question.Elasticities];
        ElasticitySet[] sets = [.. names.Select(n => RatingStep.Rated(ElasticitySets.Read(n), economy))];
        return new HorizonElasticities(sets[0], sets[1], sets[2]);
    }
}
