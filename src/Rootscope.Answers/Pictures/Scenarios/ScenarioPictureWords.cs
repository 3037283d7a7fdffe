using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Shocks.Lenses;
using Rootscope.Tables;

namespace Rootscope.Answers.Pictures.Scenarios;

/// <summary>The words inside pictures of a scenario, in one language.</summary>
internal sealed record ScenarioPictureWords
{
    /// <summary>In English, which files are written in.</summary>
    public static ScenarioPictureWords English { get; } = new();

    /// <summary>What a lens is called.</summary>
    public Func<ILens, string> Lens { get; init; } = lens => lens.Word;

    /// <summary>What a lens speaks of, and what it measures.</summary>
    public Func<ILens, string> Measures { get; init; } = lens => $"{lens.Horizon}: {lens.LossOf}";

    /// <summary>What a lens speaks of, where it is output that falls.</summary>
    public Func<ILens, string> OfOutput { get; init; } = lens => $"{lens.Horizon}: fall of output";

    public string AllRegions { get; init; } = "all regions";

    public string Loses { get; init; } = "loses";

    public string Gains { get; init; } = "gains";

    public string Losses { get; init; } = "Who loses what, by lens";

    public string SectorsByLens { get; init; } = "Whose output changes most, by lens";

    public string Course { get; init; } = "Month by month";

    public string CourseAxis { get; init; } = "lost in the month, % of value added";

    public string MonthsAxis { get; init; } = "months";

    public string Sectors { get; init; } = "Output by sector and month";

    public string Falls { get; init; } = "less is made";

    public string Rises { get; init; } = "more is made";

    /// <summary>The name of a region.</summary>
    public Func<Region, string> Region { get; init; } = region => region.Name;

    /// <summary>The name of an industry.</summary>
    public Func<Industry, string> Industry { get; init; } = industry => BriefName.Of(industry.Name);

    /// <summary>What a cell of the map of sectors says when touched: sector, number of the month, change.</summary>
    public Func<string, int, string, string> Tip { get; init; } =
        (sector, month, change) => string.Create(CultureInfo.InvariantCulture, $"{sector}, month {month}: {change}");

    /// <summary>What a bar says when touched: region, lens, loss.</summary>
    public string TipOf(string region, string lens, double loss) =>
        $"{region}, {lens}: {(loss < 0 ? Gains : Loses)} {StakeWords.Percent(Math.Abs(loss))}";
}
