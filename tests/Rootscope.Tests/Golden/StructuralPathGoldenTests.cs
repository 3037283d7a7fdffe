using Rootscope.Accounts;
using Rootscope.Accounts.Paths;
using Rootscope.Tables;

namespace Rootscope.Tests.Golden;

/// <summary>golden/accounts/out/spa.json: every path and every value.</summary>
public class StructuralPathGoldenTests
{
    /// <summary>The golden README's: the vectors are exact, and float64 keeps some fourteen digits.</summary>
    private const double Tolerance = 1e-12;

    [Theory]
    [InlineData("va", 48, 0.7285821461781938)]
    [InlineData("output", 39, 0.0)]
    public void Paths_of_one_final_product_are_met(string indicator, int count, double coverage)
    {
        GoldenFile golden = GoldenFile.Open("accounts", "out", "spa.json");
        FlowTable table = GoldenFile.Table();
        var direct = DirectRequirements.Of(table, InputOrigin.All);
        double[] contributions = [.. indicator == "va" ? ValueAddedShares.Of(table).Values : Enumerable.Repeat(1.0, table.Size).ToArray()];
        var finalDemand = new double[table.Size];
        finalDemand[Array.FindIndex([.. Enumerable.Range(0, table.Size)], k => table.Sectors.LabelOf(new(k)) == golden.Text("target"))] =
            golden.Number("y");
        var options = new StructuralPathOptions
        {
            Count = 1000,
            LeastShare = golden.Number("tol_fraction_of_total"),
            MostTiers = (int)golden.Number("max_tier"),
        };
        var paths = StructuralPaths.Upstream(direct, contributions, finalDemand, options);

        Assert.Equal(count, paths.Paths.Count);
        Assert.Equal(PathListEnd.Threshold, paths.End);
        Close.Equal(golden[indicator].Number("total"), paths.Total, Tolerance);
        Close.Equal(golden[indicator].Number("covered"), paths.Covered, Tolerance);
        if (coverage > 0)
        {
            Close.Equal(coverage, paths.Coverage!.Value, Tolerance);
        }

        var expected = golden[indicator]
            .Items("paths")
            .ToDictionary(
                p => string.Join(" ", p.GetProperty("path").EnumerateArray().Select(s => s.GetString())),
                p => p.GetProperty("value").GetDouble()
            );
        foreach (StructuralPath path in paths.Paths)
        {
            string name = string.Join(" ", path.Sectors.Select(k => table.Sectors.LabelOf(new(k))));
            Assert.True(expected.Remove(name, out double value), $"{name} is not in the golden file");
            Close.Equal(value, path.Value, Tolerance, name);
        }

        Assert.Empty(expected);
    }
}
