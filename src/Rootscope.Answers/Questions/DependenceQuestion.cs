using System.Globalization;

namespace Rootscope.Answers.Questions;

/// <summary>Which products an economy, or a bloc, depends on others for, by a rule, and who holds them.</summary>
/// <param name="Trade">Files of flows of one set, or the name of a set in the workspace.</param>
/// <example><c>new DependenceQuestion(["trade.csv"]) { Importer = "CHN" }</c></example>
public sealed record DependenceQuestion(IReadOnlyList<string> Trade) : Question
{
    internal const string Name = "dependence";

    /// <summary>The question about one file or set, without a buyer yet.</summary>
    /// <param name="trade">The file or set.</param>
    public DependenceQuestion(string trade)
        : this([trade]) { }

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>The file of country codes that comes with BACI.</summary>
    public string? Countries { get; init; }

    /// <summary>Which columns are what, where their names do not tell: <c>exporter=geo,value=usd</c>; null to recognise all.</summary>
    public string? Columns { get; init; }

    /// <summary>The economy that buys, by a code or name of it; null where a bloc does.</summary>
    public string? Importer { get; init; }

    /// <summary>
    /// A bloc that buys as one: a name (EU27), codes joined with plus signs, or a file; null where one economy does.
    /// </summary>
    public string? Bloc { get; init; }

    /// <summary>Blocs that count as one economy, as sellers too.</summary>
    public IReadOnlyList<string> AsOne { get; init; } = [];

    /// <summary>When a product counts as depended on: the name of a rule, or a file.</summary>
    public string Rule { get; init; } = WeakSpotQuestion.DefaultRule;

    /// <summary>The years to look at, such as <c>2019-2021</c> or <c>2018,2020</c>; the last is judged. Null for all.</summary>
    public string? Years { get; init; }

    /// <summary>Only products whose codes begin so; empty for all.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>A file of production, which takes the place of exports where it is known; null for none.</summary>
    public string? Production { get; init; }

    /// <summary>Whether clustering of the networks of trade is computed, which takes longer than all the rest.</summary>
    public bool Network { get; init; }

    /// <summary>Which products are told.</summary>
    public DependenceSelection Only { get; init; }

    /// <summary>The order of the rows.</summary>
    public DependenceOrder Sort { get; init; }

    /// <summary>The most rows; 0 for all.</summary>
    public int Top { get; init; }

    internal static IReadOnlyList<QuestionField<DependenceQuestion>> Fields { get; } =
    [
        QuestionFields.Texts<DependenceQuestion>("trade", q => q.Trade, (q, v) => q with { Trade = v }),
        QuestionFields.Text<DependenceQuestion>("countries", q => q.Countries, (q, v) => q with { Countries = v }),
        QuestionFields.Text<DependenceQuestion>("columns", q => q.Columns, (q, v) => q with { Columns = v }),
        QuestionFields.Text<DependenceQuestion>("importer", q => q.Importer, (q, v) => q with { Importer = v }),
        QuestionFields.Text<DependenceQuestion>("bloc", q => q.Bloc, (q, v) => q with { Bloc = v }),
        QuestionFields.Texts<DependenceQuestion>("asOne", q => q.AsOne, (q, v) => q with { AsOne = v }),
        QuestionFields.Text<DependenceQuestion>("rule", q => q.Rule, (q, v) => q with { Rule = v ?? WeakSpotQuestion.DefaultRule }),
        QuestionFields.Text<DependenceQuestion>("years", q => q.Years, (q, v) => q with { Years = v }),
        QuestionFields.Texts<DependenceQuestion>("product", q => q.Products, (q, v) => q with { Products = v }),
        QuestionFields.Text<DependenceQuestion>("production", q => q.Production, (q, v) => q with { Production = v }),
        QuestionFields.Flag<DependenceQuestion>("network", q => q.Network, (q, v) => q with { Network = v }),
        QuestionFields.Word<DependenceQuestion, DependenceSelection>(
            "only",
            QuestionWords.DependenceSelections,
            q => q.Only,
            (q, v) => q with { Only = v ?? q.Only }
        ),
        QuestionFields.Word<DependenceQuestion, DependenceOrder>(
            "sort",
            QuestionWords.DependenceOrders,
            q => q.Sort,
            (q, v) => q with { Sort = v ?? q.Sort }
        ),
        QuestionFields.Whole<DependenceQuestion>("top", q => q.Top, (q, v) => q with { Top = checked((int)v) }),
    ];

    /// <summary>The years as numbers; null for all.</summary>
    internal IReadOnlyList<int>? YearNumbers => Years is { } text ? Parse(text) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults()
    {
        var faults = new List<QuestionFault>();
        if (Trade.Count == 0 || Trade.Any(string.IsNullOrWhiteSpace))
        {
            faults.Add(new QuestionFault("trade", "{trade} names nothing.", "Name a file of flows, or a set of trade in the workspace."));
        }

        if (string.IsNullOrWhiteSpace(Importer) && string.IsNullOrWhiteSpace(Bloc))
        {
            faults.Add(new QuestionFault("importer", "It is not said who buys.", "Say {importer=CHN}, or {bloc=EU27}."));
        }
        else if (Importer is not null && Bloc is not null)
        {
            faults.Add(new QuestionFault("bloc", "Who buys is said twice, by {importer} and by {bloc}.", "Leave one of the two out."));
        }

        if (Years is { } text && Parse(text) is null)
        {
            faults.Add(
                new QuestionFault(
                    "years",
                    $"{{years}} cannot be {QuestionFault.Quoted(text)}.",
                    "Give years in four digits, such as 2019-2021 or 2018,2020."
                )
            );
        }

        return [.. faults, .. CommonFaults.OfColumns(Columns), .. CommonFaults.OfRows("top", Top)];
    }

    /// <summary>Whether both ask the same, the lists included.</summary>
    public bool Equals(DependenceQuestion? other) => other is not null && ToJson() == other.ToJson();

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToJson());

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));

    /// <summary>"2019-2021", "2018,2020" or a mixture of the two; null where it is none of these.</summary>
    private static IReadOnlyList<int>? Parse(string text)
    {
        var years = new SortedSet<int>();
        foreach (string part in text.Split(','))
        {
            string[] ends = part.Split('-');
            if (ends.Length > 2 || YearOf(ends[0]) is not { } first || YearOf(ends[^1]) is not { } last || first > last)
            {
                return null;
            }

            years.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        return [.. years];
    }

    private static int? YearOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= 1900 and <= 2200 ? year : null;
}

/// <summary>The order of products that an economy may depend on.</summary>
public enum DependenceOrder
{
    /// <summary>The largest margin first.</summary>
    Margin,

    /// <summary>The largest imports first.</summary>
    Imports,

    /// <summary>By code.</summary>
    Product,
}

/// <summary>Which products that an economy may depend on are told.</summary>
public enum DependenceSelection
{
    /// <summary>All.</summary>
    All,

    /// <summary>Those the rule flags.</summary>
    Flagged,

    /// <summary>Those whose flag is close to turning.</summary>
    Close,
}
