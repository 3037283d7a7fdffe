namespace Rootscope.Tests.Published;

/// <summary>A table in the documentation whose rows a test computes; ROOTSCOPE_APPROVE=1 writes what is computed.</summary>
internal static class PageTable
{
    private static readonly Lock Page = new();

    /// <summary>Holds the rows of the first table below a heading against computed ones.</summary>
    /// <param name="page">A file in docs/methods.</param>
    /// <param name="heading">The whole line.</param>
    /// <param name="expected">The rows.</param>
    /// <param name="isPart">Whether the page has more rows than were computed; they have to be the first of it.</param>
    /// <param name="read">What of a row was computed; null for all of it. Where only a part was, nothing can be approved.</param>
    public static void Check(
        string page,
        string heading,
        IReadOnlyList<string> expected,
        bool isPart = false,
        Func<string, string>? read = null
    )
    {
        string path = Path.Combine(SharedData.RepositoryRoot(), "docs", "methods", page);
        lock (Page)
        {
            string[] lines = File.ReadAllLines(path);
            int at = Array.IndexOf(lines, heading);
            Assert.True(at >= 0, $"docs/methods/{page} has no heading '{heading}'.");
            int start = Array.FindIndex(lines, at, l => l.StartsWith("| ", StringComparison.Ordinal)) + 2;
            int end = Array.FindIndex(lines, start, l => !l.StartsWith("| ", StringComparison.Ordinal));
            end = end < 0 ? lines.Length : end;
            end = isPart ? Math.Min(end, start + expected.Count) : end;
            if (expected.SequenceEqual(read is null ? lines[start..end] : lines[start..end].Select(read)))
            {
                return;
            }

            if (read is null && Environment.GetEnvironmentVariable("ROOTSCOPE_APPROVE") == "1")
            {
                File.WriteAllText(path, string.Join('\n', [.. lines[..start], .. expected, .. lines[end..]]) + "\n");
                return;
            }
        }

        Assert.Fail($"The table below '{heading}' should read:\n{string.Join('\n', expected)}");
    }
}
