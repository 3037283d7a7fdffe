using System.Reflection;
using System.Text.RegularExpressions;
using Rootscope.Answers;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Conventions;

/// <summary>What the conventions are held against: the assemblies, the source files, and what is committed as text.</summary>
internal static partial class Repository
{
    private static readonly string[] SkippedFolders = ["bin", "obj", "artifacts", ".git", ".vs", "TestResults"];

    public static Assembly Library { get; } = typeof(FlowTable).Assembly;

    public static Assembly Storage { get; } = typeof(EmbeddedTables).Assembly;

    public static Assembly Answers { get; } = typeof(Analyst).Assembly;

    public static string Root { get; } = SharedData.RepositoryRoot();

    /// <summary>Every file of these suffixes outside build outputs, as paths relative to the root with forward slashes.</summary>
    public static IEnumerable<string> Files(params string[] suffixes) =>
        Below(Root)
            .Where(f => suffixes.Length == 0 || suffixes.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    /// <summary>The words of a source file, without those of its comments and of namespaces that it uses.</summary>
    public static IEnumerable<string> WordsOf(string file) =>
        File.ReadLines(Path.Combine(Root, file))
            .Where(l =>
                !l.TrimStart().StartsWith("//", StringComparison.Ordinal) && !l.StartsWith("using Rootscope", StringComparison.Ordinal)
            )
            .SelectMany(WordsIn);

    /// <summary>The words of a text that could be names in code.</summary>
    public static IEnumerable<string> WordsIn(string code) => Word().Matches(code).Select(m => m.Value);

    /// <summary>Fails with one offender a line.</summary>
    public static void Forbid(string rule, IEnumerable<string> offenders)
    {
        string[] found = [.. offenders];
        Assert.True(found.Length == 0, $"{rule}{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", found)}");
    }

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    private static IEnumerable<string> Below(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            yield return file;
        }

        foreach (string child in Directory.EnumerateDirectories(folder).Where(d => !SkippedFolders.Contains(Path.GetFileName(d))))
        {
            foreach (string file in Below(child))
            {
                yield return file;
            }
        }
    }
}
