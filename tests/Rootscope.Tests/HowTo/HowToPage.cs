using Rootscope.Tests.Conventions;

namespace Rootscope.Tests.HowTo;

/// <summary>A page of docs/how-to and the example that a test runs.</summary>
internal static class HowToPage
{
    /// <summary>Whether the page shows the example as it is, from its first type on.</summary>
    public static void Holds(string page, string example)
    {
        string text = Read(Path.Combine("docs", "how-to", page));
        string code = Read(example);
        string shown = code[code.IndexOf("/// <summary>", StringComparison.Ordinal)..].TrimEnd();
        Assert.True(
            text.Contains(shown, StringComparison.Ordinal),
            $"docs/how-to/{page} differs from {example}. Copy the example into the page."
        );
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file)).ReplaceLineEndings("\n");
}
