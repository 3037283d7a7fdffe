namespace Rootscope.Answers.Questions;

/// <summary>Who sells how much to whom in a network of firms: around one of them, or from sector to sector.</summary>
/// <param name="Network">The network.</param>
public sealed record NetworkLinksQuestion(FirmNetworkQuestion Network) : Question
{
    internal const string Name = "network-draw";

    /// <summary>Sales from sector to sector in a network of one's own.</summary>
    /// <param name="edges">Who sells how much to whom.</param>
    /// <param name="firms">The firms.</param>
    public NetworkLinksQuestion(string edges, string firms)
        : this(new FirmNetworkQuestion(edges, firms)) { }

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>The firm whose suppliers and customers are told, by identifier or name; null for sales from sector to sector.</summary>
    public string? Firm { get; init; }

    internal static IReadOnlyList<QuestionField<NetworkLinksQuestion>> Fields { get; } =
    [
        .. FirmNetworkQuestion.Fields.Select(f => f.In<NetworkLinksQuestion>(q => q.Network, (q, n) => q with { Network = n })),
        QuestionFields.Text<NetworkLinksQuestion>("firm", q => q.Firm, (q, v) => q with { Firm = v }),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults() => [.. Network.Faults()];

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
