namespace Rootscope.Tests;

/// <summary>Comparisons of figures by relative distance, with the place of the worst one in the message.</summary>
internal static class Close
{
    public static void Equal(double expected, double actual, double tolerance, string what = "value") =>
        Equal([expected], [actual], tolerance, what);

    public static void Equal(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance, string what = "values")
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double distance = Math.Abs(expected[i] - actual[i]);
            double allowed = tolerance * Math.Abs(expected[i]);
            Assert.True(
                distance <= allowed,
                $"{what}[{i}]: expected {expected[i]:R}, got {actual[i]:R}, relative {distance / Math.Abs(expected[i]):G3} > {tolerance:G3}"
            );
        }
    }
}
