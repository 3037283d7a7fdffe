namespace Rootscope.Answers.Questions;

/// <summary>The weak spots of an economy: how dependent it is for each technology, how feasible that is at home, how much rests on it.</summary>
/// <param name="Region">The economy by its three-letter code.</param>
public sealed record WeakSpotQuestion(string Region = WeakSpotQuestion.DefaultRegion) : Question
{
    /// <summary>The economy that is meant where none is named.</summary>
    public const string DefaultRegion = "CHN";

    /// <summary>The rule that is meant where none is named.</summary>
    public const string DefaultRule = "geodep";

    internal const string Name = "weakspots";

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>When an economy counts as dependent: the name of a rule, or a file.</summary>
    public string Rule { get; init; } = DefaultRule;

    /// <summary>
    /// The table for leverage; null for the economy's own embedded table, or its region in the table of the world where it has none.
    /// </summary>
    public string? Table { get; init; }

    /// <summary>How the economy for leverage is made; its table and region follow from the others.</summary>
    public EconomyQuestion Making { get; init; } = new();

    /// <summary>Trade between economies: files, or the name of a set in the workspace; empty for none.</summary>
    public IReadOnlyList<string> Trade { get; init; } = [];

    /// <summary>The file of country codes that comes with BACI.</summary>
    public string? Countries { get; init; }

    /// <summary>A file of exports by country and product, for feasibility.</summary>
    public string? Exports { get; init; }

    /// <summary>A file of shares of suppliers by technology, beside the embedded ones.</summary>
    public string? Holdings { get; init; }

    /// <summary>Whether the origins of inputs are looked up.</summary>
    public InputOriginUse Exposure { get; init; } = InputOriginUse.On;

    /// <summary>The table whose root ranking gives leverage.</summary>
    internal string LeverageTable => Table ?? OwnTables.GetValueOrDefault(Region.ToUpperInvariant(), WorldTable);

    /// <summary>The table in which origins of inputs are looked up.</summary>
    internal const string WorldTable = "world-2011";

    /// <summary>Economies that have a table of their own; all others are regions of the table of the world.</summary>
    private static readonly Dictionary<string, string> OwnTables = new(StringComparer.Ordinal)
    {
        ["CHN"] = "china-2020",
        ["USA"] = "usa-2017",
    };

    internal static IReadOnlyList<QuestionField<WeakSpotQuestion>> Fields { get; } =
    [
        QuestionFields.Text<WeakSpotQuestion>("region", q => q.Region, (q, v) => q with { Region = v ?? DefaultRegion }),
        QuestionFields.Text<WeakSpotQuestion>("rule", q => q.Rule, (q, v) => q with { Rule = v ?? DefaultRule }),
        QuestionFields.Text<WeakSpotQuestion>("table", q => q.Table, (q, v) => q with { Table = v }),
        .. EconomyQuestion
            .Fields.Where(f => f.Name is not ("table" or "region"))
            .Select(f => f.In<WeakSpotQuestion>(q => q.Making, (q, e) => q with { Making = e })),
        QuestionFields.Texts<WeakSpotQuestion>("trade", q => q.Trade, (q, v) => q with { Trade = v }),
        QuestionFields.Text<WeakSpotQuestion>("countries", q => q.Countries, (q, v) => q with { Countries = v }),
        QuestionFields.Text<WeakSpotQuestion>("exports", q => q.Exports, (q, v) => q with { Exports = v }),
        QuestionFields.Text<WeakSpotQuestion>("holdings", q => q.Holdings, (q, v) => q with { Holdings = v }),
        QuestionFields.Word<WeakSpotQuestion, InputOriginUse>(
            "exposure",
            QuestionWords.InputOrigins,
            q => q.Exposure,
            (q, v) => q with { Exposure = v ?? q.Exposure }
        ),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults()
    {
        List<QuestionFault> faults = [.. Making.Faults()];
        if (string.IsNullOrWhiteSpace(Region))
        {
            faults.Add(
                new QuestionFault("region", "{region} is empty.", "Name an economy by its three-letter code, such as {region=CHN}.")
            );
        }

        return faults;
    }

    /// <summary>Whether both ask the same, the lists of files included.</summary>
    public bool Equals(WeakSpotQuestion? other) => other is not null && ToJson() == other.ToJson();

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToJson());

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
