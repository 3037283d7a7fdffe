using System.CommandLine;
using System.Globalization;
using Rootscope.Accounts;
using Rootscope.Answers.Language;

namespace Rootscope.Cli.Options;

/// <summary>Options that every command takes.</summary>
internal static class GlobalOptions
{
    public static readonly Option<string?> Sheet = new("--sheet")
    {
        Description = "The sheet of a workbook (.xlsx, .xlsb, .xls) that is read in the place of a CSV file.",
        HelpName = "NAME",
        Recursive = true,
    };

    public static readonly Option<string?> Language = new("--lang")
    {
        Description =
            "The language of tables, sentences and briefs for people: en or zh. Default: Chinese where the machine's "
            + "language is, otherwise "
            + "English. csv, json and parquet are the same in either.",
        HelpName = "en|zh",
        Recursive = true,
        CompletionSources = { "en", "zh" },
    };

    /// <summary>The variables that say which language a terminal speaks, the strongest first.</summary>
    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    public static readonly Option<int?> Threads = new("--threads")
    {
        Description = "Most threads to use; results are the same on any number. Default: one a processor.",
        HelpName = "N",
        Recursive = true,
    };

    public static int ThreadsOf(ParseResult parsed)
    {
        int threads = parsed.GetValue(Threads) ?? Environment.ProcessorCount;
        return threads >= 1 ? threads : throw new UsageException($"--threads cannot be {threads}: it is at least 1.");
    }

    /// <summary>The language that people are told in.</summary>
    /// <exception cref="UsageException">There is no such language.</exception>
    public static Tongue TongueOf(ParseResult parsed) =>
        parsed.GetValue(Language)?.ToLowerInvariant() switch
        {
            "en" => Tongue.English,
            "zh" => Tongue.Chinese,
            null => IsChinese() ? Tongue.Chinese : Tongue.English,
            var named => throw new UsageException($"there is no language '{named}'. Languages are en and zh."),
        };

    /// <summary>Whether the machine speaks Chinese: the first of the variables that say so, as everywhere on a terminal.</summary>
    private static bool IsChinese() =>
        LocaleVariables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => v is { Length: > 0 }) is { } locale
            ? locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
            : OperatingSystem.IsWindows() && CultureInfo.InstalledUICulture.TwoLetterISOLanguageName == "zh";

    /// <summary>Threads and memory for an inverse: what the machine, or the container this runs in, has left.</summary>
    public static InverseOptions InverseOf(ParseResult parsed)
    {
        long left = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes - GC.GetTotalMemory(forceFullCollection: false);
        return new InverseOptions { Threads = ThreadsOf(parsed), MemoryLimitBytes = Math.Max(left, 1) };
    }
}
