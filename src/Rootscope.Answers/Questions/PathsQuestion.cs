using Rootscope.Accounts.Paths;

namespace Rootscope.Answers.Questions;

/// <summary>
/// The strongest chains of purchases behind a final product, or from a root down to the final products that it ends in.
/// </summary>
/// <param name="Table">The table by name; it is taken as it was published.</param>
/// <example><c>new PathsQuestion("china-2020") { Final = "079" }</c></example>
public sealed record PathsQuestion(string Table = EconomyQuestion.DefaultTable) : Question
{
    /// <summary>How many paths are told where nothing limits them.</summary>
    public const int UsualTop = 20;

    private const int MostAboveAThreshold = 100_000;

    internal const string Name = "accounts-paths";

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>
    /// The final product whose supply chains are told: a code, a name, a technology, or REGION.CODE; null where a root is followed.
    /// </summary>
    public string? Final { get; init; }

    /// <summary>The root that is followed down to final products; null where a final product is asked about.</summary>
    public string? Root { get; init; }

    /// <summary>The sector's region; null for the sectors of that name in all regions together.</summary>
    public string? Region { get; init; }

    /// <summary>What a path is measured by.</summary>
    public PathIndicator Indicator { get; init; }

    /// <summary>The most paths; null for <see cref="UsualTop"/>, or for all above the threshold where one is given.</summary>
    public int? Top { get; init; }

    /// <summary>The least size of a path; null for none. Unit: share of the total.</summary>
    public double? Threshold { get; init; }

    /// <summary>The most purchases in a path; null for no limit.</summary>
    public int? Tiers { get; init; }

    internal static IReadOnlyList<QuestionField<PathsQuestion>> Fields { get; } =
    [
        QuestionFields.Text<PathsQuestion>("table", q => q.Table, (q, v) => q with { Table = v ?? EconomyQuestion.DefaultTable }),
        QuestionFields.Text<PathsQuestion>("final", q => q.Final, (q, v) => q with { Final = v }),
        QuestionFields.Text<PathsQuestion>("root", q => q.Root, (q, v) => q with { Root = v }),
        QuestionFields.Text<PathsQuestion>("region", q => q.Region, (q, v) => q with { Region = v }),
        QuestionFields.Word<PathsQuestion, PathIndicator>(
            "indicator",
            QuestionWords.PathIndicators,
            q => q.Indicator,
            (q, v) => q with { Indicator = v ?? q.Indicator }
        ),
        QuestionFields.WholeOrNone<PathsQuestion>("top", q => q.Options.Count, (q, v) => q with { Top = checked((int?)v) }),
        QuestionFields.NumberOrNone<PathsQuestion>("threshold", q => q.Threshold, (q, v) => q with { Threshold = v }),
        QuestionFields.WholeOrNone<PathsQuestion>("tiers", q => q.Tiers, (q, v) => q with { Tiers = checked((int?)v) }),
    ];

    /// <summary>The sector that paths begin at.</summary>
    internal string Sector => Root ?? Final ?? string.Empty;

    /// <summary>The options of the library's search.</summary>
    internal StructuralPathOptions Options =>
        new()
        {
            Count = Top ?? (Threshold is null ? UsualTop : MostAboveAThreshold),
            LeastShare = Threshold ?? 0,
            MostTiers = Tiers,
        };

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults()
    {
        List<QuestionFault> faults = [.. new EconomyQuestion(Table).Faults()];
        if (string.IsNullOrWhiteSpace(Sector) || (Root is not null && Final is not null))
        {
            faults.Add(
                new QuestionFault(
                    "final",
                    "It is not said where the paths begin.",
                    "Give either {final=SECTOR}, for the supply chains of a final product, or {root=SECTOR}, for the uses of a root."
                )
            );
        }

        if (Top < 1)
        {
            faults.Add(CommonFaults.Outside("top", Top.Value, "a number of paths of at least 1", "Leave it out for the usual 20."));
        }

        if (Threshold is { } threshold && !(threshold is >= 0 and <= 1))
        {
            faults.Add(CommonFaults.Outside("threshold", threshold, "a share from 0 to 1", "Give a share, such as 0.002."));
        }

        if (Tiers < 0)
        {
            faults.Add(CommonFaults.Outside("tiers", Tiers.Value, "a number of purchases of at least 0", "Leave it out for no limit."));
        }

        return faults;
    }

    /// <summary>Whether both ask the same: a default counts as what it stands for.</summary>
    public bool Equals(PathsQuestion? other) => other is not null && ToJson() == other.ToJson();

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToJson());

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}

/// <summary>What a chain of purchases is measured by.</summary>
public enum PathIndicator
{
    /// <summary>The value added of its last supplier, or of the root.</summary>
    ValueAdded,

    /// <summary>The output of its last supplier, or of the root.</summary>
    Output,
}
