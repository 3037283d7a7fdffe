using Rootscope.Tables.Balancing;

namespace Rootscope.Tests.Golden;

/// <summary>RAS and GRAS of golden/accounts.</summary>
public class BalancingGoldenTests
{
    /// <summary>Both stop when sums hold to about 1e-13; cells then agree to a few more roundings.</summary>
    private const double Tolerance = 1e-11;

    [Theory]
    [InlineData("ras", BalanceMethod.Ras)]
    [InlineData("ras", BalanceMethod.Gras)]
    [InlineData("gras", BalanceMethod.Gras)]
    public void Balancing_gives_the_golden_matrix(string name, BalanceMethod method)
    {
        GoldenFile golden = GoldenFile.Open("accounts", "out", "edge.json")[name];
        BalancedMatrix balanced = MatrixBalancing.Balance(
            golden.Figures("Z0"),
            golden.Figures("row_targets"),
            golden.Figures("col_targets"),
            new BalanceOptions { Method = method, Tolerance = 1e-13 }
        );
        Assert.Equal(BalanceStatus.Converged, balanced.Status);
        Close.Equal(golden.Figures("result"), balanced.Values.Span, Tolerance);
    }
}
