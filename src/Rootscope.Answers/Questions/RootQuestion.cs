using Rootscope.Roots.Measures;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Tables;

namespace Rootscope.Answers.Questions;

/// <summary>The root ranking: what an economy loses when a share of the supply of each product is cut, beside what its size says.</summary>
/// <param name="Economy">The economy.</param>
/// <example><c>new RootQuestion("china-2020") { Cut = 0.7 }</c></example>
public sealed record RootQuestion(EconomyQuestion Economy) : CutQuestion(Economy)
{
    /// <summary>Every partner in turn, in place of one as <see cref="Origin"/>.</summary>
    public const string AllOrigins = "all";

    internal const string Name = "roots";

    /// <summary>The ranking of a table under its defaults.</summary>
    /// <param name="table">The table by name.</param>
    public RootQuestion(string table = EconomyQuestion.DefaultTable)
        : this(new EconomyQuestion(table)) { }

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>The model that the cuts run through.</summary>
    public ILens Lens { get; init; } = LensRegistry.Default.Usual;

    /// <summary>What a row is.</summary>
    public RootSubject By { get; init; } = RootSubject.Industry;

    /// <summary>What rows are sorted by; null for leverage, or for loss under the first-order lens.</summary>
    public RootMeasure? Sort { get; init; }

    /// <summary>
    /// The only partner whose deliveries are cut, by code or name, or <see cref="AllOrigins"/>; null for imports whatever their origin.
    /// </summary>
    public string? Origin { get; init; }

    /// <summary>Whether each source of spread is drawn alone too, for the rows that are told.</summary>
    public bool DrawsSources { get; init; } = true;

    /// <summary>The most rows that are told; 0 for all.</summary>
    public int Top { get; init; }

    internal static IReadOnlyList<QuestionField<RootQuestion>> Fields { get; } =
    [
        .. FieldsOf<RootQuestion>(),
        new(
            "lens",
            q => q.Lens.Word,
            (q, json) => json.GetString() is { } word ? q with { Lens = QuestionWords.Lenses.Read("lens", word) } : q
        ),
        QuestionFields.Word<RootQuestion, RootSubject>("by", QuestionWords.Subjects, q => q.By, (q, v) => q with { By = v ?? q.By }),
        new(
            "sort",
            q => q.Sort?.Word,
            (q, json) => q with { Sort = json.GetString() is { } word ? MeasureWords.Read("sort", word) : null }
        ),
        QuestionFields.Text<RootQuestion>("origin", q => q.Origin, (q, v) => q with { Origin = v }),
        QuestionFields.Flag<RootQuestion>("drawsSources", q => q.DrawsSources, (q, v) => q with { DrawsSources = v }),
        QuestionFields.Whole<RootQuestion>("top", q => q.Top, (q, v) => q with { Top = checked((int)v) }),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults()
    {
        List<QuestionFault> faults = [.. base.Faults()];
        if (Cut == 1 && Lens.Cuts.AgainstFullCut is { } reason)
        {
            faults.Add(new QuestionFault("cut", $"{{cut=1}} {reason}.", "Cut less, such as {cut=0.95}, or use {lens=extraction}."));
        }

        if (Essentiality is not null && !Lens.Cuts.UsesEssentiality)
        {
            faults.Add(
                new QuestionFault(
                    "essentiality",
                    $"{{essentiality}} goes with {{lens=cascade}}; the {Lens.Word} lens knows no ratings of inputs.",
                    "Leave one of the two out."
                )
            );
        }

        return [.. faults, .. CommonFaults.OfRows("top", Top), .. OriginFaults()];
    }

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));

    private IEnumerable<QuestionFault> OriginFaults()
    {
        if (Origin is null)
        {
            yield break;
        }

        if (Supply != SupplyScope.Imported || Lens != LensRegistry.Default.Usual || CutAs != CutKind.Cost)
        {
            yield return new QuestionFault(
                "origin",
                "{origin} cuts imports as a cost under the equilibrium lens.",
                "Add {supply=imported}, and leave {lens} and {cutAs} at their defaults."
            );
        }

        if (By != RootSubject.Industry)
        {
            yield return new QuestionFault("by", "{origin} gives a table of industries by origin.", "Leave out {by}.");
        }

        if (Draws > 0)
        {
            yield return new QuestionFault(
                "draws",
                "{draws} does not go with {origin}: bands are drawn for rankings of one economy's products.",
                "Leave one of the two out."
            );
        }
    }
}
