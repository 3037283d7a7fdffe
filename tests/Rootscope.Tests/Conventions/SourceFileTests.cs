using System.Text.RegularExpressions;

namespace Rootscope.Tests.Conventions;

/// <summary>Rules for the text of source files and documents.</summary>
public partial class SourceFileTests
{
    private const int LongestFile = 400;
    private const int LargestFolder = 20;
    private const int WidestLine = 140;

    /// <summary>Longer files, with the reason.</summary>
    private static readonly Dictionary<string, string> MayBeLonger = new(StringComparer.Ordinal);

    /// <summary>Folders with more sources, with the reason.</summary>
    private static readonly Dictionary<string, string> MayHoldMore = new(StringComparer.Ordinal)
    {
        ["src/Rootscope/Accounts/Measures"] = "one subject: what a measure of accounts is, and a file for each family of them",
        ["src/Rootscope.Answers/Questions"] = "one subject: a record a question, with the faults and fields that all of them share",
        ["src/Rootscope.Answers/Roots"] = "one subject: the measures at rest, of a ranking and of one product, which share their rows",
        ["src/Rootscope.Web/Figures"] = "one subject: what draws a figure; those of one product's stake share its words",
    };

    /// <summary>Words that name nothing; each half alone is what the file says, so that this file does not offend itself.</summary>
    private static readonly string[] EmptyNames = ["Hel" + "per", "Mana" + "ger", "Uti" + "ls", "Util" + "ity", "Ser" + "vice"];

    private static readonly string[] UnfinishedWords = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception"];

    private static readonly string[] TextSuffixes = [".cs", ".md", ".csproj", ".props", ".json", ".yaml", ".yml", ".csv", ".slnx", ".txt"];

    [Fact]
    public void Source_files_are_short() =>
        Repository.Forbid(
            $"These have more than {LongestFile} lines; split them, or give the reason in this test:",
            Sources()
                .Where(f => !MayBeLonger.ContainsKey(f))
                .Select(f => (File: f, Lines: Lines(f).Length))
                .Where(f => f.Lines > LongestFile)
                .Select(f => $"{f.File}: {f.Lines}")
        );

    [Fact]
    public void Folders_hold_one_subject() =>
        Repository.Forbid(
            $"These hold more than {LargestFolder} sources; split them by subject, or give the reason in this test:",
            Folders().Where(f => f.Sources > LargestFolder && !MayHoldMore.ContainsKey(f.Folder)).Select(f => $"{f.Folder}: {f.Sources}")
        );

    [Fact]
    public void What_may_hold_more_exists() =>
        Repository.Forbid(
            "These exceptions are no longer needed:",
            MayHoldMore.Keys.Where(k => !Folders().Any(f => f.Folder == k && f.Sources > LargestFolder))
        );

    [Fact]
    public void What_may_be_longer_exists() =>
        Repository.Forbid(
            "These exceptions are no longer needed:",
            MayBeLonger.Keys.Where(f => !Sources().Contains(f) || Lines(f).Length <= LongestFile)
        );

    [Fact]
    public void Files_and_types_of_the_library_have_names_that_say_something() =>
        Repository.Forbid(
            "Rename these after what they are:",
            Repository.Library.GetTypes().Select(t => t.Name).Where(n => EmptyNames.Any(w => n.EndsWith(w, StringComparison.Ordinal)))
        );

    [Fact]
    public void Nothing_unfinished_is_committed() =>
        Repository.Forbid(
            "Finish these:",
            Sources()
                .SelectMany(f => Lines(f).Select((line, i) => (Line: line, Place: $"{f}:{i + 1}")))
                .Where(l => UnfinishedWords.Any(w => l.Line.Contains(w, StringComparison.Ordinal)))
                .Select(l => l.Place)
        );

    [Fact]
    public void Nothing_behind_the_faces_speaks_in_the_words_of_one()
    {
        string[] folders = ["src/Rootscope/", "src/Rootscope.Storage/", "src/Rootscope.Answers/"];
        Repository.Forbid(
            "Options and commands are the command line's: name a Repair in a hole of the text, and each face says it in its own words:",
            Sources()
                .Where(f => folders.Any(p => f.StartsWith(p, StringComparison.Ordinal)))
                .SelectMany(f => Lines(f).Select((line, i) => (Line: line, Place: $"{f}:{i + 1}")))
                .Where(l => WordsOfAFace().IsMatch(l.Line))
                .Select(l => l.Place)
        );
    }

