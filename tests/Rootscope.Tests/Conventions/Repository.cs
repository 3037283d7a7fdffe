using System.Reflection;
using Rootscope.Answers;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Conventions;

/// <summary>What the conventions are held against: the assemblies, the source files, and what is committed as text.</summary>
internal static class Repository
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

    /// <summary>Fails with one offender a line.</summary>
    public static void Forbid(string rule, IEnumerable<string> offenders)
    {
        string[] found = [.. offenders];
        Assert.True(found.Length == 0, $"{rule}{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", found)}");
    }

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
