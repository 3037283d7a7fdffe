using System.Diagnostics;
using System.Globalization;
using System.Text;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Roots.Bands;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Bench;

/// <summary>Bands of the root ranking of china-2020: the bar is 1,000 draws over all technologies in 20 s on two cores.</summary>
internal static class BandTimes
{
    private const string Table = "china-2020";

    /// <summary>Draws that are also solved one cut at a time.</summary>
    private const int Compared = 10;

    public static int Run(int draws)
    {
        FlowTable whole = EmbeddedTables.Read(Table);
        TechnologyBridge bridge = BridgeLibrary.Read(Table);
        BandQuestion industries = Question(whole, null);
        BandQuestion parts = Question(whole, bridge);
        IndustryNumber[] carriers = Carriers(parts.Table, bridge);
        BandQuestion technologies = parts with { Products = carriers };
        var report = new StringBuilder();
        report
            .Append(CultureInfo.InvariantCulture, $"# Bands: {draws} draws of the root ranking of {Table}\n\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"Cost cuts of half the supply under the equilibrium lens, elasticities `short-run` with ratings, capital use; all "
                    + $"sources drawn ([bands](../../docs/methods/bands.md)). The bar: 1,000 draws over all technologies in 20 s on two "
                    + $"cores.\n\n"
            )
            .Append(
                "Wall time depends on what else the machine is doing; processor seconds over two are what two idle cores would take. "
                    + "Each row is one run in a warm process; memory is the largest of the process so far.\n\n"
            )
            .Append("Run again with `dotnet run -c Release --project bench/Rootscope.Bench -- bands`.\n\n")
            .Append(Machine.Line())
            .Append("\n\n")
            .Append(
                "| what | products | threads | wall | processor | a product and draw | memory |\n| --- | ---: | ---: | ---: | ---: | "
                    + "---: | ---: |\n"
            );
        _ = Draw(technologies, Compared, 2, alone: true);
        Row(report, "technologies, bands and ranks", technologies, draws, 2, alone: false);
        Row(report, "technologies, and each source alone", technologies, draws, 2, alone: true);
        Row(report, "technologies, and each source alone", technologies, draws, 1, alone: true);
        Row(report, "industries and parts, bands and ranks", parts, draws, 2, alone: false);
        Row(report, "industries, unsplit, bands and ranks", industries, draws, 2, alone: false);
        Exactness(report, industries);
        return Machine.Write("bands.md", report.ToString());
    }

    private static BandQuestion Question(FlowTable whole, TechnologyBridge? bridge)
    {
        ElasticitySet rated = IrreplaceabilityData.Rate(ElasticitySets.Read("short-run"), whole);
        return new BandQuestion
        {
            Table = bridge is null ? whole : BridgeLibrary.Split(whole, bridge),
            Options = new RootOptions
            {
                Equilibrium = new EquilibriumOptions { Elasticities = bridge is null ? rated : rated.For(bridge) },
            },
            Traits = IrreplaceabilityData.Read(rated.RatedBy!),
            Splits = bridge is null ? null : BridgeLibrary.Family(whole, bridge),
        };
    }

    private static IndustryNumber[] Carriers(FlowTable split, TechnologyBridge bridge)
    {
        TechnologyCatalogue catalogue = CatalogueLibrary.Read();
        HashSet<string> codes =
        [
            .. catalogue.Technologies.Select(t => TechnologyRanking.CarrierOf(t, split, catalogue, bridge)?.Code ?? string.Empty),
        ];
        return
        [
            .. Enumerable
                .Range(0, split.Size)
                .Where(k => codes.Contains(split.Sectors.IndustryOf(new(k)).Code))
                .Select(k => new IndustryNumber(k)),
        ];
    }

    private static RootBands Draw(BandQuestion question, int draws, int threads, bool alone) =>
        RootBands.Of(
            question,
            new BandOptions
            {
                Draws = draws,
                Seed = 1,
                Threads = threads,
                SourcesOf = alone ? null : [],
            }
        );

    private static void Row(StringBuilder report, string what, BandQuestion question, int draws, int threads, bool alone)
    {
        var taken = Measured.Of(() => Draw(question, draws, threads, alone));
        int products = question.Products?.Count ?? question.Table.Size;
        double solves = (double)products * draws * (alone ? 1 + question.Sources.Count : 1);
        double memory = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
        report.Append(
            CultureInfo.InvariantCulture,
            $"| {what} | {products} | {threads} | {taken.Seconds:0.0} s | {taken.ProcessorSeconds:0.0} s | "
                + $"{taken.ProcessorSeconds / solves * 1e3:0.000} ms | {memory:0} MB |\n"
        );
    }

    /// <summary>The same cuts one at a time, by the solver of the point figures: its time, and by how much figures differ.</summary>
    private static void Exactness(StringBuilder report, BandQuestion question)
    {
        var lens = new EquilibriumCuts(
            RegionEconomy.Of(SupportTable.Of(question.Table, question.Options).Table, question.Options.Equilibrium)
        );
        SupplyCut[] cuts =
        [
            .. Enumerable.Range(0, question.Table.Size).Select(k => new SupplyCut(new(k), question.Options.Cut, question.Options.Supply)),
        ];
        IReadOnlyList<CutOutcome> exact = [];
        var apart = Measured.Of(() => exact = lens.Solve(cuts));
        var none = new BandWidths
        {
            Cut = 0,
            Elasticities = 0,
            Ratings = 0,
            Splits = 0,
        };
        var bands = RootBands.Of(
            question,
            new BandOptions
            {
                Draws = 2,
                Seed = 1,
                Widths = none,
                SourcesOf = [],
            }
        );
        double worst = bands.Rows.Max(r => Math.Abs((r.Loss.Median!.Value / exact[r.Point.Product].Loss!.Value) - 1));
        report
            .Append(
                CultureInfo.InvariantCulture,
                $"\nDraws are solved exactly, cuts side by side. The same {cuts.Length} cuts one at a time, with quantities for reach, "
                    + $"take {apart.ProcessorSeconds / cuts.Length * 1e3:0.00} ms of processor each; "
            )
            .Append(
                CultureInfo.InvariantCulture,
                $"the largest difference between the losses is {worst.ToString("0.0e+0", CultureInfo.InvariantCulture)} of the loss.\n"
            );
    }
}
