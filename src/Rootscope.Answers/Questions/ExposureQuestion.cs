using Rootscope.Accounts.Exposure;

namespace Rootscope.Answers.Questions;

/// <summary>Where the industries of a region get their inputs, through all tiers of suppliers and at face value.</summary>
/// <param name="Region">The region that buys, by code or name.</param>
/// <param name="Table">A table of many regions by name; it is taken as it was published.</param>
/// <example><c>new ExposureQuestion("USA") { Source = "CHN" }</c></example>
public sealed record ExposureQuestion(string Region, string Table = ExposureQuestion.DefaultTable) : Question
{
    /// <summary>The table that is meant where none is named: one of many regions.</summary>
    public const string DefaultTable = "world-2011";

    internal const string Name = "accounts-exposure";

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>Only this region that supplies, by code or name; null for all.</summary>
    public string? Source { get; init; }

    /// <summary>
    /// The industries that buy, by code or name; empty for manufacturing, or for all where the classification does not tell what is
    /// manufacturing.
    /// </summary>
    public IReadOnlyList<string> Industries { get; init; } = [];

    /// <summary>What shares are shares of.</summary>
    public ExposureBase Of { get; init; }

    internal static IReadOnlyList<QuestionField<ExposureQuestion>> Fields { get; } =
    [
        QuestionFields.Text<ExposureQuestion>("table", q => q.Table, (q, v) => q with { Table = v ?? DefaultTable }),
        QuestionFields.Text<ExposureQuestion>("region", q => q.Region, (q, v) => q with { Region = v ?? string.Empty }),
        QuestionFields.Text<ExposureQuestion>("source", q => q.Source, (q, v) => q with { Source = v }),
        QuestionFields.Texts<ExposureQuestion>("industries", q => q.Industries, (q, v) => q with { Industries = v }),
        QuestionFields.Word<ExposureQuestion, ExposureBase>(
            "of",
            QuestionWords.ExposureBases,
            q => q.Of,
            (q, v) => q with { Of = v ?? q.Of }
        ),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults()
    {
        List<QuestionFault> faults = [.. new EconomyQuestion(Table).Faults()];
        if (string.IsNullOrWhiteSpace(Region))
        {
            faults.Add(new QuestionFault("region", "{region} is empty.", "Name the region that buys, such as {region=CHN}."));
        }

        return faults;
    }

    /// <summary>Whether both ask the same, the list of industries included.</summary>
    public bool Equals(ExposureQuestion? other) => other is not null && ToJson() == other.ToJson();

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToJson());

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
