using System.Globalization;
using Rootscope.Networks;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Storage.Formats.Networks;

namespace Rootscope.Tests.Golden;

/// <summary>
/// Cascades as two published packages compute them (GLcascade in R, fastcascade in C++): losses, and how many steps they take.
/// </summary>
public class CascadeGoldenTests
{
    /// <summary>What another order of the same sums leaves, with room.</summary>
    private const double Tolerance = 1e-12;

    public static TheoryData<string> Expectations()
    {
        string root = Path.Combine(SharedData.Root, "golden", "cascade");
        return Directory.Exists(root)
            ?
            [
                .. Directory
                    .GetFiles(root, "expected_s*.csv", SearchOption.AllDirectories)
                    .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'))
                    .Order(StringComparer.Ordinal),
            ]
            : ["absent/expected_single_mkt_eps1e-2.csv"];
    }

    [Theory]
    [MemberData(nameof(Expectations))]
    public void Losses_and_steps_are_those_of_the_published_packages(string expectation)
    {
        string[] parts = expectation.Split('/');
        string folder = SharedData.Require("golden", "cascade", parts[0]);
        string[] tag = Path.GetFileNameWithoutExtension(parts[1]).Split('_');
        var model = CascadeModel.Of(NetworkOf(folder), OptionsOf(folder, tag[2], tag[3]));
        string[][] rows = Rows(Path.Combine(folder, parts[1]));
        foreach (string[] row in rows)
        {
            CascadeOutcome outcome = model.Run(LossesOf(folder, tag[1], row[0]), TestContext.Current.CancellationToken);
            Assert.Equal(Number(row[1]), outcome.Loss!.Value, Tolerance);
            Assert.Equal(Number(row[2]), outcome.Downstream!.Value, Tolerance);
            Assert.Equal(Number(row[3]), outcome.Upstream!.Value, Tolerance);
            Assert.Equal(row[5], outcome.Steps.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(CascadeStatus.Ok, outcome.Status);
        }

        Assert.NotEmpty(rows);
    }

    [Theory]
    [MemberData(nameof(Expectations))]
    public void Losses_of_every_firm_are_those_of_the_published_packages(string expectation)
    {
        string[] parts = expectation.Split('/');
        string folder = SharedData.Require("golden", "cascade", parts[0]);
        string[] tag = Path.GetFileNameWithoutExtension(parts[1]).Split('_');
        var model = CascadeModel.Of(NetworkOf(folder), OptionsOf(folder, tag[2], tag[3]));
        foreach (
            IGrouping<string, string[]> scenario in Rows(
                    Path.Combine(folder, parts[1].Replace("expected_", "expected_h_", StringComparison.Ordinal))
                )
                .GroupBy(r => r[0])
        )
        {
            FirmLosses losses = model.RunByFirm(LossesOf(folder, tag[1], scenario.Key), TestContext.Current.CancellationToken);
            foreach (string[] row in scenario)
            {
                int firm = int.Parse(row[1], CultureInfo.InvariantCulture);
                Assert.Equal(Number(row[2]), losses.Downstream[firm], Tolerance);
                Assert.Equal(Number(row[3]), losses.Upstream[firm], Tolerance);
            }
        }
    }

    internal static SupplyNetwork NetworkOf(string folder) =>
        NetworkReader
            .Read(Path.Combine(folder, "edges.csv"), Path.Combine(folder, "firms.csv"), cancellation: TestContext.Current.CancellationToken)
            .Network;

    private static CascadeOptions OptionsOf(string folder, string market, string stop) =>
        new()
        {
            Essentiality = EssentialityReader.Read(Path.Combine(folder, "ess.csv")),
            Market = market == "mkt" ? CascadeMarket.Sector : CascadeMarket.None,
            Stop = stop.StartsWith("rel", StringComparison.Ordinal) ? CascadeStop.LegacyRelative : CascadeStop.Legacy,
            Epsilon = Number(stop[(stop.StartsWith("rel", StringComparison.Ordinal) ? "relesri" : "eps").Length..]),
        };

    private static IReadOnlyList<CapacityLoss> LossesOf(string folder, string kind, string scenario) =>
        kind == "single"
            ? [new CapacityLoss(new(int.Parse(scenario, CultureInfo.InvariantCulture)), 1)]
            :
            [
                .. Rows(Path.Combine(folder, "scenarios.csv"))
                    .Where(r => r[0] == scenario)
                    .Select(r => new CapacityLoss(new(int.Parse(r[1], CultureInfo.InvariantCulture)), Number(r[2]))),
            ];

    private static string[][] Rows(string file) => [.. File.ReadAllLines(file).Skip(1).Select(l => l.Split(','))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
