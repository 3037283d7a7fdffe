using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Storage.Formats.Networks;

namespace Rootscope.Answers.Questions;

/// <summary>How losses spread among firms: the part that all questions about shortage cascades share.</summary>
public sealed record CascadeQuestion
{
    /// <summary>Every input is essential.</summary>
    public const string AllEssential = "all-essential";

    /// <summary>Every input counts by its share of all cost.</summary>
    public const string AllImportant = "all-important";

    /// <summary>Firms of one sector replace each other.</summary>
    public const string BySector = "sector";

    /// <summary>Nobody replaces anybody.</summary>
    public const string Nobody = "none";

    /// <summary>
    /// How essential inputs are: the embedded ratings (<c>ihs</c>), <see cref="AllEssential"/>, <see cref="AllImportant"/>, or a file.
    /// </summary>
    public string Essentiality { get; init; } = EssentialityReader.EmbeddedName;

    /// <summary>
    /// Who can replace a firm: <see cref="BySector"/>, <see cref="Nobody"/>, or those with the same value in a column of the file of firms,
    /// by its name.
    /// </summary>
    public string Market { get; init; } = BySector;

    /// <summary>When a cascade ends.</summary>
    public CascadeStop Stop { get; init; }

    /// <summary>ε, above 0 and below 1; null for that of the rule. Unit: share of capacity.</summary>
    public double? Epsilon { get; init; }

    /// <summary>What a firm counts in the total.</summary>
    public CascadeWeight Weight { get; init; }

    internal static IReadOnlyList<QuestionField<CascadeQuestion>> Fields { get; } =
    [
        QuestionFields.Text<CascadeQuestion>("essentiality", q => q.Essentiality, (q, v) => q with { Essentiality = v ?? q.Essentiality }),
        QuestionFields.Text<CascadeQuestion>("market", q => q.Market, (q, v) => q with { Market = v ?? BySector }),
        QuestionFields.Word<CascadeQuestion, CascadeStop>(
            "stop",
            QuestionWords.CascadeStops,
            q => q.Stop,
            (q, v) => q with { Stop = v ?? q.Stop }
        ),
        QuestionFields.NumberOrNone<CascadeQuestion>("epsilon", q => q.Epsilon, (q, v) => q with { Epsilon = v }),
        QuestionFields.Word<CascadeQuestion, CascadeWeight>(
            "weight",
            QuestionWords.CascadeWeights,
            q => q.Weight,
            (q, v) => q with { Weight = v ?? q.Weight }
        ),
    ];

    /// <summary>The column of the file of firms that says who replaces whom; null where none does.</summary>
    internal string? MarketColumn => Market is BySector or Nobody ? null : Market;

    /// <summary>Every fault at once.</summary>
    public IEnumerable<QuestionFault> Faults()
    {
        if (string.IsNullOrWhiteSpace(Market))
        {
            yield return new QuestionFault("market", "{market} is empty.", "Give {market=sector}, {market=none} or the name of a column.");
        }

        if (Epsilon is { } epsilon && !(epsilon is > 0 and < 1))
        {
            yield return CommonFaults.Outside(
                "epsilon",
                epsilon,
                "a share of capacity above 0 and below 1",
                "Leave it out for the rule's own."
            );
        }
    }

    /// <summary>The options of the library's cascade.</summary>
    /// <param name="ratings">How essential inputs are.</param>
    internal CascadeOptions Options(EssentialityMatrix ratings) =>
        new()
        {
            Essentiality = ratings,
            Market = Market switch
            {
                BySector => CascadeMarket.Sector,
                Nobody => CascadeMarket.None,
                _ => CascadeMarket.Column,
            },
            Stop = Stop,
            Epsilon = Epsilon,
            Weight = Weight,
        };
}
