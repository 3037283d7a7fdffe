using Rootscope.Shocks;

namespace Rootscope.Answers.Questions;

/// <summary>
/// What is at stake with one technology or industry: how much is lost year by year, who stands on it, and why it is hard to replace.
/// </summary>
/// <param name="Name">A code of the table, a name, an unambiguous part of one, or a technology of the catalogue. Where a word is both, the
/// table's wins.</param>
/// <param name="Asked">The economy, the cut and how it is read; its supply, rows and number of rows are left aside.</param>
/// <example><c>new StakeOfOneQuestion("semi_equipment", "usa-2017")</c></example>
public sealed record StakeOfOneQuestion(string Name, StakeQuestion Asked) : Question
{
    internal const string Word = "stake-of-one";

    /// <summary>One technology or industry of a table under its defaults.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="table">The table by name.</param>
    public StakeOfOneQuestion(string name, string table = EconomyQuestion.DefaultTable)
        : this(name, new StakeQuestion(table)) { }

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <summary>The only supply that goes missing; null for all supply and imports, one after the other.</summary>
    public SupplyScope? Supply { get; init; }

    /// <summary>
    /// Whether this product alone is cut: many times faster, without its place among all and without how it compares with the typical
    /// product.
    /// </summary>
    public bool Alone { get; init; }

    /// <summary>The supplies that go missing, in order.</summary>
    internal IReadOnlyList<SupplyScope> Supplies => Supply is { } one ? [one] : [SupplyScope.All, SupplyScope.Imported];

    internal static IReadOnlyList<QuestionField<StakeOfOneQuestion>> Fields { get; } =
    [
        QuestionFields.Text<StakeOfOneQuestion>("name", q => q.Name, (q, v) => q with { Name = v ?? string.Empty }),
        .. StakeQuestion
            .Fields.Where(f => f.Name is not ("supply" or "by" or "top" or "horizon"))
            .Select(f => f.In<StakeOfOneQuestion>(q => q.Asked, (q, a) => q with { Asked = a })),
        QuestionFields.Word<StakeOfOneQuestion, SupplyScope>(
            "supply",
            QuestionWords.Supplies,
            q => q.Supply,
            (q, v) => q with { Supply = v }
        ),
        QuestionFields.Flag<StakeOfOneQuestion>("alone", q => q.Alone, (q, v) => q with { Alone = v }),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults()
    {
        List<QuestionFault> faults = [.. Asked.Faults()];
        if (string.IsNullOrWhiteSpace(Name))
        {
            faults.Add(new QuestionFault("name", "{name} is empty.", "Name an industry or a technology, such as logic_chips."));
        }

        if (Asked.Horizon is not null)
        {
            faults.Add(
                new QuestionFault(
                    "horizon",
                    "The path over years has no {horizon} of one year.",
                    "Leave it out: the path tells every year."
                )
            );
        }

        return faults;
    }

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
