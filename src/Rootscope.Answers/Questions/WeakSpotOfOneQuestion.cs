namespace Rootscope.Answers.Questions;

/// <summary>One technology among the weak spots of an economy: who holds it, who else sells it, what leads there.</summary>
/// <param name="Technology">The technology, by identifier or name.</param>
/// <param name="Asked">The economy, and what is known of it.</param>
/// <example><c>new WeakSpotOfOneQuestion("semi_equipment", new WeakSpotQuestion("CHN"))</c></example>
public sealed record WeakSpotOfOneQuestion(string Technology, WeakSpotQuestion Asked) : Question
{
    internal const string Name = "weakspots-technology";

    /// <inheritdoc/>
    public override string Kind => Name;

    internal static IReadOnlyList<QuestionField<WeakSpotOfOneQuestion>> Fields { get; } =
    [
        QuestionFields.Text<WeakSpotOfOneQuestion>("technology", q => q.Technology, (q, v) => q with { Technology = v ?? string.Empty }),
        .. WeakSpotQuestion.Fields.Select(f => f.In<WeakSpotOfOneQuestion>(q => q.Asked, (q, a) => q with { Asked = a })),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults() =>
        [.. CommonFaults.OfName("technology", Technology, "a technology, such as logic_chips"), .. Asked.Faults()];

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
