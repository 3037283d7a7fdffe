using System.Collections.Concurrent;
using System.Globalization;
using Rootscope.Roots;
using Rootscope.Roots.Validation;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Storage;
using Rootscope.Storage.Formats.Lists;
using Rootscope.Tables;

namespace Rootscope.Tests.Published;

/// <summary>The tables of docs/methods/validity.md are those that the code gives today.</summary>
public class ValidityPageTests
{
    private const int Threads = 2;

    private static readonly (string File, string Items)[] Lists =
    [
        ("dev_cn35.csv", ""),
        ("dev_mic2025.csv", ""),
        ("dev_mic2025.csv", "_c"),
    ];

    /// <summary>The table whose guards and kinds of cut take long.</summary>
    private const string Larger = "usa-2017";

    private static readonly (CutKind Kind, bool Rated, CapitalTreatment Capital)[] Kinds =
    [
        (CutKind.Cost, true, CapitalTreatment.On),
        (CutKind.Cost, true, CapitalTreatment.Off),
        (CutKind.Cost, false, CapitalTreatment.On),
        (CutKind.Cost, false, CapitalTreatment.Off),
        (CutKind.Quantity, true, CapitalTreatment.On),
        (CutKind.Quantity, false, CapitalTreatment.On),
    ];

    private static readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<MeasureValues>>> Rankings = new(StringComparer.Ordinal);

    public static TheoryData<string, string, string> Tables =>
        new(from table in new[] { "usa-2017", "china-2020" } from list in Lists select (table, list.File, list.Items));

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_documented_table_is_the_computed_one(string table, string list, string items)
    {
        FlowTable economy = EmbeddedTables.Read(table);
        IReadOnlyList<ValidityRow> rows = ValidityTable.Of(
            MeasuresOf(economy),
            Labels(economy, list, items),
            new BootstrapOptions { Seed = 1 }
        );
        PageTable.Check(
            "validity.md",
            $"### `{table}`, `{list}`{(items.Length > 0 ? $", items ending in `{items}`" : string.Empty)}",
            [.. rows.Select(RowOf)]
        );
    }

    [Theory]
    [InlineData("usa-2017")]
    [InlineData("china-2020")]
    public void The_documented_ingredients_and_guards_are_the_computed_ones(string table)
    {
        Assert.SkipWhen(table == Larger && !Laws.AsksForMore, "takes half a minute: ROOTSCOPE_CASES=2 asks for it");
        FlowTable economy = EmbeddedTables.Read(table);
        ElasticitySet set = ElasticitySets.Read("short-run");
        var guards = new RatingGuards(
            economy,
            Options(economy, rated: true, CutKind.Cost),
            set,
            IrreplaceabilityData.Read(economy.Metadata.Classification),
            new GuardOptions { Seed = 1, Threads = Threads }
        );
        IReadOnlyList<MeasureValues> ablation = guards.Ablation(TestContext.Current.CancellationToken);
        ExpertLabels[] labels = [.. Lists.Select(l => Labels(economy, l.File, l.Items))];
        string[] rows = [.. ablation.Select(m => $"| {m.Name} | {string.Join(" | ", labels.Select(l => Area(m, l)))} |")];

        // Which industries are compared is the same for every list.
        string[] permuted =
        [
            .. guards
                .Permuted(labels[0], TestContext.Current.CancellationToken)
                .Select(m => $"| {m.Name} | {string.Join(" | ", labels.Select(l => Spread(ValidityTable.Of(m, l))))} |"),
        ];
        PageTable.Check("validity.md", $"### `{table}`: ingredients and guards", [.. rows, .. permuted]);
    }

