using Rootscope.Web.Observing;

namespace Rootscope.Web.Api;

/// <summary>Parameters that several resources take.</summary>
internal static class Parameters
{
    public static readonly ResourceParameter Table = new(
        "table",
        "The table, by name; /api/v1/tables lists them.",
        ObservedEconomies.DefaultTable
    )
    {
        Example = "world-2011",
    };

    public static readonly ResourceParameter TableOfPath = new("table", "The table, by name; /api/v1/tables lists them.", null)
    {
        IsRequired = true,
        Example = "world-2011",
    };

    public static readonly ResourceParameter Region = new("region", "The region, by code, of a table with several.", null)
    {
        Example = "CHN",
    };

    public static readonly ResourceParameter By = new(
        "by",
        "Whether a row is a technology of the catalogue or an industry of the table.",
        "technology"
    )
    {
        Words = ["technology", "industry"],
    };

    public static readonly ResourceParameter Lens = new("lens", "The model that says what a cut costs.", PageState.UsualLens.Word)
    {
        Words = [.. PageState.AllLenses.Select(l => l.Word)],
    };

    public static readonly ResourceParameter Measure = new("measure", "What the ranking goes by.", "leverage")
    {
        Words = [.. PageState.MeasureWords],
    };

    public static readonly ResourceParameter Cut = new("cut", "The share of supply that is cut.", "0.5") { Range = (0, 1) };

    public static readonly ResourceParameter Top = new("top", "The most rows; 0 stands for all.", "0") { IsCount = true, Example = "20" };
}
