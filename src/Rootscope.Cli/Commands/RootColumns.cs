using Rootscope.Cli.Output;
using Rootscope.Roots;
using Rootscope.Shocks;

namespace Rootscope.Cli.Commands;

/// <summary>The columns of the root ranking; docs/schema/roots.md describes them.</summary>
internal static class RootColumns
{
    public static IReadOnlyList<Column> Of(string unit, Lens lens)
    {
        string share = lens is Lens.Extraction or Lens.Cascade ? "share of value added" : "share of real final spending";
        return
        [
            new("rank", string.Empty, "Place in the ranking, from 1.", ColumnStyle.Integer, "#"),
            new("code", string.Empty, "Code in the table's classification.", ColumnStyle.Text, "code"),
            new("name", string.Empty, "Official English name.", ColumnStyle.Text, "industry"),
            new("area", string.Empty, "Area of the core technology that the industry carries; null where it carries none.", ColumnStyle.Text, null),
            new("outputShare", "share", "Own output over the output of all industries.", ColumnStyle.Share, "output") { Dispensable = 1 },
            new("supply", unit, "The supply that is cut: output and imports, output, or imports.", ColumnStyle.Money, null),
            new("domarWeight", "ratio", "Supply over GDP.", ColumnStyle.Number, "Domar") { Dispensable = 5 },
            new("elasticity", "ratio", "First-order elasticity of the lens.", ColumnStyle.Number, null),
            new("firstOrderLoss", share, "1 - (1 - cut)^elasticity: what revenue says.", ColumnStyle.Share, "1st order") { Dispensable = 3 },
            new("loss", share, "What the lens says is lost.", ColumnStyle.Share, "loss"),
            new("excessLoss", share, "Loss less first-order loss: what a revenue view misses.", ColumnStyle.Share, "excess") { Dispensable = 6 },
            new("leverage", "ratio", "Money lost per unit of money of supply cut.", ColumnStyle.Number, "leverage"),
            new("gap", "ratio", "ln(1 - loss) / (elasticity ln(1 - cut)); 1 where Hulten holds, above 1 where revenue understates.", ColumnStyle.Number, "gap"),
            new("reach", "share of value added", "Value added of industries whose output falls by more than 5% of the cut.", ColumnStyle.Share, "reach") { Dispensable = 4 },
            new("status", string.Empty, "ok, collapse, no-use, not-converged or not-represented.", ColumnStyle.Text, "status") { Dispensable = 2 },
            new("horizon", string.Empty, "Horizon of the lens; null until a lens has one.", ColumnStyle.Text, null),
            new("median", "ratio", "Median over draws; null until draws exist.", ColumnStyle.Number, null),
            new("low", "ratio", "Lower end of the 90% band; null until draws exist.", ColumnStyle.Number, null),
            new("high", "ratio", "Upper end of the 90% band; null until draws exist.", ColumnStyle.Number, null),
            new("rankShare", "share", "Share of draws in which the rank holds; null until draws exist.", ColumnStyle.Share, null),
        ];
    }

    public static object?[] Cells(RootRow row) => Cells(row, area: null);

    public static object?[] Cells(RootRow row, string? area) =>
    [
        row.Rank, row.Code, row.Name, area, row.OutputShare, row.Supply, row.DomarWeight, row.Elasticity, row.FirstOrderLoss, row.Loss,
        row.ExcessLoss, row.Leverage, row.Gap, row.Reach, WordOf(row.Status), null, null, null, null, null,
    ];

    public static string WordOf(CutStatus status) => status switch
    {
        CutStatus.Ok => "ok",
        CutStatus.Collapse => "collapse",
        CutStatus.NoUse => "no-use",
        CutStatus.NotConverged => "not-converged",
        _ => "not-represented",
    };
}
