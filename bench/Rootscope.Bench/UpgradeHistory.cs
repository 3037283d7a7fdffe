using System.Globalization;
using System.Text;
using Rootscope.Catalogue;
using Rootscope.Storage;
using Rootscope.Storage.Formats.Nbs;
using Rootscope.Storage.Formats.Wiod2013;
using Rootscope.Tables;
using Rootscope.Upgrading;
using Rootscope.WeakSpots;

namespace Rootscope.Bench;

/// <summary>
/// How fast gaps closed over dated tables of several economies, and whether that foresees the last table better than plain rules.
/// </summary>
internal static class UpgradeHistory
{
    private static readonly string[] Economies = ["CHN", "KOR", "TWN", "IND", "POL", "CZE", "MEX", "TUR", "USA", "DEU"];
    private const string Embedded = "src/Rootscope.Storage/Embedded/Data/upgrading/histories.csv";
    private static readonly int[] WorldYears = [1995, 2000, 2005, 2011];
    private static readonly (int Year, int Sectors)[] National = [(2007, 135), (2012, 139), (2017, 149), (2020, 153)];

    /// <summary>Writes the report.</summary>
    /// <param name="folder">The folder of the source data, with wiod2013 and china_io_nbs.</param>
    public static int Run(string folder)
    {
        TechnologyCatalogue catalogue = CatalogueLibrary.Read();
        FlowTable[] world = [.. WorldYears.Select(y => WiodReader.Read(Path.Combine(folder, "wiod2013", $"wiot{y}.csv"), $"world-{y}", y))];
        FlowTable[] china =
        [
            .. National.Select(t =>
                NbsReader.Read(Path.Combine(folder, "china_io_nbs", $"china_{t.Year}_{t.Sectors}.csv"), $"china-{t.Year}")
            ),
        ];
        var text = new StringBuilder("# The upgrading loop by history\n\n");
        string most = (UpgradingCalibration.MostRate * 100).ToString("0", CultureInfo.InvariantCulture);
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            The rate at which the gap to foreign makers closes, fitted to dated tables of each economy but the last, and the mean error of
            home shares of the last table foreseen from the one before it, in points. Products carry technologies; those with a gap had a home
            share below a half in a table that was started from. Without history the rate is 2 to 3% (Rodrik 2013); at most {most}% is tried.
            WIOD 2013 for {string.Join(", ", WorldYears)}; the fine tables of the National Bureau of Statistics for
            {string.Join(", ", National.Select(t => t.Year))}.

            | economy | tables | products | with a gap | rate, 90% range | fitted | no history | no change | trend | in the band |
            | --- | --- | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: |

            """
        );
        List<(string Economy, string Tables, UpgradingCalibration Fit)> fits =
        [
            .. Economies.Select(e => (e, "WIOD", Fit(world, e, catalogue))),
            ("CHN", "NBS", Fit(china, "CHN", catalogue)),
        ];
        foreach ((string economy, string tables, UpgradingCalibration fit) in fits)
        {
            HistoryHoldOut held = fit.HoldOut;
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {economy} | {tables} | {fit.Products.Count} | {fit.Telling} | {RateOf(fit)} | "
                    + $"{held.Fitted * 100:0.0} | {held.Usual * 100:0.0} | "
                    + $"{held.NoChange * 100:0.0} | "
                    + $"{held.Trend * 100:0.0} | {held.Inside} of {fit.Products.Count} |\n"
            );
        }

        HistoryHoldOut[] all = [.. fits.Select(f => f.Fit.HoldOut)];
        text.Append(
            CultureInfo.InvariantCulture,
            $"""

            Of {all.Length} histories the fitted loop was nearer than the loop without history in {all.Count(h =>
                h.Fitted < h.Usual
            )}, nearer
            than no change in {all.Count(h => h.Fitted < h.NoChange)}, nearer than the trend in {all.Count(h =>
                h.Fitted < h.Trend
            )}, and nearer
            than both in {all.Count(h => h.IsBetter)}. Mean errors over all: fitted {Points(all.Average(h => h.Fitted))}, without history
            {Points(all.Average(h => h.Usual))}, no change {Points(all.Average(h => h.NoChange))}, trend {Points(
                all.Average(h => h.Trend)
            )};
            {all.Sum(h => h.Inside)} of {fits.Sum(f => f.Fit.Products.Count)} home shares lay in the 90% band.

            Where no product had a gap the rate is not told, and the loop runs as without history; a range from 0 to the most that is tried
            says that the tables leave it open. It is no forecast: it compares policies.

            """
        );
        Machine.Keep(Embedded, TableOf(fits));
        return Machine.Write("upgrade-history.md", text.ToString());
    }

    /// <summary>The same as data that answers read.</summary>
    private static string TableOf(IEnumerable<(string Economy, string Tables, UpgradingCalibration Fit)> fits)
    {
        var text = new StringBuilder("economy,tables,years,products,telling,low,rate,high,fitted,usual,noChange,trend,inside\n");
        foreach ((string economy, string tables, UpgradingCalibration fit) in fits)
        {
            HistoryHoldOut held = fit.HoldOut;
            string years = string.Join(';', fit.Products[0].Points.Select(p => p.Year));
            string rate = fit.Rate.IsFitted
                ? string.Create(CultureInfo.InvariantCulture, $"{fit.Rate.Low:0.####},{fit.Rate.Central:0.####},{fit.Rate.High:0.####}")
                : ",,";
            text.Append(
                CultureInfo.InvariantCulture,
                $"{economy},{tables},{years},{fit.Products.Count},{fit.Telling},{rate},{held.Fitted:0.#####},{held.Usual:0.#####},"
                    + $"{held.NoChange:0.#####},{held.Trend:0.#####},{held.Inside}\n"
            );
        }

        return text.ToString();
    }

    private static string Points(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture);

    private static string RateOf(UpgradingCalibration fit) =>
        fit.Rate.IsFitted
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{fit.Rate.Central * 100:0.#}% ({fit.Rate.Low * 100:0.#}–{fit.Rate.High * 100:0.#}%)"
            )
            : "not told";

    private static UpgradingCalibration Fit(FlowTable[] tables, string economy, TechnologyCatalogue catalogue) =>
        UpgradingCalibration.Of(
            ProductHistories.Of(tables, economy, catalogue),
            UpgradingData.ParametersOf(economy),
            $"tables of {economy}"
        );
}
