using System.Text.Json;
using Rootscope.Roots;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Tables.Economies;

namespace Rootscope.Answers.Questions;

/// <summary>What says how much rests on a technology among weak spots.</summary>
public enum WeakSpotMeasure
{
    /// <summary>What is at stake with it until it is replaced.</summary>
    AtStake,

    /// <summary>Root leverage, the older measure, which compares two states of rest.</summary>
    Leverage,
}

/// <summary>
/// The weak spots of an economy: how dependent it is for each technology, how feasible that is at home, how much rests on it.
/// </summary>
/// <param name="Region">The economy by a code or name of it.</param>
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
    /// The table that says how much rests on a technology; null for the economy's own embedded table, or its region in the table of the
    /// world where it has none.
    /// </summary>
    public string? Table { get; init; }

    /// <summary>What says how much rests on a technology.</summary>
    public WeakSpotMeasure Measure { get; init; } = WeakSpotMeasure.AtStake;

    /// <summary>
    /// The economy, the cut and how it is read; its table and region follow from the others, and its supply and rows are left aside. Root
    /// leverage takes from it what it knows: the economy, the cut, the elasticities where a set is named.
    /// </summary>
    public StakeQuestion Stake { get; init; } = new();

    /// <summary>
    /// Which supply goes missing; null for imports, for a weak spot is cut off from abroad, and for all supply where root leverage is asked
    /// for.
    /// </summary>
    public SupplyScope? Supply { get; init; }

    /// <summary>Trade between economies: files, or the name of a set in the workspace; empty for none.</summary>
    public IReadOnlyList<string> Trade { get; init; } = [];

    /// <summary>The file of country codes that comes with BACI.</summary>
    public string? Countries { get; init; }

    /// <summary>Which columns of the trade and the exports are what, where their names do not tell; null to recognise all.</summary>
    public string? Columns { get; init; }

    /// <summary>A file of exports by country and product, for feasibility.</summary>
    public string? Exports { get; init; }

    /// <summary>A file of shares of suppliers by technology, beside the embedded ones.</summary>
    public string? Holdings { get; init; }

    /// <summary>Whether the origins of inputs are looked up.</summary>
    public InputOriginUse Exposure { get; init; } = InputOriginUse.On;

    /// <summary>What is at stake under these choices, by technology.</summary>
    /// <param name="isOneRegion">Whether the table is of one region.</param>
    internal StakeQuestion StakeOf(bool isOneRegion) =>
        Stake with
        {
            Economy = EconomyOf(isOneRegion),
            Supply = Supply ?? SupplyScope.Imported,
            By = RootSubject.Technology,
            Top = 0,
        };

    /// <summary>The ranking by technology that gives root leverage under these choices.</summary>
    /// <param name="isOneRegion">Whether the table is of one region.</param>
    internal RootQuestion LeverageOf(bool isOneRegion) =>
        new(
            EconomyOf(isOneRegion) with
            {
                Capital = Stake.Capital == StakeCapital.Off ? CapitalTreatment.Off : CapitalTreatment.On,
                Elasticities = Stake.Elasticities == StakeQuestion.ByHorizon ? EconomyQuestion.DefaultElasticities : Stake.Elasticities,
            }
        )
        {
            By = RootSubject.Technology,
            Cut = Stake.Cut,
            Supply = Supply ?? SupplyScope.All,
        };

    private EconomyQuestion EconomyOf(bool isOneRegion) =>
        Stake.Economy with
        {
            Table = TableOfWeight,
            Region = isOneRegion ? null : Economy,
        };

    /// <summary>The code of the economy: China, 中国, CN and 156 are CHN.</summary>
    internal string Economy => EconomyIdentities.Find(Region) is { } known ? known.Code : Region.ToUpperInvariant();

    /// <summary>The table that says how much rests on a technology.</summary>
    internal string TableOfWeight => Table ?? OwnTables.GetValueOrDefault(Economy, WorldTable);

    /// <summary>The table in which origins of inputs are looked up.</summary>
    internal const string WorldTable = "world-2011";

    /// <summary>Economies that have a table of their own; all others are regions of the table of the world.</summary>
    private static readonly Dictionary<string, string> OwnTables = new(StringComparer.Ordinal)
    {
        ["CHN"] = "china-2020",
        ["USA"] = "usa-2017",
    };

    /// <summary>The elasticity among exports, whose own name is that of the file of exports here.</summary>
    private const string ExportsElasticity = "exportsElasticity";

    internal static IReadOnlyList<QuestionField<WeakSpotQuestion>> Fields { get; } =
    [
        QuestionFields.Text<WeakSpotQuestion>("region", q => q.Region, (q, v) => q with { Region = v ?? DefaultRegion }),
        QuestionFields.Text<WeakSpotQuestion>("rule", q => q.Rule, (q, v) => q with { Rule = v ?? DefaultRule }),
        QuestionFields.Text<WeakSpotQuestion>("table", q => q.Table, (q, v) => q with { Table = v }),
        new("horizon", HorizonOf, (q, json) => Within(q, json)),
        .. StakeQuestion
            .Fields.Where(f => f.Name is not ("table" or "region" or "supply" or "horizon" or "by" or "top"))
            .Select(f => f.Name == "exports" ? f with { Name = ExportsElasticity } : f)
            .Select(f => f.In<WeakSpotQuestion>(q => q.Stake, (q, s) => q with { Stake = s })),
        QuestionFields.Word<WeakSpotQuestion, SupplyScope>(
            "supply",
            QuestionWords.Supplies,
            q => q.Supply,
            (q, v) => q with { Supply = v }
        ),
        QuestionFields.Texts<WeakSpotQuestion>("trade", q => q.Trade, (q, v) => q with { Trade = v }),
        QuestionFields.Text<WeakSpotQuestion>("countries", q => q.Countries, (q, v) => q with { Countries = v }),
        QuestionFields.Text<WeakSpotQuestion>("columns", q => q.Columns, (q, v) => q with { Columns = v }),
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
        List<QuestionFault> faults = [.. Stake.Faults(), .. CommonFaults.OfColumns(Columns)];
        if (Measure == WeakSpotMeasure.Leverage && (Stake.Horizon is not null || Stake.Draws > 0))
        {
            faults.Add(
                new QuestionFault(
                    "horizon",
                    "{horizon=settled} compares two states of rest, without years and without {draws} here.",
                    "Leave one of the two out."
                )
            );
        }

        if (string.IsNullOrWhiteSpace(Region))
        {
            faults.Add(
                new QuestionFault("region", "{region} is empty.", "Name an economy by its three-letter code, such as {region=CHN}.")
            );
        }

        return faults;
    }

    private static object? HorizonOf(WeakSpotQuestion question) =>
        question.Measure == WeakSpotMeasure.AtStake && question.Stake.Horizon is { } years
            ? years
            : QuestionWords.WeakSpotMeasures.WordOf(question.Measure);

    private static WeakSpotQuestion Within(WeakSpotQuestion question, JsonElement json) =>
        json.ValueKind == JsonValueKind.Number
            ? question with
            {
                Measure = WeakSpotMeasure.AtStake,
                Stake = question.Stake with { Horizon = json.GetDouble() },
            }
            : question with
            {
                Measure = QuestionWords.WeakSpotMeasures.Read("horizon", json.GetString() ?? string.Empty),
            };

    /// <summary>Whether both ask the same, the lists of files included.</summary>
    public bool Equals(WeakSpotQuestion? other) => other is not null && ToJson() == other.ToJson();

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToJson());

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
