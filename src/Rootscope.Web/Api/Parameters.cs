using Rootscope.Answers.Questions;
using Rootscope.Storage;
using Rootscope.Web.Addresses;

namespace Rootscope.Web.Api;

/// <summary>Parameters that several resources take.</summary>
internal static class Parameters
{
    public static readonly ResourceParameter Table = new(
        "table",
        "The table, by name; /api/v1/tables lists them.",
        EconomyQuestion.DefaultTable
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

    public static readonly ResourceParameter Supply = new("supply", "Which supply is cut.", "all") { Words = QuestionWords.Supplies.Words };

    public static readonly ResourceParameter Trade = new(
        "trade",
        "Imports are paid with exports (balanced), or their prices are fixed in units of the home factor.",
        "balanced"
    )
    {
        Words = QuestionWords.Trades.Words,
    };

    public static readonly ResourceParameter OwnUse = new("ownUse", "Whether what a class buys from itself is netted out.", "net")
    {
        Words = QuestionWords.OwnUses.Words,
    };

    public static readonly ResourceParameter CutAs = new(
        "cutAs",
        "What a cut does: it makes supply dearer (cost), or a scarcity price makes use fall by it (quantity).",
        "cost"
    )
    {
        Words = QuestionWords.CutKinds.Words,
    };

    public static readonly ResourceParameter Capital = new("capital", "Whether the yearly use of capital goods counts among inputs.", "on")
    {
        Words = QuestionWords.Capitals.Words,
    };

    public static readonly ResourceParameter Technologies = new(
        "technologies",
        "How technologies are split off their industries: by the table's own bridge where the question is about them (auto), by a named "
            + "bridge, or not at all (none).",
        EconomyQuestion.Auto
    )
    {
        Words = [EconomyQuestion.Auto, EconomyQuestion.None, .. BridgeLibrary.Names],
    };

    public static readonly ResourceParameter Elasticities = new(
        "elasticities",
        "The set of elasticities.",
        EconomyQuestion.DefaultElasticities
    )
    {
        Words = ElasticitySets.Names,
    };

    public static readonly ResourceParameter Ratings = new(
        "ratings",
        "Whether products differ in elasticity by how hard they are to replace.",
        "on"
    )
    {
        Words = QuestionWords.Ratings.Words,
    };

    /// <summary>How the economy under study is made.</summary>
    public static IReadOnlyList<ResourceParameter> Making { get; } = [Capital, Technologies, Elasticities, Ratings];

    /// <summary>What is cut and how.</summary>
    public static IReadOnlyList<ResourceParameter> Cuts { get; } = [Cut, Supply, Trade, OwnUse, CutAs];

    public static readonly ResourceParameter Top = new("top", "The most rows; 0 stands for all.", "0") { IsCount = true, Example = "20" };
}
