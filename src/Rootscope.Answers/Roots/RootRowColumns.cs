using Rootscope.Answers.Reports;
using Rootscope.Roots;
using Rootscope.Roots.Measures;
using Rootscope.Shocks;

namespace Rootscope.Answers.Roots;

/// <summary>
/// The columns of a row of the root ranking, the same wherever a row is shown: on the command line, in the API and in figures.
/// </summary>
internal static class RootRowColumns
{
    public static readonly Column<RootRow> Rank = new(
        "rank",
        string.Empty,
        "Place in the ranking, from 1.",
        ColumnStyle.Whole,
        "#",
        r => r.Rank
    );

    public static readonly Column<RootRow> Code = new(
        "code",
        string.Empty,
        "Code in the table's classification.",
        ColumnStyle.Text,
        "code",
        r => r.Code
    );

    public static readonly Column<RootRow> Name = new(
        "name",
        string.Empty,
        "Official English name.",
        ColumnStyle.Text,
        "industry",
        r => r.Name
    );

    public static readonly Column<RootRow> Supply = new(
        "supply",
        Column.Money,
        "The supply that is cut: output and imports, output, or imports.",
        ColumnStyle.Money,
        null,
        r => r.Supply
    );

    public static readonly Column<RootRow> DomarWeight = new(
        "domarWeight",
        "ratio",
        "Supply over GDP.",
        ColumnStyle.Number,
        "Domar",
        r => r.DomarWeight
    )
    {
        Dispensable = 5,
    };

    public static readonly Column<RootRow> Elasticity = new(
        "elasticity",
        "ratio",
        "First-order elasticity of the lens.",
        ColumnStyle.Number,
        null,
        r => r.Elasticity
    );

    public static readonly Column<RootRow> FirstOrderLoss = new(
        "firstOrderLoss",
        "share",
        "1 - (1 - cut)^elasticity: what revenue says is lost.",
        ColumnStyle.Share,
        "1st order",
        r => r.FirstOrderLoss
    )
    {
        Dispensable = 3,
    };

    public static readonly Column<RootRow> Status = new(
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

    /// <summary>What is known of a cut, in order: all measures, with what they rest on.</summary>
    public static readonly IReadOnlyList<Column<RootRow>> Figures =
    [
        Of(RootMeasures.Output),
        Supply,
        DomarWeight,
        Elasticity,
        FirstOrderLoss,
        Of(RootMeasures.Loss),
        Of(RootMeasures.Excess),
        Of(RootMeasures.Leverage),
        Of(RootMeasures.Gap),
        Of(RootMeasures.Reach),
        .. RootMeasures.All.Except(Placed).Select(Of),
    ];

    /// <summary>The measures that have a place among what they rest on; others follow.</summary>
    private static IEnumerable<RootMeasure> Placed =>
        [RootMeasures.Output, RootMeasures.Loss, RootMeasures.Excess, RootMeasures.Leverage, RootMeasures.Gap, RootMeasures.Reach];

    /// <summary>The column of a measure.</summary>
    public static Column<RootRow> Of(RootMeasure measure) =>
        new(
            measure.Column,
            measure.Unit,
            measure.Meaning,
            measure.Unit == "share" ? ColumnStyle.Share : ColumnStyle.Number,
            measure.Word,
            r => measure.Of(r)
        )
        {
            Dispensable =
                measure == RootMeasures.Output ? 1
                : measure == RootMeasures.Reach ? 4
                : measure == RootMeasures.Excess ? 6
                : Placed.Contains(measure) ? 0
                : 8,
        };
}
