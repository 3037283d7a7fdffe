using Rootscope.Accounts.Exposure;
using Rootscope.Answers.Accounts;
using Rootscope.Answers.Questions;
using Rootscope.Tables;
using Rootscope.Tables.Economies;
using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;

namespace Rootscope.Web.Figures.World;

/// <summary>How much of the inputs of one economy's manufacturers is made abroad.</summary>
/// <param name="Code">Code of the economy in the table.</param>
/// <param name="Name">Its name.</param>
/// <param name="Abroad">Share made abroad, through all tiers of suppliers: the figure of <c>rootscope accounts exposure</c>.</param>
/// <param name="Direct">Share that is bought abroad directly.</param>
/// <param name="First">The economy abroad that makes most.</param>
/// <param name="FirstShare">What it makes, through all tiers.</param>
internal sealed record WorldExposure(string Code, Phrase Name, double Abroad, double Direct, Phrase First, double FirstShare)
{
    /// <summary>Its code as shapes have it.</summary>
    public string ShapeCode => EconomyIdentities.CodeOf(Code);

    /// <summary>Whether it is one economy, and not the rest of the world or a union.</summary>
    public bool IsOne => EconomyIdentities.Find(Code) is { Kind: EconomyKind.Economy };

    /// <summary>The table that a map of a page is drawn from.</summary>
    public static string TableOf(PageState state, SiteAnswers economies)
    {
        FlowTable own = economies.Table(state.Table);
        return own.Sectors.Regions.Count > 1 && own.Size <= SiteAnswers.LargestInverse ? state.Table : ExposureQuestion.DefaultTable;
    }

    /// <summary>All economies of a table, the most exposed first.</summary>
    public static IEnumerable<WorldExposure> Of(string table, SiteAnswers economies)
    {
        IReadOnlyList<Region> regions = economies.Table(table).Sectors.Regions;
        return regions.Select(r => One(r, regions, table, economies)).OfType<WorldExposure>().OrderByDescending(r => r.Abroad);
    }

    private static WorldExposure? One(Region region, IReadOnlyList<Region> regions, string table, SiteAnswers economies)
    {
        ExposureAnswer answer = economies.Exposure(new ExposureQuestion(region.Code, table))!;
        SourceShare[] abroad = [.. answer.Shares.Where(s => s.Region != answer.Region && s.LookThrough is not null)];
        return abroad is not [var first, ..]
            ? null
            : new WorldExposure(
                region.Code,
                EconomyNames.Of(region),
                abroad.Sum(s => s.LookThrough!.Value),
                abroad.Sum(s => s.FaceValue ?? 0),
                EconomyNames.Of(regions[first.Region]),
                first.LookThrough!.Value
            );
    }
}
