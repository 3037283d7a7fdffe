using Rootscope.Answers.Reports;
using Rootscope.Roots;
using Rootscope.Shocks;

namespace Rootscope.Answers.Roots;

/// <summary>The columns of a row of the root ranking, the same wherever a row is shown: on the command line, in the API and in figures.</summary>
internal static class RootRowColumns
{
    public static readonly Column<RootRow> Rank = new(
        "rank",
        string.Empty,
        "Place in the ranking, from 1.",
        ColumnStyle.Integer,
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

    public static readonly Column<RootRow> OutputShare = new(
        "outputShare",
        "share",
        "Own output over the output of all industries.",
        ColumnStyle.Share,
        "output",
        r => r.OutputShare
    )
    {
        Dispensable = 1,
    };

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

    public static readonly Column<RootRow> Loss = new(
        "loss",
        "share",
        "What the lens says is lost: share of what it counts, real final spending or value added.",
        ColumnStyle.Share,
        "loss",
        r => r.Loss
    );

    public static readonly Column<RootRow> ExcessLoss = new(
        "excessLoss",
        "share",
        "Loss less first-order loss: what a revenue view misses.",
        ColumnStyle.Share,
        "excess",
        r => r.ExcessLoss
    )
    {
        Dispensable = 6,
    };

    public static readonly Column<RootRow> Leverage = new(
        "leverage",
        "ratio",
        "Money lost per unit of money of supply cut.",
        ColumnStyle.Number,
        "leverage",
        r => r.Leverage
    );

    public static readonly Column<RootRow> Gap = new(
        "gap",
        "ratio",
        "ln(1 - loss) / (elasticity ln(1 - cut)); 1 where Hulten holds, above 1 where revenue understates.",
        ColumnStyle.Number,
        "gap",
        r => r.Gap
    );

    public static readonly Column<RootRow> Reach = new(
        "reach",
        "share",
        "Share of value added in industries whose output falls by more than 5% of the cut.",
        ColumnStyle.Share,
        "reach",
        r => r.Reach
    )
    {
        Dispensable = 4,
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
}
