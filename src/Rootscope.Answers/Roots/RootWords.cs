using System.Globalization;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Roots;
using Rootscope.Tables;

namespace Rootscope.Answers.Roots;

/// <summary>What reports of cuts say of their options.</summary>
internal static class RootWords
{
    /// <summary>Every option as used, for the provenance.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Described(RootOptions options, FlowTable economy) =>
        [
            new("region", economy.Sectors.Regions[0].Code),
            new("lens", options.Lens.Word),
            new("cut", options.Cut.ToString("R", CultureInfo.InvariantCulture)),
            new("supply", QuestionWords.Supplies.WordOf(options.Supply)),
            new("trade", QuestionWords.Trades.WordOf(options.Equilibrium.Trade)),
            new("exports", options.Equilibrium.ExportsElasticity.ToString("R", CultureInfo.InvariantCulture)),
            new("ownUse", QuestionWords.OwnUses.WordOf(options.Equilibrium.OwnUse)),
            new("cutAs", QuestionWords.CutKinds.WordOf(options.Equilibrium.CutAs)),
            new("capital", options.CapitalFlows is { } flows ? $"on ({flows.Name})" : QuestionWords.Capitals.WordOf(options.Capital)),
            new("elasticities", options.Equilibrium.Elasticities.Name),
            new("ratings", options.Equilibrium.Elasticities.RatedBy ?? "off"),
            .. options.Lens.Cuts.UsesEssentiality
                ? new[] { new KeyValuePair<string, string>("essentiality", EssentialityOf(options)) }
                : [],
            new("sort", options.EffectiveSort.Word),
        ];

    private static string EssentialityOf(RootOptions options) =>
        options.Essentiality?.Name
        ?? (options.Lens.Cuts.NeedsEssentiality ? EssentialityRatings.AllEssential : EssentialityRatings.AllImportant);
}
