using Rootscope.Screening.Scores;

namespace Rootscope.Answers.Questions;

/// <summary>What it costs that listed firms are cut out of their network, all at once.</summary>
/// <param name="Network">The network.</param>
/// <param name="Listed">A file of the listed firms: one a line, or with a column <c>share</c> for those that lose part of their
/// capacity; empty where <see cref="Lists"/> says who is listed.</param>
public sealed record BlacklistQuestion(FirmNetworkQuestion Network, string Listed) : Question
{
    internal const string Name = "network-blacklist";

    /// <summary>The cost of a list in a network of one's own.</summary>
    /// <param name="edges">Who sells how much to whom.</param>
    /// <param name="firms">The firms.</param>
    /// <param name="listed">The listed firms.</param>
    public BlacklistQuestion(string edges, string firms, string listed)
        : this(new FirmNetworkQuestion(edges, firms), listed) { }

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>How losses spread.</summary>
    public CascadeQuestion Cascade { get; init; } = new();

    /// <summary>Lists of restricted parties that the firms' names are looked up in, by their names in the workspace, or as LAYOUT:FILE;
    /// none where no name is looked up.</summary>
    public IReadOnlyList<string> Lists { get; init; } = [];

    /// <summary>The least score of a match in lists: share above 0 and at most 1.</summary>
    public double Threshold { get; init; } = NameScore.DefaultThreshold;

    /// <summary>Whether a match in lists counts before anybody decided that it is the same one.</summary>
    public bool AcceptMatches { get; init; }

    /// <summary>
    /// A file of who owns whom (<see cref="OwnersQuestion.File"/>): firms that listed parties own by a rule count as listed too; empty for
    /// none.
    /// </summary>
    public string Owners { get; init; } = string.Empty;

    /// <summary>The regime whose rule of ownership holds, or a file of rules.</summary>
    public string OwnershipRule { get; init; } = "ofac";

    /// <summary>The day (year-month-day) whose rule and stakes hold; asked for where <see cref="Owners"/> is given.</summary>
    public string Day { get; init; } = string.Empty;

    /// <summary>The most sectors, regions and firms that are told, of each; 0 for all.</summary>
    public int Top { get; init; } = 10;

    internal static IReadOnlyList<QuestionField<BlacklistQuestion>> Fields { get; } =
    [
        .. FirmNetworkQuestion.Fields.Select(f => f.In<BlacklistQuestion>(q => q.Network, (q, n) => q with { Network = n })),
        QuestionFields.Text<BlacklistQuestion>("listed", q => q.Listed, (q, v) => q with { Listed = v ?? string.Empty }),
        .. CascadeQuestion.Fields.Select(f => f.In<BlacklistQuestion>(q => q.Cascade, (q, c) => q with { Cascade = c })),
        QuestionFields.Texts<BlacklistQuestion>("lists", q => q.Lists, (q, v) => q with { Lists = v }),
        QuestionFields.Number<BlacklistQuestion>("threshold", q => q.Threshold, (q, v) => q with { Threshold = v }),
        QuestionFields.Flag<BlacklistQuestion>("acceptMatches", q => q.AcceptMatches, (q, v) => q with { AcceptMatches = v }),
        QuestionFields.Text<BlacklistQuestion>("owners", q => q.Owners, (q, v) => q with { Owners = v ?? string.Empty }),
        QuestionFields.Text<BlacklistQuestion>(
            "ownershipRule",
            q => q.OwnershipRule,
            (q, v) => q with { OwnershipRule = v ?? string.Empty }
        ),
        QuestionFields.Text<BlacklistQuestion>("day", q => q.Day, (q, v) => q with { Day = v ?? string.Empty }),
        QuestionFields.Whole<BlacklistQuestion>("top", q => q.Top, (q, v) => q with { Top = checked((int)v) }),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults() =>
        [
            .. Network.Faults(),
            .. Lists.Count > 0 ? [] : CommonFaults.OfName("listed", Listed, "a file of firms, one a line, or lists of restricted parties"),
            .. Threshold > 0 && Threshold <= 1
                ? Array.Empty<QuestionFault>()
                : [CommonFaults.Outside("threshold", Threshold, "a score above 0 and at most 1", "Leave it out for the documented one.")],
            .. Owners.Length > 0 ? new OwnersQuestion(Owners, Day) { Rule = OwnershipRule }.Faults() : [],
            .. Cascade.Faults(),
            .. CommonFaults.OfRows("top", Top),
        ];

    /// <inheritdoc/>
    public bool Equals(BlacklistQuestion? other) => other is not null && ToJson() == other.ToJson();

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToJson());

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
