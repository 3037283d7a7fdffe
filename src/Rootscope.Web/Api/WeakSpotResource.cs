using Rootscope.Answers.Questions;
using Rootscope.Answers.WeakSpots;
using Rootscope.Storage;
using Rootscope.WeakSpots;
using Rootscope.Web.Observing;

namespace Rootscope.Web.Api;

/// <summary>Which technologies an economy depends on others for, and what to do about each.</summary>
internal static class WeakSpotResource
{
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
            .. Parameters.Making,
            Parameters.Top,
        ],
        Columns =
        [
            new(
                "buildFirst",
                ColumnKind.Integer,
                string.Empty,
                "Place in the order of building, from 1; null where nothing is to be built or the table has no carrier."
            ),
            new("technology", ColumnKind.Text, string.Empty, "Identifier of the technology."),
            new("name", ColumnKind.Text, string.Empty, "Its English name."),
            new("area", ColumnKind.Text, string.Empty, "Its area."),
            new(
                "corner",
                ColumnKind.Text,
                string.Empty,
                "build-now, partner, stockpile or watch; several joined by 'or' where a figure is missing, unknown where the dependence is."
            ),
            new("isDependent", ColumnKind.Flag, string.Empty, "Whether the rule flags it; null where that is not known."),
            new("dependenceStatus", ColumnKind.Text, string.Empty, "measured, proxy or no-data."),
            new("margin", ColumnKind.Number, "ratio", "How far the verdict is from turning, from -1 to 1; above 0 dependent."),
            new("lowestMargin", ColumnKind.Number, "ratio", "Lower end of the margin over what published shares leave open."),
            new("highestMargin", ColumnKind.Number, "ratio", "Upper end of the margin."),
            new("isClose", ColumnKind.Flag, string.Empty, "Whether the margin is below 0.1 in size."),
            new("holder", ColumnKind.Text, string.Empty, "The largest holder abroad."),
            new("holderShare", ColumnKind.Number, "share", "What it holds."),
            new("dependenceSource", ColumnKind.Text, string.Empty, "Where the figures of dependence are from."),
            new("feasibilityStatus", ColumnKind.Text, string.Empty, "measured, proxy or no-data."),
            new(
                "feasibility",
                ColumnKind.Number,
                "share",
                "Share of what the economy does not make that is farther off; 1 where it makes it already."
            ),
            new("leverage", ColumnKind.Number, "ratio", "Root leverage of the part split off for it, or of the industry that carries it."),
            new("carrier", ColumnKind.Text, string.Empty, "Code of the part or industry that carries it."),
            new("carrierGrade", ColumnKind.Text, string.Empty, "How purely that part or industry is the technology."),
            new("supported", ColumnKind.Number, "share", "What is lost with it and with all that needs it; orders the building."),
            new("foreignInputs", ColumnKind.Number, "share", "What other economies make of the carrier's inputs, through all tiers."),
            new("largestInputOrigin", ColumnKind.Text, string.Empty, "The economy that makes most of it."),
        ],
        Answer = (query, context, _) =>
        {
            WeakSpotAnswer answer = context.Economies.WeakSpots(QueryQuestions.WeakSpots(query));
            return Task.FromResult(
                Dataset.Of(answer.Table, query.Top(answer.Spots.Select(Row)), answer.Notes) with
                {
                    Question = answer.Question,
                    Steps = answer.Roots.Economy.Steps,
                }
            );
        },
    };

    private static object?[] Row(WeakSpot spot)
    {
        (TechnologyDependence d, TechnologyFeasibility f) = (spot.Dependence, spot.Feasibility);
        return
        [
            spot.BuildFirst,
            spot.Technology.Id,
            spot.Technology.Name,
            spot.Technology.Area.Id,
            spot.Corners.Count == 0 ? "unknown" : string.Join(" or ", spot.Corners.Select(c => StatusWords.Of(c))),
            d.IsDependent,
            StatusWords.Of(d.Status),
            d.Margin,
            d.LowestMargin,
            d.HighestMargin,
            d.IsClose,
            d.Holder,
            d.HolderShare,
            d.Source.Length > 0 ? d.Source : null,
            StatusWords.Of(f.Status),
            f.Score,
            spot.Leverage?.Root?.Leverage,
            spot.Leverage?.Carrier?.Code,
            spot.Leverage?.Carrier?.Grade.ToString(),
            spot.Supported,
            spot.Inputs?.Foreign,
            spot.Inputs?.Largest,
        ];
    }
}
