namespace Rootscope.Answers.Questions;

/// <summary>
/// Systemic risk, the cost of a list of firms, and the structure of networks over many networks that an economy allows, each with its band.
/// </summary>
/// <param name="Network">The networks; their firms are made or given, not sectors.</param>
/// <example><c>new NetworkEnsembleQuestion("china-2020") { Listed = "top:3" }</c></example>
public sealed record NetworkEnsembleQuestion(NetworkQuestion Network) : Question
{
    internal const string Name = "network-ensemble";

    /// <summary>Twenty networks of a thousand firms of a table.</summary>
    /// <param name="table">The table by name.</param>
    public NetworkEnsembleQuestion(string table = EconomyQuestion.DefaultTable)
        : this(new NetworkQuestion(table) { Firms = "1000", Draws = 20 }) { }

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>How losses spread.</summary>
    public CascadeQuestion Cascade { get; init; } = new() { Essentiality = CascadeQuestion.AllImportant };

    /// <summary>
    /// Which firms fail, one at a time: <c>all</c>, a file, <c>top:</c> and how many with the largest sales in the first network, or
    /// <c>none</c>.
    /// </summary>
    public string Select { get; init; } = "top:100";

    /// <summary>Firms that are cut out all at once: a file, or <c>top:</c> and how many; null for none.</summary>
    public string? Listed { get; init; }

    /// <summary>The most sectors, regions and firms that are told, of each, those with the largest median first; 0 for all.</summary>
    public int Top { get; init; }

    internal static IReadOnlyList<QuestionField<NetworkEnsembleQuestion>> Fields { get; } =
    [
        .. NetworkQuestion.Fields.Select(f => f.In<NetworkEnsembleQuestion>(q => q.Network, (q, n) => q with { Network = n })),
        .. CascadeQuestion.Fields.Select(f => f.In<NetworkEnsembleQuestion>(q => q.Cascade, (q, c) => q with { Cascade = c })),
        QuestionFields.Text<NetworkEnsembleQuestion>("select", q => q.Select, (q, v) => q with { Select = v ?? FirmWords.None }),
        QuestionFields.Text<NetworkEnsembleQuestion>("listed", q => q.Listed, (q, v) => q with { Listed = v }),
        QuestionFields.Whole<NetworkEnsembleQuestion>("top", q => q.Top, (q, v) => q with { Top = checked((int)v) }),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults()
    {
        List<QuestionFault> faults =
        [
            .. Network.Faults(),
            .. Cascade.Faults(),
            .. Select == FirmWords.None ? [] : FirmWords.FaultsOf("select", Select),
            .. Listed is null ? [] : FirmWords.FaultsOf("listed", Listed),
            .. CommonFaults.OfRows("top", Top),
        ];
        if (Network.Firms == NetworkQuestion.OneASector)
        {
            faults.Add(
                new QuestionFault(
                    "firms",
                    "{firms=sectors} leaves nothing to draw: all networks would be the same.",
                    "Give a number of firms, such as {firms=1000}, or a file."
                )
            );
        }

        if (Cascade.MarketColumn is not null)
        {
            faults.Add(
                new QuestionFault(
                    "market",
                    $"{{market}} cannot be {QuestionFault.Quoted(Cascade.Market)}: reconstructed firms have no column of markets.",
                    "Give {market=sector} or {market=none}."
                )
            );
        }

        return faults;
    }

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
