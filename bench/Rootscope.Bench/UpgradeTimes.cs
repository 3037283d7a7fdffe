using System.Diagnostics;
using System.Globalization;
using System.Text;
using Rootscope.Storage;
using Rootscope.Upgrading;

namespace Rootscope.Bench;

/// <summary>1,000 draws of the upgrading loop for all core technologies over 20 years: the bar is 5 s on two cores.</summary>
internal static class UpgradeTimes
{
    private const int Runs = 5;

    public static int Run()
    {
        UpgradingStart[] starts =
        [
            .. CatalogueLibrary
                .Read()
                .Technologies.Where(t => t.Tier == Catalogue.TechnologyTier.Core)
                .Select(
                    (t, i) =>
                        new UpgradingStart
                        {
                            Id = t.Id,
                            HomeMarket = 1e6,
                            HomeShare = 0.1 + (0.03 * i % 0.8),
                            Exports = 1e5,
                            Feasibility = 0.7,
                            Stake = [new StakePoint(0.25, 0.01), new StakePoint(0.5, 0.03), new StakePoint(0.75, 0.07)],
                        }
                ),
        ];
        UpgradingParameters parameters = UpgradingData.Parameters();
        var text = new StringBuilder("# The upgrading loop\n\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"{Machine.Line()}\n\n1,000 draws of {starts.Length} core technologies over 20 years, quantiles of all figures included;\n"
                + $"median of {Runs} runs after one that is not counted. The bar is 5 s on two cores.\n\n"
                + $"| threads | median | slowest |\n| ---: | ---: | ---: |\n"
        );
        foreach (int threads in new[] { 1, 2 })
        {
            double[] seconds =
            [
                .. Enumerable
                    .Range(0, Runs + 1)
                    .Select(run =>
                    {
                        long began = Stopwatch.GetTimestamp();
                        IReadOnlyList<UpgradingCourse> courses = UpgradingLoop.Run(
                            starts,
                            parameters,
                            new UpgradingPolicy { Ban = 0.5 },
                            new UpgradingOptions { Threads = threads }
                        );
                        return courses.Count > 0 ? Stopwatch.GetElapsedTime(began).TotalSeconds : 0;
                    })
                    .Skip(1)
                    .Order(),
            ];
            text.Append(CultureInfo.InvariantCulture, $"| {threads} | {seconds[Runs / 2]:0.00} s | {seconds[^1]:0.00} s |\n");
        }

        return Machine.Write("upgrade.md", text.ToString());
    }
}
