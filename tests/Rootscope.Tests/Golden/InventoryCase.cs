using System.Globalization;
using System.Text.Json;
using Rootscope.Shocks.Lenses.Inventory;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Tests.Golden;

/// <summary>Reads one of the inventory vectors.</summary>
internal static class InventoryCase
{
    public static double[][] Rows(string file, int head, int labels = 0) =>
        [.. File.ReadLines(file).Skip(head).Where(l => l.Length > 0).Select(l => l.Split(',')[labels..].Select(Number).ToArray())];

    /// <summary>One row a day, one column a sector or region.</summary>
    public static double[][] Series(string folder, string name) => Rows(Path.Combine(folder, name + ".csv"), 3, 1);

    public static FlowTable TableOf(string folder)
    {
        string[][] head = [.. File.ReadLines(Path.Combine(folder, "Z.csv")).Take(2).Select(l => l.Split(',')[2..])];
        string[] regions = [.. head[0].Distinct()];
        string[] industries = [.. head[1].Distinct()];
        double[] flows = [.. Rows(Path.Combine(folder, "Z.csv"), 3, 2).SelectMany(r => r)];
        double[] final = [.. Rows(Path.Combine(folder, "Y.csv"), 3, 2).SelectMany(r => r)];
        double[] output = [.. Rows(Path.Combine(folder, "x.csv"), 1, 2).SelectMany(r => r)];
        return SmallTables.ManyRegions(regions, industries, flows, final, ["fd"], output);
    }

    public static InventoryOptions OptionsOf(JsonElement json)
    {
        JsonElement p = json.GetProperty("model_params");
        var covers = new Dictionary<string, double>(StringComparer.Ordinal);
        if (p.TryGetProperty("infinite_inventories_sect", out JsonElement infinite))
        {
            foreach (JsonElement code in infinite.EnumerateArray())
            {
                covers[code.GetString()!] = double.PositiveInfinity;
            }
        }

        return new InventoryOptions
        {
            Compatible = true,
            Orders = p.GetProperty("order_type").GetString() == "alt" ? OrderRule.Capacity : OrderRule.Initial,
            StockThreshold = p.GetProperty("psi_param").GetDouble(),
            CoverDays = p.GetProperty("main_inv_dur").GetDouble(),
            CoverOf = covers,
            RestorationDays = p.GetProperty("inventory_restoration_tau").GetDouble(),
            QuietCapacity = p.GetProperty("alpha_base").GetDouble(),
            MostCapacity = p.GetProperty("alpha_max").GetDouble(),
            OverproductionDays = p.GetProperty("alpha_tau").GetDouble(),
            Days = json.GetProperty("n_steps").GetInt32(),
        };
    }

    public static InventoryEvents EventsOf(JsonElement json, FlowTable table, DailyFlows flows)
    {
        var events = new InventoryEvents();
        foreach (JsonElement e in json.GetProperty("events").EnumerateArray())
        {
            (int Sector, double Amount)[] impact =
            [
                .. e.GetProperty("impact_abs")
                    .EnumerateObject()
                    .Select(p =>
                    {
                        string[] parts = p.Name.Split('/');
                        int sector = table.Sectors.SectorOf(table.Sectors.FindRegion(parts[0]), table.Sectors.FindIndustry(parts[1]));
                        return (sector, p.Value.GetDouble());
                    }),
            ];
            int start = e.GetProperty("occurrence").GetInt32();
            int duration = e.GetProperty("duration").GetInt32();
            switch (e.GetProperty("event_type").GetString())
            {
                case "arbitrary":
                    events.Capacity.AddRange(
                        impact.Select(i => new CapacityLoss(flows.SellerOf(i.Sector), i.Amount, ProfileOf(e, start, duration)))
                    );
                    break;
                case "recovery":
                    events.Capital.AddRange(impact.Select(i => new CapitalLoss(i.Sector, i.Amount, ProfileOf(e, start, duration))));
                    break;
                default:
                    events.Rebuildings.Add(
                        new Rebuilding(
                            impact,
                            [
                                .. e.GetProperty("rebuilding_sectors")
                                    .EnumerateObject()
                                    .Select(p => ((int)table.Sectors.FindIndustry(p.Name), p.Value.GetDouble())),
                            ],
                            start,
                            duration,
                            e.GetProperty("rebuild_tau").GetDouble(),
                            e.GetProperty("rebuilding_factor").GetDouble()
                        )
                    );
                    break;
            }
        }

        return events;
    }

    private static ShockProfile ProfileOf(JsonElement e, int start, int duration) =>
        new(
            start,
            0,
            duration,
            e.GetProperty("recovery_function").GetString() == "linear" ? RecoveryCurve.Linear : RecoveryCurve.Convex,
            e.GetProperty("recovery_tau").GetDouble()
        );

    private static double Number(string text) =>
        text.Length == 0 ? double.NaN
        : text == "inf" ? double.PositiveInfinity
        : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
