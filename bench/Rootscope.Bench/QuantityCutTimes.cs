using System.Globalization;
using System.Text;
using Rootscope.Roots;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Bench;

/// <summary>How long cuts in quantity of all products take beside cost cuts of the same products.</summary>
internal static class QuantityCutTimes
{
    private const int Runs = 3;

    public static int Run()
    {
        var report = new StringBuilder();
        report
            .Append("# Cuts in quantity of all products\n\n")
            .Append(
                "A scarcity price for each product, found by a bracketed search around prices to 1e-12 and quantities to 1e-13; each "
                    + "step starts where the last ended. Cost cuts of the same products, with quantities for reach, beside them. "
            )
            .Append("Elasticities `short-run`, capital use, balanced trade. Medians of three runs; processor seconds in brackets.\n\n")
            .Append("Run again with `dotnet run -c Release --project bench/Rootscope.Bench -- quantity`.\n\n")
            .Append(Machine.Line())
            .Append("\n\n")
            .Append(
                "| table | products | ratings | cut | supply | threads | quantity | cost | quantity over cost | not represented |\n| "
                    + "--- | ---: | --- | ---: | --- | ---: | ---: | ---: | ---: | ---: |\n"
            );
        foreach (string table in new[] { "china-2020", "usa-2017" })
        {
            foreach (
                (bool rated, double cut, SupplyScope supply, int threads) in new[]
                {
                    (true, 0.5, SupplyScope.All, 2),
                    (true, 0.5, SupplyScope.All, 1),
                    (false, 0.5, SupplyScope.All, 2),
                    (true, 0.2, SupplyScope.All, 2),
                    (true, 0.8, SupplyScope.All, 2),
                    (true, 0.5, SupplyScope.Imported, 2),
                }
            )
            {
                Row(report, EmbeddedTables.Read(table), rated, cut, supply, threads);
            }
        }

        return Machine.Write("quantity-cuts.md", report.ToString());
    }

    private static void Row(StringBuilder report, FlowTable table, bool rated, double cut, SupplyScope supply, int threads)
    {
        ElasticitySet set = ElasticitySets.Read("short-run");
        ElasticitySet elasticities = rated ? IrreplaceabilityData.Rate(set, table) : set;
        SupplyCut[] cuts = [.. Enumerable.Range(0, table.Size).Select(k => new SupplyCut(new(k), cut, supply))];
        IReadOnlyList<CutOutcome> outcomes = [];
        Measured[] Times(CutKind kind)
        {
            var options = new RootOptions
            {
                Equilibrium = new EquilibriumOptions { Elasticities = elasticities, CutAs = kind },
            };
            var lens = new EquilibriumCuts(RegionEconomy.Of(SupportTable.Of(table, options).Table, options.Equilibrium));
            return [.. Enumerable.Range(0, Runs).Select(_ => Measured.Of(() => outcomes = lens.Solve(cuts, threads)))];
        }

        Measured[] cost = Times(CutKind.Cost);
        Measured[] quantity = Times(CutKind.Quantity);
        double ratio = quantity.Min(r => r.ProcessorSeconds) / cost.Min(r => r.ProcessorSeconds);
        report
            .Append(
                CultureInfo.InvariantCulture,
                $"| `{table.Metadata.Id}` | {table.Size} | {(rated ? "on" : "off")} | {cut} | {supply.ToString().ToLowerInvariant()} | "
                    + $"{threads} | "
            )
            .Append(
                CultureInfo.InvariantCulture,
                $"{Measured.Median(quantity)} | {Measured.Median(cost)} | {ratio:0.0} | "
                    + $"{outcomes.Count(o => o.Status == CutStatus.NotRepresented)} |\n"
            );
    }
}