    [Fact]
    public void Laws_are_held_on_the_same_cases_in_every_run() =>
        Repository.Forbid(
            "Hold these with ForAll, whose cases do not change from run to run:",
            Sources()
                .Where(f => !f.EndsWith("/Laws.cs", StringComparison.Ordinal))
                .SelectMany(f => Lines(f).Select((line, i) => (Line: line, Place: $"{f}:{i + 1}")))
                .Where(l => l.Line.Contains(".Sam" + "ple(", StringComparison.Ordinal))
                .Select(l => l.Place)
        );

    [Fact]
    public void No_text_names_a_place_on_somebodys_machine() =>
        Repository.Forbid(
            "Take these paths out:",
            Repository
                .Files(TextSuffixes)
                .SelectMany(f => Lines(f).Select((line, i) => (Line: line, Place: $"{f}:{i + 1}")))
                .Where(l =>
                    l.Line.Contains("/ho" + "me/", StringComparison.Ordinal)
                    || l.Line.Contains("/wo" + "rk/", StringComparison.Ordinal)
                    || l.Line.Contains(@"C:\Us" + "ers", StringComparison.Ordinal)
                )
                .Select(l => l.Place)
        );

    [Fact]
    public void Text_files_end_with_a_line_end_and_have_no_carriage_returns() =>
        Repository.Forbid(
            "Repair the line ends of these:",
            Repository
                .Files(TextSuffixes)
                .Where(f => !f.EndsWith("packages.lock.json", StringComparison.Ordinal))
                .Where(f =>
                {
                    byte[] bytes = File.ReadAllBytes(Path.Combine(Repository.Root, f));
                    return bytes.Length > 0 && (bytes[^1] != (byte)'\n' || bytes.Contains((byte)'\r'));
                })
        );

    [Fact]
    public void Namespaces_follow_folders() =>
        Repository.Forbid(
            "The namespace of these is not their folder:",
            Sources()
                .Where(f => f.StartsWith("src/", StringComparison.Ordinal))
                .Where(f => NamespaceOf(f) is { } found && found != ExpectedNamespace(f))
                .Select(f => $"{f}: {NamespaceOf(f)}")
        );

    [Fact]
    public void Nothing_that_people_read_is_wide() =>
        Repository.Forbid(
            $"These lines have more than {WidestLine} columns; break them:",
            WhatPeopleRead().SelectMany(f => WideLines.Of(f, Lines(f), WidestLine).Select(l => $"{f}:{l.Number}: {l.Columns}"))
        );

    [Fact]
    public void Rows_of_tables_written_out_data_and_addresses_may_be_wide_and_nothing_else()
    {
        string wide = new('x', WidestLine + 1);
        string raw = new('"', 3);
        Assert.Empty(WideLines.Of("a.md", [$"| {wide} |", $"  | {wide} |", $"see https://example.org/{wide}"], WidestLine));
        Assert.Empty(WideLines.Of("a.cs", [$"string text = {raw}", wide, $"{raw};", $"F({raw}{wide}{raw});"], WidestLine));
        Assert.Equal([(1, WidestLine + 1)], WideLines.Of("a.md", [wide], WidestLine));
        Assert.Equal([(2, WidestLine + 1)], WideLines.Of("a.cs", [$"{raw}{raw}", wide, "| x"], WidestLine));
        Assert.Equal([(1, WidestLine + 5)], WideLines.Of("a.css", [$"| {wide} |"], WidestLine));
    }

    /// <summary>An option or a command in a text; marks of files, which a number ends, and comments are none.</summary>
    [GeneratedRegex(
        @"^(?!\s*//).*""[^""]*((?<![-!<])--[a-z]|rootscope (?!(table|trade|workspace|scenario) 1)[a-z])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex WordsOfAFace();

    private static IEnumerable<string> WhatPeopleRead() => Repository.Files(".cs", ".razor", ".css", ".js", ".md");

    private static IEnumerable<(string Folder, int Sources)> Folders() =>
        Repository
            .Files(".cs", ".razor")
            .Where(f => f.StartsWith("src/", StringComparison.Ordinal))
            .CountBy(f => f[..f.LastIndexOf('/')], StringComparer.Ordinal)
            .Select(f => (f.Key, f.Value));

    private static IEnumerable<string> Sources() => Repository.Files(".cs");

    private static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Repository.Root, file));

    private static string? NamespaceOf(string file) =>
        Lines(file).FirstOrDefault(l => l.StartsWith("namespace ", StringComparison.Ordinal))?["namespace ".Length..].TrimEnd(';', ' ');

    private static string ExpectedNamespace(string file) => string.Join('.', file.Split('/')[1..^1]);
}
