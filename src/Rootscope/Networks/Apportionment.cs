namespace Rootscope.Networks;

/// <summary>Whole numbers in proportion to sizes: at least one each, the rest by largest remainder (Hamilton).</summary>
internal static class Apportionment
{
    public static int[] Of(double[] sizes, int total)
    {
        double sum = sizes.Sum();
        int free = total - sizes.Length;
        double[] exact = [.. sizes.Select(s => free * s / sum)];
        int[] given = [.. exact.Select(e => 1 + (int)e)];
        int left = total - given.Sum();
        foreach (
            int i in Enumerable.Range(0, sizes.Length).OrderByDescending(i => exact[i] - Math.Floor(exact[i])).ThenBy(i => i).Take(left)
        )
        {
            given[i]++;
        }

        return given;
    }
}