    [Theory]
    [InlineData("usa-2017")]
    [InlineData("china-2020")]
    public void The_documented_kinds_of_cut_are_the_computed_ones(string table)
    {
        Assert.SkipWhen(table == Larger && !Laws.AsksForMore, "takes half a minute: ROOTSCOPE_CASES=2 asks for it");
        FlowTable economy = EmbeddedTables.Read(table);
        var rows = new List<string>();
        foreach ((CutKind kind, bool rated, CapitalTreatment capital) in Kinds)
        {
            RootOptions options = Options(economy, rated, kind) with { Capital = capital };
            var measure = new MeasureValues(
                "leverage",
                RootRanking.Leverages(economy, options, Threads, TestContext.Current.CancellationToken)
            );
            string words =
                $"{kind.ToString().ToLowerInvariant()} | {(rated ? "rated" : "unrated")} | {capital.ToString().ToLowerInvariant()}";
            rows.Add($"| {words} | {string.Join(" | ", Lists.Select(l => Area(measure, Labels(economy, l.File, l.Items))))} |");
        }

        PageTable.Check("validity.md", $"### `{table}`: kinds of cut", rows);
    }

    /// <summary>The bar of the project: leverage, the default measure, on each list.</summary>
    [Theory]
    [InlineData("dev_cn35.csv", "")]
    [InlineData("dev_mic2025.csv", "")]
    [InlineData("dev_mic2025.csv", "_c")]
    public void On_the_United_States_leverage_reaches_the_bar(string list, string items)
    {
        FlowTable economy = EmbeddedTables.Read("usa-2017");
        MeasureValues measure = Assert.Single(MeasuresOf(economy), m => m.IsDefault);
        Assert.Equal("leverage", measure.Name);
        ValidityRow row = Assert.Single(
            ValidityTable.Of(
                [measure],
                Labels(economy, list, items),
                new BootstrapOptions { Seed = 1 },
                TestContext.Current.CancellationToken
            )
        );
        Assert.InRange(row.Area!.Value, 0.8, 1);
    }

    /// <summary>All measures of a table under the defaults, ranked once for all lists.</summary>
    private static IReadOnlyList<MeasureValues> MeasuresOf(FlowTable table) =>
        Rankings
            .GetOrAdd(
                table.Metadata.Id,
                _ => new Lazy<IReadOnlyList<MeasureValues>>(() =>
                    ValidityMeasures.Of(RootRanking.Of(table, Options(table, rated: true, CutKind.Cost), Threads))
                )
            )
            .Value;

    private static RootOptions Options(FlowTable table, bool rated, CutKind kind)
    {
        ElasticitySet set = ElasticitySets.Read("short-run");
        return new RootOptions
        {
            Equilibrium = new EquilibriumOptions { Elasticities = rated ? IrreplaceabilityData.Rate(set, table) : set, CutAs = kind },
        };
    }

    private static ExpertLabels Labels(FlowTable table, string list, string items)
    {
        string file = SharedData.Require("data", "expert_lists", list);
        return ExpertLabels.Of(
            table.Sectors.Industries,
            table.Metadata.Classification,
            [.. LabelReader.Read(file).Where(m => m.Item.EndsWith(items, StringComparison.Ordinal))]
        );
    }

    private static string Area(MeasureValues measure, ExpertLabels labels)
    {
        ValidityRow row = ValidityTable.Of([measure], labels, new BootstrapOptions { Seed = 1, Draws = BootstrapOptions.FewestDraws })[0];
        return string.Create(CultureInfo.InvariantCulture, $"{row.Area:0.00}");
    }

    private static string Spread(ValidityRow row) =>
        string.Create(CultureInfo.InvariantCulture, $"{row.Area:0.00} ({row.Low:0.00} to {row.High:0.00})");

    private static string RowOf(ValidityRow row) =>
        row.Status == ValidityStatus.Refused
            ? $"| {row.Measure} | refused | – | {row.Positives} of {row.Industries} |"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"| {row.Measure} | {row.Area:0.00} | {row.Low:0.00} to {row.High:0.00} | {row.Positives} of {row.Industries} |"
            );
}
