using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Text;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Mapped;

/// <summary>
/// What a mapping says about a file: which of its labels are sectors, final uses and primary inputs, and what the figures are.
/// </summary>
internal sealed record TableMapping
{
    private static readonly Dictionary<string, FinalDemandKind> FinalKinds = new(StringComparer.Ordinal)
    {
        ["households"] = FinalDemandKind.Households,
        ["non-profit"] = FinalDemandKind.NonProfit,
        ["government"] = FinalDemandKind.Government,
        ["fixed-capital"] = FinalDemandKind.FixedCapital,
        ["inventories"] = FinalDemandKind.Inventories,
        ["exports"] = FinalDemandKind.Exports,
        ["discrepancy"] = FinalDemandKind.Discrepancy,
    };

    private static readonly Dictionary<string, ValueAddedKind> ValueKinds = new(StringComparer.Ordinal)
    {
        ["labour"] = ValueAddedKind.Labour,
        ["taxes"] = ValueAddedKind.Taxes,
        ["depreciation"] = ValueAddedKind.Depreciation,
        ["surplus"] = ValueAddedKind.Surplus,
        ["total"] = ValueAddedKind.Total,
        ["other"] = ValueAddedKind.Other,
    };

    /// <summary>The file of the mapping, for messages.</summary>
    public required string Place { get; init; }

    /// <summary>Whether every line is one cell; otherwise every line is one row of the table.</summary>
    public required bool IsLong { get; init; }

    /// <summary>The data file, relative to the mapping; null where the command names it.</summary>
    public string? File { get; init; }

    /// <summary>What stands between cells, before decimals and between thousands; null in it where the file is to tell.</summary>
    public TextChoice Text { get; init; } = new();

    /// <summary>Metadata but for the name and the year, which may come from the command.</summary>
    public required TableMetadata About { get; init; }

    public int? Year { get; init; }

    /// <summary>
    /// What stands between region and code in one label; empty in a table of one region, or where regions have a column of their own.
    /// </summary>
    public required string Separator { get; init; }

    /// <summary>The region of a one-region table; null in a table of many.</summary>
    public Region? Region { get; init; }

    public required LabelNames Columns { get; init; }

    public required IReadOnlyList<FinalDemandCategory> FinalDemand { get; init; }

    public required IReadOnlyList<ValueAddedCategory> ValueAdded { get; init; }

    /// <summary>The label of the column of output; null where output is the sum of the row.</summary>
    public string? Output { get; init; }

    /// <summary>The label of the column of imports; null where rows hold domestic output only.</summary>
    public string? Imports { get; init; }

    /// <summary>The label of the row of imports, one figure a user; null where there is none.</summary>
    public string? ImportsRow { get; init; }

    /// <summary>Lines that name columns.</summary>
    public int HeaderRows { get; init; } = 1;

    /// <summary>Columns that name rows; 0 where one is named by its header.</summary>
    public int LabelColumns { get; init; }

    /// <summary>Which of these lines and columns make a label, from 1; empty for all.</summary>
    public IReadOnlyList<int> HeaderUse { get; init; } = [];

    /// <summary>Labels of columns that the mapping names without a region.</summary>
    public IReadOnlySet<string> BareColumns =>
        IgnoredColumns.Concat(new[] { Output, Imports }.OfType<string>()).ToHashSet(StringComparer.Ordinal);

    /// <summary>Labels of rows that the mapping names without a region.</summary>
    public IReadOnlySet<string> BareRows =>
        IgnoredRows.Concat(ValueAdded.Select(v => v.Code)).Concat(ImportsRow is null ? [] : [ImportsRow]).ToHashSet(StringComparer.Ordinal);

    /// <summary>-1 where the source writes imports below zero.</summary>
    public double ImportsSign { get; init; } = 1;

    public required IReadOnlySet<string> IgnoredColumns { get; init; }

    public required IReadOnlySet<string> IgnoredRows { get; init; }

    /// <summary>Order and names of regions, where given.</summary>
    public required IReadOnlyList<Region> Regions { get; init; }

    /// <summary>Order and names of industries, where given.</summary>
    public required IReadOnlyList<Industry> Industries { get; init; }

