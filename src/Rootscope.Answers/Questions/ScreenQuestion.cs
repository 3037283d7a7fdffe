using Rootscope.Screening.Lists;
using Rootscope.Screening.Scores;

namespace Rootscope.Answers.Questions;

/// <summary>Whether a name, or a number such as an LEI, is on lists of restricted parties.</summary>
/// <param name="Name">The name, in any script.</param>
public sealed record ScreenQuestion(string Name) : Question
{
    internal const string Word = "screen";

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <summary>The lists that are asked, by their names in the workspace, or as LAYOUT:FILE; none for all of the workspace.</summary>
    public IReadOnlyList<string> Lists { get; init; } = [];

    /// <summary>The least score of a match: share above 0 and at most 1.</summary>
    public double Threshold { get; init; } = NameScore.DefaultThreshold;

    /// <summary>What the name is of; records of other kinds are left out. Unknown: all.</summary>
    public RecordKind Of { get; init; }

    /// <summary>The most matches that are told: a count of records; 0 for all.</summary>
    public int Top { get; init; } = 10;

    internal static OptionWords<RecordKind> KindWords { get; } =
        new(
            ("any", RecordKind.Unknown),
            ("person", RecordKind.Person),
            ("organisation", RecordKind.Organisation),
            ("vessel", RecordKind.Vessel),
            ("aircraft", RecordKind.Aircraft)
        );

    internal static IReadOnlyList<QuestionField<ScreenQuestion>> Fields { get; } =
    [
        QuestionFields.Text<ScreenQuestion>("name", q => q.Name, (q, v) => q with { Name = v ?? string.Empty }),
        QuestionFields.Texts<ScreenQuestion>("lists", q => q.Lists, (q, v) => q with { Lists = v }),
        QuestionFields.Number<ScreenQuestion>("threshold", q => q.Threshold, (q, v) => q with { Threshold = v }),
        QuestionFields.Word(
            "of",
            KindWords,
            q => (RecordKind?)q.Of,
            (ScreenQuestion q, RecordKind? v) => q with { Of = v ?? RecordKind.Unknown }
        ),
        QuestionFields.Whole<ScreenQuestion>("top", q => q.Top, (q, v) => q with { Top = checked((int)v) }),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults() =>
        [
            .. Threshold > 0 && Threshold <= 1
                ? Array.Empty<QuestionFault>()
                : [CommonFaults.Outside("threshold", Threshold, "a score above 0 and at most 1", "Leave it out for the documented one.")],
            .. CommonFaults.OfRows("top", Top),
        ];

    /// <inheritdoc/>
    public bool Equals(ScreenQuestion? other) => other is not null && ToJson() == other.ToJson();

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToJson());

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
