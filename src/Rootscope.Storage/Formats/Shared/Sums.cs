namespace Rootscope.Storage.Formats.Shared;

/// <summary>Sums in one order on every machine: four running sums side by side, then together.</summary>
internal static class Sums
{
    public static double Of(ReadOnlySpan<double> values)
    {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 4 <= values.Length; i += 4)
        {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }

        for (; i < values.Length; i++)
        {
            a += values[i];
        }

        return a + b + (c + d);
    }

    /// <summary>Adds every row of a matrix to the totals of its columns.</summary>
    public static void AddColumns(ReadOnlySpan<double> matrix, Span<double> totals)
    {
        for (int start = 0; start < matrix.Length; start += totals.Length)
        {
            ReadOnlySpan<double> row = matrix.Slice(start, totals.Length);
            for (int j = 0; j < row.Length; j++)
            {
                totals[j] += row[j];
            }
        }
    }
}
