using System.Globalization;
using System.Text;
using Rootscope.Accounts;
using Rootscope.Accounts.Extraction;
using Rootscope.Accounts.Trade;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Bench;

/// <summary>Accounts of trade in value added and extractions of the embedded world table, 41 regions of 35 industries.</summary>
internal static class TradeTimes
{
    private const int Runs = 15;

    public static int Run()
    {
        FlowTable table = EmbeddedTables.Read("world-2011");
        var options = new InverseOptions { Threads = Environment.ProcessorCount };
        var total = TotalRequirements.Of(table, InputOrigin.All, options);
        (string What, string Bar, Action Work)[] tasks =
        [
            ("inverse", "", () => TotalRequirements.Of(table, InputOrigin.All, options)),
            ("Borin-Mancini, all exporters and importers, source", "1.5 s", () => BorinMancini.SourceBased(total)),
            ("Borin-Mancini, all exporters and importers, sink", "1.5 s", () => BorinMancini.SinkBased(total)),
            (
                "both, the inverse included",
                "",
                () =>
                {
                    var own = TotalRequirements.Of(table, InputOrigin.All, options);
                    BorinMancini.SourceBased(own);
                    BorinMancini.SinkBased(own);
                }
            ),
            ("nine terms of Koopman, Wang and Wei, all exporters", "", () => NineTerms.Of(total)),
            ("extraction of every sector", "0.05 s", () => HypotheticalExtraction.TotalsOf(total, ExtractionKind.Total)),
            ("every supplier × region cut", "0.3 s", () => BilateralExtraction.Of(total).OutputLosses()),
        ];
        var text = new StringBuilder("# Trade in value added and extractions of a world table\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{Machine.Line()}\n\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"world-2011, {table.Sectors.Regions.Count} regions of {table.Sectors.Industries.Count} industries. Medians of {Runs} runs "
                + $"in one process after one that is not counted, "
        );
        text.Append("processor time in brackets. The inverse takes all threads, the rest one.\n\n");
        text.Append("| task | bar | time |\n| --- | ---: | ---: |\n");
        foreach ((string what, string bar, Action work) in tasks)
        {
            work();
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {what} | {bar} | {Measured.Median([.. Enumerable.Range(0, Runs).Select(_ => Measured.Of(work))])} |\n"
            );
        }

        return Machine.Write("trade-in-value-added.md", text.ToString());
    }
}
