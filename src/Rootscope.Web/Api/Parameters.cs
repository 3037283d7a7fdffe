using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Storage;
using Rootscope.Web.Addresses;

namespace Rootscope.Web.Api;

/// <summary>Parameters that several resources take.</summary>
internal static class Parameters
{
    private static readonly RootQuestion Ranking = new();

    /// <summary>A parameter that is an option of a question: what holds where it is not given is what the question holds.</summary>
    /// <param name="question">The question with its defaults.</param>
    /// <param name="option">The option, whose name the parameter has.</param>
    /// <param name="meaning">What it says, in a sentence.</param>
    public static ResourceParameter Of(Question question, string option, string meaning) =>
        new(option, meaning, TextOf(question.Values().Single(v => v.Key == option).Value));

    /// <summary>The value of an option as addresses have it; null where the question leaves it open.</summary>
    public static string? TextOf(object? value) =>
        value switch
        {
            null or IReadOnlyList<string> { Count: 0 } => null,
            IReadOnlyList<string> texts => string.Join(',', texts),
            bool flag => flag ? "true" : "false",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };

    public static readonly ResourceParameter Table = Of(Ranking, "table", "The table, by name; /api/v1/tables lists them.") with
    {
        Example = "world-2011",
    };

    public static readonly ResourceParameter TableOfPath = new("table", "The table, by name; /api/v1/tables lists them.", null)
    {
        IsRequired = true,
        Example = "world-2011",
    };

    public static readonly ResourceParameter Region = Of(Ranking, "region", "The region, by code, of a table with several.") with
    {
        Example = "CHN",
    };

    public static readonly ResourceParameter Lens = Of(Ranking, "lens", "The model that says what a cut costs.") with
    {
        Words = [.. PageState.AllLenses.Select(l => l.Word)],
    };

    public static readonly ResourceParameter Cut = Of(Ranking, "cut", "The share of supply that is cut.") with { Range = (0, 1) };

    public static readonly ResourceParameter Trade = Of(
        Ranking,
        "trade",
        "Imports are paid with exports (balanced), or their prices are fixed in units of the home factor."
    ) with
    {
        Words = QuestionWords.Trades.Words,
    };

    public static readonly ResourceParameter Exports = Of(
        Ranking,
        "exports",
        "Elasticity of substitution among exports; 0 keeps their composition."
    ) with
    {
        Range = (0, 100),
    };

    public static readonly ResourceParameter OwnUse = Of(Ranking, "ownUse", "Whether what a class buys from itself is netted out.") with
    {
        Words = QuestionWords.OwnUses.Words,
    };

    public static readonly ResourceParameter CutAs = Of(
        Ranking,
        "cutAs",
        "What a cut does: it makes supply dearer (cost), or a scarcity price makes use fall by it (quantity)."
    ) with
    {
        Words = QuestionWords.CutKinds.Words,
    };

    public static readonly ResourceParameter Capital = Of(
        Ranking,
        "capital",
        "Whether the yearly use of capital goods counts among inputs."
    ) with
    {
        Words = QuestionWords.Capitals.Words,
    };

    public static readonly ResourceParameter Technologies = Of(
        Ranking,
        "technologies",
        "How technologies are split off their industries: by the table's own bridge where the question is about them (auto), by a named "
            + "bridge, or not at all (none)."
    ) with
    {
        Words = [EconomyQuestion.Auto, EconomyQuestion.None, .. BridgeLibrary.Names],
    };

    public static readonly ResourceParameter Elasticities = Of(Ranking, "elasticities", "The set of elasticities.") with
    {
        Words = ElasticitySets.Names,
    };

    public static readonly ResourceParameter Ratings = Of(
        Ranking,
        "ratings",
        "Whether products differ in elasticity by how hard they are to replace."
    ) with
    {
        Words = QuestionWords.Ratings.Words,
    };

    /// <summary>What a row is, as a question has it.</summary>
    public static ResourceParameter By(Question question) =>
        Of(question, "by", "Whether a row is a technology of the catalogue or an industry of the table.") with
        {
            Words = QuestionWords.Subjects.Words,
        };

    /// <summary>Which supply is cut, as a question has it.</summary>
    public static ResourceParameter Supply(Question question) =>
        Of(question, "supply", "Which supply is cut.") with
        {
            Words = QuestionWords.Supplies.Words,
        };

    /// <summary>How many rows, as a question has it.</summary>
    public static ResourceParameter Top(Question question) =>
        Of(question, "top", "The most rows; 0 stands for all.") with
        {
            IsCount = true,
            Example = "20",
        };

    /// <summary>How the economy under study is made.</summary>
    public static IReadOnlyList<ResourceParameter> Making { get; } = [Capital, Technologies, Elasticities, Ratings];

    /// <summary>What is cut and how.</summary>
    public static IReadOnlyList<ResourceParameter> Cuts { get; } = [Cut, Supply(Ranking), Trade, Exports, OwnUse, CutAs];
}
