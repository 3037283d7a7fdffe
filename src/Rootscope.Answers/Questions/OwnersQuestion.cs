using System.Globalization;
using Rootscope.Screening.Scores;

namespace Rootscope.Answers.Questions;

/// <summary>Who counts as listed because listed parties own him, by the rule of a regime on a day.</summary>
/// <param name="File">A file of stakes: owner, owned, share.</param>
/// <param name="Day">The day, as year-month-day.</param>
public sealed record OwnersQuestion(string File, string Day) : Question
{
    internal const string Word = "screen-owners";

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <summary>The regime whose rule holds, or a file of rules.</summary>
    public string Rule { get; init; } = "ofac";

    /// <summary>The lists that the names of the file are looked up in, by their names in the workspace, or as LAYOUT:FILE; none for all of
    /// the workspace.</summary>
    public IReadOnlyList<string> Lists { get; init; } = [];

    /// <summary>Names of the file that count as listed whatever lists say; where there are some and no list is named, none is
    /// asked.</summary>
    public IReadOnlyList<string> Listed { get; init; } = [];

    /// <summary>The least score of a match: share above 0 and at most 1.</summary>
    public double Threshold { get; init; } = NameScore.DefaultThreshold;

    /// <summary>Whether a match counts before anybody decided that it is the same one.</summary>
    public bool AcceptMatches { get; init; }

    /// <summary>The most entities that are told: a count; 0 for all.</summary>
    public int Top { get; init; }

    internal static IReadOnlyList<QuestionField<OwnersQuestion>> Fields { get; } =
    [
        QuestionFields.Text<OwnersQuestion>("file", q => q.File, (q, v) => q with { File = v ?? string.Empty }),
        QuestionFields.Text<OwnersQuestion>("day", q => q.Day, (q, v) => q with { Day = v ?? string.Empty }),
        QuestionFields.Text<OwnersQuestion>("rule", q => q.Rule, (q, v) => q with { Rule = v ?? string.Empty }),
        QuestionFields.Texts<OwnersQuestion>("lists", q => q.Lists, (q, v) => q with { Lists = v }),
        QuestionFields.Texts<OwnersQuestion>("listed", q => q.Listed, (q, v) => q with { Listed = v }),
        QuestionFields.Number<OwnersQuestion>("threshold", q => q.Threshold, (q, v) => q with { Threshold = v }),
        QuestionFields.Flag<OwnersQuestion>("acceptMatches", q => q.AcceptMatches, (q, v) => q with { AcceptMatches = v }),
        QuestionFields.Whole<OwnersQuestion>("top", q => q.Top, (q, v) => q with { Top = checked((int)v) }),
    ];

    /// <summary>The day as a date; null where it is none.</summary>
    internal DateOnly? DayGiven =>
        DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults() =>
        [
            .. CommonFaults.OfName("file", File, "a file of stakes"),
            .. CommonFaults.OfName("rule", Rule, "a regime or a file of rules"),
            .. DayGiven is null
                ? [new QuestionFault("day", $"{{day}} cannot be '{Day}': it is a day.", "Write year-month-day, such as 2026-01-31.")]
                : Array.Empty<QuestionFault>(),
            .. Threshold > 0 && Threshold <= 1
                ? Array.Empty<QuestionFault>()
                : [CommonFaults.Outside("threshold", Threshold, "a score above 0 and at most 1", "Leave it out for the documented one.")],
            .. CommonFaults.OfRows("top", Top),
        ];

    /// <inheritdoc/>
    public bool Equals(OwnersQuestion? other) => other is not null && ToJson() == other.ToJson();

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToJson());

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
