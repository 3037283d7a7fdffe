using Rootscope.Answers.Reports;
using Rootscope.Roots;
using Rootscope.Roots.Bands;
using Rootscope.Shocks;

namespace Rootscope.Answers.Roots;

/// <summary>The columns of a ranking, by industry and by technology.</summary>
internal static class RankingColumns
{
    public static readonly Column<RankedRow> Rank = new(
        "rank",
        string.Empty,
        "Place in the ranking, from 1; technologies that share an industry share it. Null where the table cannot show it.",
        ColumnStyle.Whole,
        "#",
        r => r.Rank
    );

    public static readonly Column<RankedRow> Code = new(
        "code",
        string.Empty,
        "Code of the industry in the table's classification, or identifier of the technology.",
        ColumnStyle.Text,
        "code",
        r => r.Code
    );

    public static readonly Column<RankedRow> Name = new(
        "name",
        string.Empty,
        "Official English name of the industry, or name of the technology.",
        ColumnStyle.Text,
        "industry",
        r => r.Name
    );

    public static readonly Column<RankedRow> Area = new(
        "area",
        string.Empty,
        "Area of the technology, or of the core technology that the industry carries; null where it carries none.",
        ColumnStyle.Text,
        null,
        r => r.Area
    );

    public static readonly Column<RankedRow> Carrier = new(
        "carrier",
        string.Empty,
        "Code of the industry whose figures these are.",
        ColumnStyle.Text,
        "carrier",
        r => r.Technology is null ? r.Code : r.Technology.Carrier?.Code
    );

    public static readonly Column<RankedRow> Grade = new(
        "grade",
        string.Empty,
        "How much of that industry the technology is: A about half or more, B 10 to 50 percent, C less; null by industry.",
        ColumnStyle.Text,
        "grade",
        r => r.Technology?.Carrier?.Grade.ToString()
    );

    public static readonly Column<RankedRow> Status = new(
        "status",
        string.Empty,
        $"{StatusWords.AllOf<CutStatus>()}.",
        ColumnStyle.Text,
        "status",
        r => r.Status
    )
    {
        Dispensable = 2,
    };

    /// <summary>What the API gives of a ranking.</summary>
    public static readonly IReadOnlyList<Column<RankedRow>> Brief =
    [
        Rank,
        Code,
        Name,
        Area,
        Carrier,
        Grade,
        .. RootRowColumns.Figures.Where(c => c != RootRowColumns.Elasticity).Select(Of),
        Status,
    ];

    /// <summary>Everything that is known of an industry's place.</summary>
    /// <param name="options">The question.</param>
    /// <param name="drawn">Whether bands were drawn, so that people see them in place of what a band says better.</param>
    public static IReadOnlyList<Column<RankedRow>> ByIndustry(RootOptions options, bool drawn) => [.. Full(options, drawn)];

    /// <summary>Everything that is known of a technology's place, and through which industry it is seen.</summary>
    /// <param name="options">The question.</param>
    /// <param name="drawn">Whether bands were drawn.</param>
    public static IReadOnlyList<Column<RankedRow>> ByTechnology(RootOptions options, bool drawn) =>
        [.. Full(options, drawn).Select(ForTechnologies), .. CarrierColumns.All];

    private static Column<RankedRow> ForTechnologies(Column<RankedRow> column) =>
        column.Name switch
        {
            "code" => column with { Heading = "technology" },
            "name" or "domarWeight" or "excessLoss" => column with { Heading = null },
            "area" => column with { Heading = "area" },
            _ => column,
        };

    private static IEnumerable<Column<RankedRow>> Full(RootOptions options, bool drawn)
    {
        return
        [
            Rank,
            Code,
            Name,
            Area,
            .. RootRowColumns.Figures.Select(c => drawn && BetterByBand.Contains(c.Name) ? Of(c) with { Heading = null } : Of(c)),
            Status,
            new("horizon", string.Empty, "Horizon of the lens; null until a lens has one.", ColumnStyle.Text, null, _ => null),
            .. BandColumns.Of(options.EffectiveSort.Unit, drawn),
        ];
    }

    private static Column<RankedRow> Of(Column<RootRow> column) => column.Within<RankedRow>(r => r.Root);

    /// <summary>What people need not see beside bands.</summary>
    private static readonly string[] BetterByBand = ["domarWeight", "firstOrderLoss", "excessLoss", "reach"];
}
