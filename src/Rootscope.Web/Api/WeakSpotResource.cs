using Rootscope.Answers.WeakSpots;
using Rootscope.Storage;
using Rootscope.WeakSpots;
using Rootscope.Web.Observing;

namespace Rootscope.Web.Api;

/// <summary>Which technologies an economy depends on others for, and what to do about each.</summary>
internal static class WeakSpotResource
{
    /// <summary>Economies that have a table of their own; all others are regions of the table of the world.</summary>
    private static readonly Dictionary<string, string> Tables = new(StringComparer.Ordinal)
    {
        ["CHN"] = "china-2020",
        ["USA"] = "usa-2017",
    };

    public static readonly Resource WeakSpots = new()
    {
        Name = "weak-spots",
        Path = "weak-spots",
        Summary = "The weak spots of an economy",
        Description =
            "Every technology by dependence, feasibility and leverage, in the order of building. Dependence rests on published shares "
            + "of makers (dependenceStatus proxy); "
            + "without trade figures feasibility is not known, and a dependent technology may have more than one corner.",
        Parameters =
        [
            new("region", "The economy, by its three-letter code.", "CHN") { Example = "USA" },
            new("rule", "When an economy counts as dependent.", "geodep") { Words = [.. DependenceRules.Names] },
            Parameters.Top,
        ],
        Columns = WeakSpotColumns.All,
        Answer = (query, context, _) =>
        {
            string economy = query.Text("region").ToUpperInvariant();
            PageState state = Tables.TryGetValue(economy, out string? table)
                ? new PageState { Table = table }
                : new PageState { Table = WeakSpotView.WorldTable, Region = economy };
            WeakSpotView view = context.Economies.WeakSpots(state with { Rule = query.Text("rule") });
            return Task.FromResult<Report>(
                new Report<WeakSpot>(
                    "weak-spots",
                    WeakSpotColumns.All,
                    query.Top(view.Spots),
                    new Provenance
                    {
                        Table = view.Table,
                        Notes =
                        [
                            $"Rule {view.Rule.Name}: {view.Rule}. {view.Rule.Source}",
                            "Without trade between economies dependence is a proxy: published shares of makers stand in for purchases.",
                        ],
                    }
                )
            );
        },
    };
}
