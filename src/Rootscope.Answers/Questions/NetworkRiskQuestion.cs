namespace Rootscope.Answers.Questions;

/// <summary>What it costs a network of firms that each of them fails: the Economic Systemic Risk Index.</summary>
/// <param name="Network">The network.</param>
/// <example><c>new NetworkRiskQuestion("edges.csv", "firms.csv") { Select = "top:100" }</c></example>
public sealed record NetworkRiskQuestion(FirmNetworkQuestion Network) : Question
{
    internal const string Name = "network-risk";

    /// <summary>The risk of every firm of a network of one's own.</summary>
    /// <param name="edges">Who sells how much to whom.</param>
    /// <param name="firms">The firms.</param>
    public NetworkRiskQuestion(string edges, string firms)
        : this(new FirmNetworkQuestion(edges, firms)) { }

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>How losses spread.</summary>
    public CascadeQuestion Cascade { get; init; } = new();

    /// <summary>Which firms fail, one at a time: <c>all</c>, a file, or <c>top:</c> and how many with the largest sales.</summary>
    public string Select { get; init; } = FirmWords.All;

    /// <summary>The most rows that are told, the riskiest first; 0 for all.</summary>
    public int Top { get; init; }

    internal static IReadOnlyList<QuestionField<NetworkRiskQuestion>> Fields { get; } =
    [
        .. FirmNetworkQuestion.Fields.Select(f => f.In<NetworkRiskQuestion>(q => q.Network, (q, n) => q with { Network = n })),
        .. CascadeQuestion.Fields.Select(f => f.In<NetworkRiskQuestion>(q => q.Cascade, (q, c) => q with { Cascade = c })),
        QuestionFields.Text<NetworkRiskQuestion>("select", q => q.Select, (q, v) => q with { Select = v ?? FirmWords.All }),
        QuestionFields.Whole<NetworkRiskQuestion>("top", q => q.Top, (q, v) => q with { Top = checked((int)v) }),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults() =>
        [.. Network.Faults(), .. Cascade.Faults(), .. FirmWords.FaultsOf("select", Select), .. CommonFaults.OfRows("top", Top)];

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
