using System.Globalization;
using System.Text.Json;
using Rootscope.Shocks.Lenses.Inventory;
using Rootscope.Tables;

namespace Rootscope.Tests.Golden;

/// <summary>Series of a published program (BoARIO) on made tables, its numerical habits included.</summary>
public class InventoryGoldenTests
{
    /// <summary>Relative, as long as swings have not grown; the vectors say so.</summary>
    private const double Tolerance = 1e-9;
    private const int ComparedClosely = 100;
    private const double LaterTolerance = 1e-6;

    /// <summary>
    /// From this day on the case with tight stocks moves no more, and the reference lets capacity sink wherever demand and output agree to
    /// the last bit of its own sums: which sectors these are nobody else can know. Until then it agrees to 1e-11.
    /// </summary>
    private const int RoundingDecides = 284;
    private const double UndecidedTolerance = 1e-3;

    public static TheoryData<string> Cases() =>
        ["a1_no_event", "a2_arbitrary_cut", "a3_arbitrary_tight_inventories", "a4_noalt", "a5_rebuild", "a6_recover_infinv"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Series_are_those_of_the_published_program(string name)
    {
        string folder = SharedData.Require("golden", "inventory", name);
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "case.json")));
        JsonElement json = document.RootElement;
        FlowTable table = InventoryCase.TableOf(folder);
        var flows = DailyFlows.Of(table);
        InventoryOptions options = InventoryCase.OptionsOf(json);
        double[][] production = InventoryCase.Series(folder, "production");
        double[][] capacity = InventoryCase.Series(folder, "production_capacity");
        double[][] orders = InventoryCase.Series(folder, "intermediate_demand_total");
        double[][] rebuilding = InventoryCase.Series(folder, "rebuild_demand");
        double[][] missing = InventoryCase.Series(folder, "capital_to_recover");
        double[][] unmet = InventoryCase.Series(folder, "final_demand_unmet");
        double[] soldBefore = flows.SoldToIndustries;
        double[] ordersOfToday = [.. soldBefore];
        InventoryState? last = null;
        var model = new InventoryModel(flows, options, InventoryCase.EventsOf(json, table, flows))
        {
            Observed = (m, day) =>
            {
                last = m;
                for (int sector = 0; sector < flows.Buyers; sector++)
                {
                    int seller = flows.SellerOf(sector);
                    double output = flows.Output[seller];
                    string place = $"{name}, day {day}, {table.Sectors.LabelOf(new(sector))}";
                    Close(production[day][sector], output * (1 + m.Made[seller]), day, $"output: {place}");
                    Close(capacity[day][sector], output * m.Capacity[seller], day, $"capacity: {place}");
                    Close(rebuilding[day][sector], m.Rebuilding[seller], day, $"orders to build: {place}");
                    Close(orders[day][sector], ordersOfToday[seller], day, $"orders: {place}");
                    if (double.IsFinite(missing[day][sector]))
                    {
                        Close(missing[day][sector], m.CapitalMissing[sector], day, $"capital: {place}");
                    }

                    ordersOfToday[seller] = soldBefore[seller] + m.IndustryOrders[seller];
                }
            },
        };

        InventoryPath path = model.Run(threads: 2, TestContext.Current.CancellationToken);

        double scale = flows.FinalUse.Sum();
        for (int day = 0; day < path.Days; day++)
        {
            for (int region = 0; region < flows.Regions; region++)
            {
                double wanted = unmet[day][region] + scale;
                Close(wanted, path.Unmet[(day * flows.Regions) + region] + scale, day, $"unmet: {name}, day {day}, region {region}");
            }
        }

        double[][] stocks = InventoryCase.Rows(Path.Combine(folder, "final_stocks.csv"), 0);
        for (int product = 0; product < flows.Products; product++)
        {
            for (int buyer = 0; buyer < flows.Buyers && double.IsFinite(last!.Cover[product]); buyer++)
            {
                int cell = (product * flows.Buyers) + buyer;
                double stock = flows.InputUse[cell] * (last!.Cover[product] + last.Stock[cell]);
                Close(stocks[product][buyer], stock, options.Days, $"stock: {name}, product {product}, sector {buyer}");
            }
        }
    }

    private static void Close(double expected, double actual, int day, string what)
    {
        double tolerance =
            day < ComparedClosely ? Tolerance
            : day < RoundingDecides || !what.Contains("tight", StringComparison.Ordinal) ? LaterTolerance
            : UndecidedTolerance;
        Assert.True(
            Math.Abs(expected - actual) <= tolerance * Math.Max(Math.Abs(expected), 1e-9),
            string.Create(CultureInfo.InvariantCulture, $"{what}: {actual:r} where {expected:r} is right")
        );
    }
}