    /// <summary>Reads a mapping.</summary>
    /// <param name="block">The block.</param>
    /// <param name="defaults">What a surrounding description says of title, source and licence, used where the mapping is silent.</param>
    public static TableMapping Of(YamlBlock block, TableMetadata? defaults = null)
    {
        bool isLong = block.Word("layout", new Dictionary<string, bool>(StringComparer.Ordinal) { ["wide"] = false, ["long"] = true });
        YamlBlock? region = block.FindBlock("region");
        YamlBlock? ignore = block.FindBlock("ignore");
        var mapping = new TableMapping
        {
            Place = block.Place,
            IsLong = isLong,
            File = block.Find("file") ?? block.Find("resource"),
            Text = new TextChoice(DelimiterOf(block), DecimalOf(block), ThousandsOf(block)),
            About = AboutOf(block, defaults),
            Year = block.FindWhole("year") is { } year ? YearOf(block, year) : null,
            Separator = block.Find("separator") ?? string.Empty,
            Region = region is null ? null : new Region(region.Text("code"), region.Find("name") ?? region.Text("code")),
            HeaderRows = isLong ? 1 : CountOf(block, "header_rows", 1),
            LabelColumns = isLong ? 0 : CountOf(block, "label_columns", 0),
            HeaderUse = isLong ? [] : UsedOf(block),
            Columns = isLong ? LabelNames.OfLong(block) : LabelNames.OfWide(block),
            FinalDemand =
            [
                .. Unique(
                    block
                        .Blocks("final_demand")
                        .Select(b =>
                            (
                                b,
                                new FinalDemandCategory(
                                    b.Text("code"),
                                    b.Find("name") ?? b.Text("code"),
                                    b.Word("kind", FinalKinds),
                                    new(0)
                                )
                            )
                        ),
                    c => c.Code
                ),
            ],
            ValueAdded =
            [
                .. Unique(
                    block
                        .Blocks("value_added")
                        .Select(b =>
                            (b, new ValueAddedCategory(b.Text("code"), b.Find("name") ?? b.Text("code"), b.Word("kind", ValueKinds)))
                        ),
                    c => c.Code
                ),
            ],
            Output = block.Find("output"),
            Imports = block.Find("imports"),
            ImportsRow = block.Find("imports_row"),
            ImportsSign = block.Find("imports_sign") is null
                ? 1
                : block.Word(
                    "imports_sign",
                    new Dictionary<string, double>(StringComparer.Ordinal) { ["positive"] = 1, ["negative"] = -1 }
                ),
            IgnoredColumns = (ignore?.Texts("columns") ?? []).ToHashSet(StringComparer.Ordinal),
            IgnoredRows = (ignore?.Texts("rows") ?? []).ToHashSet(StringComparer.Ordinal),
            Regions =
            [
                .. Unique(
                    block.Blocks("regions").Select(b => (b, new Region(b.Text("code"), b.Find("name") ?? b.Text("code")))),
                    r => r.Code
                ),
            ],
            Industries =
            [
                .. Unique(
                    block
                        .Blocks("industries")
                        .Select(b =>
                            (b, new Industry(b.Text("code"), b.Find("name") ?? b.Text("code"), b.Find("local_name") ?? string.Empty))
                        ),
                    i => i.Code
                ),
            ],
        };
        region?.RequireAllAsked();
        ignore?.RequireAllAsked();
        block.RequireAllAsked();
        mapping.RequireOneReadingOfLabels(block);
        return mapping;
    }

    private void RequireOneReadingOfLabels(YamlBlock block)
    {
        bool byRegion = Separator.Length > 0 || Columns.RowRegion is not null;
        if (byRegion == (Region is not null))
        {
            throw block.Fault(
                byRegion ? "region" : "layout",
                "say where regions are: 'region: { code: X }' for a table of one region; for many, 'separator' (labels such as USA_c1) "
                    + "or columns of regions, and no 'region'."
            );
        }

        if (Imports is not null && ImportsRow is not null)
        {
            throw block.Fault("imports_row", "'imports' names a column and 'imports_row' a row of imports: a table has one of the two.");
        }

        if (HeaderRows > 1 && LabelColumns == 0)
        {
            throw block.Fault("header_rows", "with several lines of names say how many columns name rows: add 'label_columns: 2'.");
        }

        if (ImportsRow is not null && Region is null)
        {
            throw block.Fault(
                "imports_row",
                "a table of many regions has no row of imports: imports are flows between its regions. Remove this key."
            );
        }

        if (Imports is not null && Region is null)
        {
            throw block.Fault(
                "imports",
                "a table of many regions has no column of imports: imports are flows between its regions. Remove this key."
            );
        }
    }

    private static int CountOf(YamlBlock block, string key, int otherwise) =>
        block.FindWhole(key) switch
        {
            null => otherwise,
            >= 1 and <= 9 and int count => count,
            int count => throw block.Fault(key, $"'{key}' is {count}. Give a number from 1 to 9."),
        };

    private static int[] UsedOf(YamlBlock block) =>
        [
            .. block
                .Texts("header_use")
                .Select(
                    (text, item) =>
                        int.TryParse(text, out int line) && line is >= 1 and <= 9
                            ? line
                            : throw block.Fault("header_use", item, $"'{text}' is no number of a line, from 1.")
                ),
        ];

