namespace Rootscope.Answers.Questions;

/// <summary>Which network of firms is meant: the part that all questions about one's own share.</summary>
/// <param name="Edges">A file of who sells how much to whom, CSV or Parquet.</param>
/// <param name="Firms">A file of the firms, CSV or Parquet.</param>
public sealed record FirmNetworkQuestion(string Edges, string Firms)
{
    internal static IReadOnlyList<QuestionField<FirmNetworkQuestion>> Fields { get; } =
    [
        QuestionFields.Text<FirmNetworkQuestion>("edges", q => q.Edges, (q, v) => q with { Edges = v ?? string.Empty }),
        QuestionFields.Text<FirmNetworkQuestion>("firms", q => q.Firms, (q, v) => q with { Firms = v ?? string.Empty }),
    ];

    /// <summary>Every fault at once.</summary>
    public IEnumerable<QuestionFault> Faults() =>
        [
            .. CommonFaults.OfName("edges", Edges, "a file of edges: supplier, customer, value"),
            .. CommonFaults.OfName("firms", Firms, "a file of firms: id, sector"),
        ];
}
