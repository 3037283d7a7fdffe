using Rootscope.Accounts.Decomposition;

namespace Rootscope.Answers.Questions;

/// <summary>Why output or value added changed between two tables of the same sectors.</summary>
/// <param name="Before">The first table by name.</param>
/// <param name="After">The second table, of the same sectors and unit.</param>
/// <remarks>Both are taken as they were published.</remarks>
public sealed record DecompositionQuestion(string Before, string After) : Question
{
    internal const string Name = "accounts-decompose";

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>What changed.</summary>
    public DecomposedTotal Measure { get; init; }

    /// <summary>How a change that factors share is split.</summary>
    public DecompositionMethod Method { get; init; }

    internal static IReadOnlyList<QuestionField<DecompositionQuestion>> Fields { get; } =
    [
        QuestionFields.Text<DecompositionQuestion>("before", q => q.Before, (q, v) => q with { Before = v ?? string.Empty }),
        QuestionFields.Text<DecompositionQuestion>("after", q => q.After, (q, v) => q with { After = v ?? string.Empty }),
        QuestionFields.Word<DecompositionQuestion, DecomposedTotal>(
            "measure",
            QuestionWords.DecomposedTotals,
            q => q.Measure,
            (q, v) => q with { Measure = v ?? q.Measure }
        ),
        QuestionFields.Word<DecompositionQuestion, DecompositionMethod>(
            "method",
            QuestionWords.DecompositionMethods,
            q => q.Method,
            (q, v) => q with { Method = v ?? q.Method }
        ),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults() =>
        [.. CommonFaults.OfName("before", Before, "the first table"), .. CommonFaults.OfName("after", After, "the second table")];

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
