namespace Rootscope.Tests.Conventions;

/// <summary>What has changed is told by what it is about, and once.</summary>
public class ChangelogTests
{
    [Fact]
    public void Every_entry_stands_under_the_heading_of_what_it_is_about() =>
        Repository.Forbid(
            "These entries of CHANGELOG.md stand under no '####' heading:",
            Entries().Where(e => e.Subject is null).Select(e => e.Text[..Math.Min(80, e.Text.Length)])
        );

    [Fact]
    public void No_entry_is_told_twice() =>
        Repository.Forbid(
            "These entries of CHANGELOG.md stand there more than once:",
            Entries().GroupBy(e => (e.Part, e.Text)).Where(g => g.Count() > 1).Select(g => g.Key.Text[..Math.Min(80, g.Key.Text.Length)])
        );

    [Fact]
    public void No_part_has_a_heading_twice() =>
        Repository.Forbid(
            "These headings of CHANGELOG.md stand there more than once:",
            Lines()
                .Where(l => l.Line.StartsWith("#### ", StringComparison.Ordinal))
                .GroupBy(l => (l.Part, l.Line))
                .Where(g => g.Count() > 1)
                .Select(g => $"{g.Key.Part}: {g.Key.Line}")
        );

    /// <summary>Every entry with the part and the heading that it stands under, its lines joined.</summary>
    private static IEnumerable<(string Part, string? Subject, string Text)> Entries()
    {
        var entries = new List<(string Part, string? Subject, string Text)>();
        foreach ((string part, string? subject, string line) in Lines())
        {
            if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                entries.Add((part, subject, line[2..]));
            }
            else if (line.StartsWith("  ", StringComparison.Ordinal) && entries.Count > 0)
            {
                entries[^1] = entries[^1] with { Text = $"{entries[^1].Text} {line.Trim()}" };
            }
        }

        Assert.NotEmpty(entries);
        return entries;
    }

    private static IEnumerable<(string Part, string? Subject, string Line)> Lines()
    {
        string version = string.Empty;
        string part = string.Empty;
        string? subject = null;
        foreach (string line in File.ReadAllLines(Path.Combine(Repository.Root, "CHANGELOG.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                version = line;
            }
            else if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                (part, subject) = ($"{version}, {line}", null);
            }
            else if (line.StartsWith("#### ", StringComparison.Ordinal))
            {
                subject = line;
            }

            yield return (part, subject, line);
        }
    }
}
