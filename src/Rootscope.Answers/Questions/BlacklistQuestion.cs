namespace Rootscope.Answers.Questions;

/// <summary>What it costs that listed firms are cut out of their network, all at once.</summary>
/// <param name="Network">The network.</param>
/// <param name="Listed">A file of the listed firms: one a line, or with a column <c>share</c> for those that lose part of their
/// capacity.</param>
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

    /// <summary>The most sectors, regions and firms that are told, of each; 0 for all.</summary>
    public int Top { get; init; } = 10;

    internal static IReadOnlyList<QuestionField<BlacklistQuestion>> Fields { get; } =
    [
        .. FirmNetworkQuestion.Fields.Select(f => f.In<BlacklistQuestion>(q => q.Network, (q, n) => q with { Network = n })),
        QuestionFields.Text<BlacklistQuestion>("listed", q => q.Listed, (q, v) => q with { Listed = v ?? string.Empty }),
        .. CascadeQuestion.Fields.Select(f => f.In<BlacklistQuestion>(q => q.Cascade, (q, c) => q with { Cascade = c })),
        QuestionFields.Whole<BlacklistQuestion>("top", q => q.Top, (q, v) => q with { Top = checked((int)v) }),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults() =>
        [
            .. Network.Faults(),
            .. CommonFaults.OfName("listed", Listed, "a file of firms, one a line"),
            .. Cascade.Faults(),
            .. CommonFaults.OfRows("top", Top),
        ];

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