    private static int YearOf(YamlBlock block, int year) =>
        year is >= 1800 and <= 2200 ? year : throw block.Fault("year", $"'year' is {year}. Give the year of the flows in four digits.");

    private static char? DecimalOf(YamlBlock block) =>
        block.Find("decimal") switch
        {
            null => block.Has("thousands") ? (ThousandsOf(block) == '.' ? ',' : '.') : null,
            "," or "comma" => ',',
            "." or "point" => '.',
            string other => throw block.Fault("decimal", $"'decimal' is '{other}'. It is ',' or '.'."),
        };

    private static char? ThousandsOf(YamlBlock block)
    {
        char? mark = block.Find("thousands") switch
        {
            null or "" or "none" => null,
            "," or "comma" => ',',
            "." or "point" => '.',
            "'" or "apostrophe" => '\'',
            "space" or "blank" => ' ',
            string other => throw block.Fault(
                "thousands",
                $"'thousands' is '{other}'. It is one of ',', '.', an apostrophe, space and none."
            ),
        };
        return mark is { } same && block.Find("decimal") == same.ToString()
            ? throw block.Fault("thousands", $"'thousands' and 'decimal' are both '{same}'. Give two.")
            : mark;
    }

    private static char? DelimiterOf(YamlBlock block) =>
        block.Find("delimiter") switch
        {
            null => null,
            "tab" or "\\t" => '\t',
            { Length: 1 } one when one[0] is ',' or ';' or '|' => one[0],
            string other => throw block.Fault("delimiter", $"'delimiter' is '{other}'. It is one of ',', ';', '|' and tab."),
        };

    private static TableMetadata AboutOf(YamlBlock block, TableMetadata? defaults) =>
        new()
        {
            Id = "unnamed",
            Title = block.Find("title") ?? defaults?.Title ?? block.Text("title"),
            Year = 0,
            Currency = block.Text("currency"),
            UnitScale =
                block.FindPositive("scale")
                ?? throw block.Fault("scale", "'scale' is missing. Add 'scale: 1000000' where the figures are in millions."),
            Unit = block.Text("unit"),
            Prices = block.Find("prices") ?? "not stated",
            Source = block.Find("source") ?? defaults?.Source ?? block.Text("source"),
            Licence = block.Find("licence") ?? defaults?.Licence ?? block.Text("licence"),
            Classification = block.Find("classification") ?? "own",
            Derivations = block.Texts("derivations"),
        };

    private static IEnumerable<T> Unique<T>(IEnumerable<(YamlBlock Block, T Item)> items, Func<T, string> codeOf)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((YamlBlock block, T item) in items)
        {
            block.RequireAllAsked();
            yield return seen.Add(codeOf(item))
                ? item
                : throw block.Fault("code", $"the code '{codeOf(item)}' occurs twice in this list. Remove one.");
        }
    }
}

/// <summary>Which columns of a file hold labels.</summary>
/// <param name="Row">The code of the row.</param>
/// <param name="RowRegion">The region of the row; null where it is part of the code, or where there is one region.</param>
/// <param name="RowName">The name of the row; wide only, may be null.</param>
/// <param name="Column">The code of the column; long only.</param>
/// <param name="ColumnRegion">The region of the column; long only.</param>
/// <param name="Value">The figure; long only.</param>
/// <param name="Origin">Tells the imported part of a use from all of it; long only, may be null.</param>
internal sealed record LabelNames(
    string Row,
    string? RowRegion,
    string? RowName,
    string? Column,
    string? ColumnRegion,
    string? Value,
    string? Origin
)
{
    public static LabelNames OfWide(YamlBlock block)
    {
        if (block.Has("label_columns"))
        {
            return new LabelNames(HeadedRows.Label, null, null, null, null, null, null);
        }

        YamlBlock rows =
            block.FindBlock("rows") ?? throw block.Fault("layout", "'rows' is missing. Add 'rows: { code: COLUMN, name: COLUMN }'.");
        var columns = new LabelNames(rows.Text("code"), null, rows.Find("name"), null, null, null, null);
        rows.RequireAllAsked();
        return columns;
    }

    public static LabelNames OfLong(YamlBlock block)
    {
        YamlBlock cells =
            block.FindBlock("cells")
            ?? throw block.Fault("layout", "'cells' is missing. Add 'cells: { row: COLUMN, column: COLUMN, value: COLUMN }'.");
        var columns = new LabelNames(
            cells.Text("row"),
            cells.Find("row_region"),
            null,
            cells.Text("column"),
            cells.Find("column_region"),
            cells.Text("value"),
            cells.Find("origin")
        );
        if ((columns.RowRegion is null) != (columns.ColumnRegion is null))
        {
            throw cells.Fault("row", "'row_region' and 'column_region' come together: give both or neither.");
        }

        cells.RequireAllAsked();
        return columns;
    }
}
