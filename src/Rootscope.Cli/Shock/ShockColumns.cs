using Rootscope.Cli.Output;
using Rootscope.Shocks.Lenses;

namespace Rootscope.Cli.Shock;

/// <summary>The columns of <c>shock run</c>.</summary>
internal static class ShockColumns
{
    /// <summary>The lenses that count value added, by their words.</summary>
    private static string OfValueAdded =>
        string.Join(" and ", LensRegistry.Default.All.Where(l => l.LossOf == "value added").Select(l => l.Word));

    public static IReadOnlyList<Column> Of(string unit) =>
        [
            Text("part", "What the row is: shock, carrier, lens, region, sector, downstream, upstream, unrepresented or infeasible."),
            Text("lens", "The lens; null for shocks and carriers."),
            Text("region", "Code of the region; null for all regions together."),
            Text("regionName", "Name of the region."),
            Text("code", "Code of the industry, or identifier of a technology that was split off."),
            Text("name", "Name of the industry or technology."),
            new("shock", string.Empty, "Number of the shock in the file, from 1.", ColumnStyle.Whole, null),
            Text("text", "What a shock does, why a lens cannot represent it, or what a buyer lacks, in words."),
            new(
                "base",
                unit,
                $"What the loss is a share of, before: real final spending, or value added under the {OfValueAdded} lenses.",
                ColumnStyle.Money,
                null
            ),
            Share("loss", "Loss of that, below 0 for a gain."),
            new("lossMoney", unit, "The same in money of the base year.", ColumnStyle.Money, null),
            new("output", unit, "Output of the sector before.", ColumnStyle.Money, null),
            Share("outputChange", "Change of output that arrives, at prices before."),
            new("outputMoney", unit, "The same in money.", ColumnStyle.Money, null),
            Share("exportsChange", "Change of exports that arrive, at prices before."),
            Share("importsChange", "Change of imports that arrive, at prices before."),
            Share("termsOfTradeChange", "Change of export prices over import prices, both at the seller's door."),
            Share("realGdpChange", "Change of real GDP from the expenditure side; equilibrium of many regions only."),
            Share("realWageChange", "Change of the real wage; equilibrium of many regions only."),
            Log("partDirect", "Part of the change of real final spending: what hits the region's own makers and purchases."),
            Log("partSupplier", "What hits others and reaches it through what it buys."),
            Log("partBuyer", "What buyers come to order of its factors."),
            Log("partTermsOfTrade", "What the move of factor prices then changes; the four parts sum to ln(1 - loss)."),
            Share("costChange", "Change of unit cost in units of the region's factor; at given wages under the first-order lens."),
            new("valueAddedLost", unit, $"Value added that is lost; {OfValueAdded} lenses only.", ColumnStyle.Money, null),
            Share("lift", "Downstream: unit cost saved over output. Upstream: output behind changed purchases over output."),
            new("liftMoney", unit, "The same in money.", ColumnStyle.Money, null),
            Text("carrier", "Code of the industry that carries a technology."),
            Share("shareOfCarrier", "Share of that industry, as declared or as the part that is split off has it."),
            Text("status", "ok, partial, infeasible, collapse, not-converged or not-represented."),
            new("iterations", "iterations", "Iterations of the solver; 0 for a closed form.", ColumnStyle.Whole, null),
            new(
                "residual",
                "log points",
                $"Largest gap that was left; share of output under the {OfValueAdded} lenses.",
                ColumnStyle.Number,
                null
            ),
            Text("horizon", "Time that the lens speaks of; null until a lens has one in months."),
            Share("median", "Median loss over draws; null until draws exist."),
            Share("low", "Lower end of the 90% band; null until draws exist."),
            Share("high", "Upper end of the 90% band; null until draws exist."),
            Share("rankShare", "Share of draws in which the rank holds; null until draws exist."),
        ];

    private static Column Text(string name, string meaning) => new(name, string.Empty, meaning, ColumnStyle.Text, null);

    private static Column Log(string name, string meaning) => new(name, "log points", meaning, ColumnStyle.Number, null);

    private static Column Share(string name, string meaning) => new(name, "share", meaning, ColumnStyle.Share, null);
}
