using Rootscope.Answers.Reports;
using Rootscope.Cli.Output;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Cli.Shock;

/// <summary>The rows of <c>shock run</c> as data.</summary>
internal sealed class ShockRows(ScenarioResult result, ShockView view)
{
    private static readonly Dictionary<string, int> Places = ShockColumns
        .Of(string.Empty)
        .Select((c, i) => (c.Name, i))
        .ToDictionary(c => c.Name, c => c.i, StringComparer.Ordinal);

    private SectorIndex Sectors => result.Table.Table.Sectors;

    public IEnumerable<object?[]> All()
    {
        for (int shock = 0; shock < result.Scenario.Shocks.Count; shock++)
        {
            IShock it = result.Scenario.Shocks[shock];
            yield return Row("shock", null, ("shock", shock + 1), ("name", it.Kind), ("text", it.InWords(result.Table)));
        }

        foreach (ScenarioProduct carried in result.Table.Carried)
        {
            yield return Row(
                "carrier",
                null,
                ("code", carried.Technology),
                ("name", carried.TechnologyName),
                ("carrier", carried.Code),
                ("shareOfCarrier", result.Table.ShareOf(carried)),
                ("text", result.Table.HowTaken(carried))
            );
        }

        foreach (object?[] row in result.Lenses.SelectMany(OfLens))
        {
            yield return row;
        }
    }

    private IEnumerable<object?[]> OfLens(LensResult lens)
    {
        LensFigures figures = lens.Figures;
        bool some = figures.Regions.Count > 0;
        yield return Row(
            "lens",
            lens,
            ("name", lens.Lens.LossOf),
            ("text", lens.Lens.Meaning),
            ("base", some ? figures.Regions.Sum(r => r.Base) : null),
            ("loss", ScenarioSweep.LossOfAll(lens)),
            ("lossMoney", some ? figures.Regions.Sum(r => r.Money) : null),
            ("iterations", figures.Iterations),
            ("residual", figures.Residual)
        );
        foreach (UnrepresentedShock missing in lens.Unrepresented)
        {
            yield return Row("unrepresented", lens, ("shock", missing.Shock + 1), ("name", missing.Part), ("text", missing.Reason));
        }

        foreach (string buyer in figures.Infeasible)
        {
            yield return Row("infeasible", lens, ("text", buyer));
        }

        foreach (RegionOutcome region in view.First(ShockReport.Sorted(figures.Regions.Where(r => view.Shows(r.Region)), view)))
        {
            yield return RegionRow(lens, region);
        }

        foreach (SectorOutcome sector in view.First(SortedSectors(figures)))
        {
            yield return SectorRow(lens, sector);
        }

        foreach (LiftDirection direction in Enum.GetValues<LiftDirection>())
        {
            IEnumerable<LiftedSector> lifted = figures
                .Lifted.Where(l => l.Direction == direction && view.Shows(Sectors.RegionNumberOf(l.Sector)))
                .OrderByDescending(l => l.Money);
            foreach (LiftedSector it in view.First(lifted))
            {
                yield return LiftedRow(lens, it);
            }
        }
    }

    private IEnumerable<SectorOutcome> SortedSectors(LensFigures figures)
    {
        IEnumerable<SectorOutcome> shown = figures.Sectors.Where(s => view.Shows(Sectors.RegionNumberOf(s.Sector)));
        return view.Sort == ShockSort.Table ? shown : shown.OrderBy(s => s.OutputMoney ?? 0);
    }

    private object?[] RegionRow(LensResult lens, RegionOutcome it)
    {
        Region region = Sectors.Regions[it.Region];
        return Row(
            "region",
            lens,
            ("region", region.Code),
            ("regionName", region.Name),
            ("base", it.Base),
            ("loss", it.Loss),
            ("lossMoney", it.Money),
            ("outputChange", it.OutputChange),
            ("exportsChange", it.ExportsChange),
            ("importsChange", it.ImportsChange),
            ("termsOfTradeChange", it.TermsOfTradeChange),
            ("realGdpChange", it.RealGdpChange),
            ("realWageChange", it.RealWageChange),
            ("partDirect", it.Parts?.Direct),
            ("partSupplier", it.Parts?.Supplier),
            ("partBuyer", it.Parts?.Buyer),
            ("partTermsOfTrade", it.Parts?.TermsOfTrade)
        );
    }

    private object?[] SectorRow(LensResult lens, SectorOutcome it)
    {
        (Region region, Industry industry) = ShockReport.PlaceOf(result, it.Sector);
        return Row(
            "sector",
            lens,
            ("region", region.Code),
            ("regionName", region.Name),
            ("code", industry.Code),
            ("name", industry.Name),
            ("output", it.Output),
            ("outputChange", it.OutputChange),
            ("outputMoney", it.OutputMoney),
            ("exportsChange", it.ExportsChange),
            ("costChange", it.CostChange),
            ("valueAddedLost", it.ValueAddedLost)
        );
    }

    private object?[] LiftedRow(LensResult lens, LiftedSector it)
    {
        (Region region, Industry industry) = ShockReport.PlaceOf(result, it.Sector);
        return Row(
            it.Direction == LiftDirection.Downstream ? "downstream" : "upstream",
            lens,
            ("region", region.Code),
            ("regionName", region.Name),
            ("code", industry.Code),
            ("name", industry.Name),
            ("lift", it.Change),
            ("liftMoney", it.Money)
        );
    }

    private static object?[] Row(string part, LensResult? lens, params (string Column, object? Value)[] values)
    {
        var row = new object?[Places.Count];
        row[Places["part"]] = part;
        row[Places["lens"]] = lens?.Lens.Word;
        row[Places["status"]] = lens is null ? null : StatusWords.Of(lens.Status);
        foreach ((string column, object? value) in values)
        {
            row[Places[column]] = value;
        }

        return row;
    }
}
