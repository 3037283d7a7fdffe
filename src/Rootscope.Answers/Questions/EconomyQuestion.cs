using Rootscope.Roots;

namespace Rootscope.Answers.Questions;

/// <summary>Which economy is studied, and how it is made from its table: the part that all questions about one economy share.</summary>
/// <param name="Table">The table by name, embedded or of the workspace.</param>
public sealed record EconomyQuestion(string Table = EconomyQuestion.DefaultTable)
{
    /// <summary>The table that is meant where none is named.</summary>
    public const string DefaultTable = "china-2020";

    /// <summary>Technologies are split off where the question is about technologies.</summary>
    public const string Auto = "auto";

    /// <summary>Technologies are split off as the reference has them, in any table of known classes.</summary>
    public const string Reference = "reference";

    /// <summary>No industry is split.</summary>
    public const string None = "none";

    /// <summary>The set of elasticities that is meant where none is named.</summary>
    public const string DefaultElasticities = "short-run";

    /// <summary>The region of a table with several, by code or name; null in a table of one.</summary>
    public string? Region { get; init; }

    /// <summary>What is done with capital goods.</summary>
    public CapitalTreatment Capital { get; init; } = CapitalTreatment.On;

    /// <summary>A file that says which industries take which capital goods; null spreads every product by depreciation.</summary>
    public string? CapitalFlows { get; init; }

    /// <summary>How technologies are split off: <see cref="Auto"/>, <see cref="Reference"/>, <see cref="None"/>, the name of an embedded bridge, or a file.</summary>
    public string Technologies { get; init; } = Auto;

    /// <summary>Whether products differ in elasticity by how hard they are to replace.</summary>
    public RatingUse Ratings { get; init; } = RatingUse.On;

    /// <summary>A named set of elasticities, or a file.</summary>
    public string Elasticities { get; init; } = DefaultElasticities;

    internal static IReadOnlyList<QuestionField<EconomyQuestion>> Fields { get; } =
    [
        QuestionFields.Text<EconomyQuestion>("table", q => q.Table, (q, v) => q with { Table = v ?? DefaultTable }),
        QuestionFields.Text<EconomyQuestion>("region", q => q.Region, (q, v) => q with { Region = v }),
        QuestionFields.Word<EconomyQuestion, CapitalTreatment>(
            "capital",
            QuestionWords.Capitals,
            q => q.Capital,
            (q, v) => q with { Capital = v ?? q.Capital }
        ),
        QuestionFields.Text<EconomyQuestion>("capitalFlows", q => q.CapitalFlows, (q, v) => q with { CapitalFlows = v }),
        QuestionFields.Text<EconomyQuestion>("technologies", q => q.Technologies, (q, v) => q with { Technologies = v ?? Auto }),
        QuestionFields.Word<EconomyQuestion, RatingUse>(
            "ratings",
            QuestionWords.Ratings,
            q => q.Ratings,
            (q, v) => q with { Ratings = v ?? q.Ratings }
        ),
        QuestionFields.Text<EconomyQuestion>(
            "elasticities",
            q => q.Elasticities,
            (q, v) => q with { Elasticities = v ?? DefaultElasticities }
        ),
    ];

    /// <summary>Every fault at once.</summary>
    public IEnumerable<QuestionFault> Faults()
    {
        if (string.IsNullOrWhiteSpace(Table))
        {
            yield return new QuestionFault("table", "{table} is empty.", $"Name a table, such as {DefaultTable}.");
        }

        if (CapitalFlows is not null && Capital == CapitalTreatment.Off)
        {
            yield return new QuestionFault(
                "capitalFlows",
                "{capitalFlows} says how capital goods are used, but {capital=off} leaves them out.",
                "Drop one of the two."
            );
        }
    }
}
