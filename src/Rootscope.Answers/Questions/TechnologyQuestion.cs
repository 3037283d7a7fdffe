namespace Rootscope.Answers.Questions;

/// <summary>One technology or industry under every lens, and what stands on it.</summary>
/// <param name="Name">A code of the table, a name, an unambiguous part of one, or a technology of the catalogue. Where a word is both, the
/// table's wins.</param>
/// <param name="Economy">The economy.</param>
public sealed record TechnologyQuestion(string Name, EconomyQuestion Economy) : CutQuestion(Economy)
{
    internal const string Word = "root";

    /// <summary>One technology or industry of a table under its defaults.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="table">The table by name.</param>
    public TechnologyQuestion(string name, string table = EconomyQuestion.DefaultTable)
        : this(name, new EconomyQuestion(table)) { }

    /// <inheritdoc/>
    public override string Kind => Word;

    internal static IReadOnlyList<QuestionField<TechnologyQuestion>> Fields { get; } =
    [
        QuestionFields.Text<TechnologyQuestion>("name", q => q.Name, (q, v) => q with { Name = v ?? string.Empty }),
        .. FieldsOf<TechnologyQuestion>(),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults()
    {
        List<QuestionFault> faults = [.. base.Faults()];
        if (string.IsNullOrWhiteSpace(Name))
        {
            faults.Add(new QuestionFault("name", "{name} is empty.", "Name an industry or a technology, such as logic_chips."));
        }

        if (Cut == 1)
        {
            faults.Add(
                new QuestionFault(
                    "cut",
                    "{cut=1} has no price in the equilibrium lens, which is one of those shown.",
                    "Cut less, such as {cut=0.95}."
                )
            );
        }

        return faults;
    }

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
