using System.Globalization;
using System.Reflection;
using Rootscope.Screening.Ownership;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Screening;

/// <summary>Rules of ownership by regime and day: the published ones, and files of the user's in the same layout.</summary>
/// <remarks>
/// Layout: CSV with regime, from, to, status (in force, suspended), threshold, enough (at least, above), owners (together, alone), control
/// (yes, no), source and note. Each row says what holds in its days; a regime's rows do not overlap.
/// </remarks>
public static class OwnershipRules
{
    private const string Resource = "data/ownership/rules.csv";

    private static readonly Lazy<IReadOnlyList<OwnershipRule>> Embedded = new(() =>
    {
        using var text = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!);
        using CsvFile csv = CsvFile.Open(text, "published rules of ownership");
        return Rows(csv);
    });

    /// <summary>The published rules, by regime and first day.</summary>
    public static IReadOnlyList<OwnershipRule> Published => Embedded.Value;

    /// <summary>The regimes with a published rule.</summary>
    public static IReadOnlyList<string> Regimes { get; } = [.. Published.Select(r => r.Regime).Distinct(StringComparer.Ordinal)];

    /// <summary>The rule of a regime on a day.</summary>
    /// <param name="regimeOrFile">A regime with a published rule, or the path of a file with the rules of one.</param>
    /// <param name="day">The day.</param>
    /// <exception cref="UnknownNameException">It is neither.</exception>
    /// <exception cref="TableException">There is no rule on that day, or the file has a fault.</exception>
    public static OwnershipRule On(string regimeOrFile, DateOnly day)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(regimeOrFile);
        OwnershipRule[] rules = [.. RulesOf(regimeOrFile)];
        return rules.SingleOrDefault(r => r.HoldsOn(day))
            ?? throw new TableException(
                $"rules of '{regimeOrFile}'",
                $"say nothing of {Text(day)}: they begin on {Text(rules.Min(r => r.From))}. Ask for a day within them."
            );
    }

    private static IEnumerable<OwnershipRule> RulesOf(string regimeOrFile)
    {
        if (Regimes.Contains(regimeOrFile, StringComparer.Ordinal))
        {
            return Published.Where(r => r.Regime == regimeOrFile);
        }

        if (!File.Exists(regimeOrFile))
        {
            throw new UnknownNameException(
                "rule of ownership",
                regimeOrFile,
                NearestNames.Of(regimeOrFile, Regimes),
                $"There are {string.Join(", ", Regimes)}; otherwise give the path of a CSV file in the layout of docs/methods/ownership.md."
            );
        }

        using CsvFile csv = CsvFile.Open(regimeOrFile);
        return Rows(csv);
    }

    private static List<OwnershipRule> Rows(CsvFile csv)
    {
        List<OwnershipRule> rules = [];
        while (csv.Read())
        {
            string Cell(string name) => csv.Text(csv.Column(name));
            int threshold = csv.Column("threshold");
            var rule = new OwnershipRule(Cell("regime"), (decimal)csv.Number(threshold), Day(csv, "from")!.Value)
            {
                To = Day(csv, "to"),
                IsSuspended = Word(csv, "status", "suspended", "in force"),
                IncludesThreshold = Word(csv, "enough", "at least", "above"),
                Aggregates = Word(csv, "owners", "together", "alone"),
                CountsControl = Word(csv, "control", "yes", "no"),
                Source = Cell("source"),
                Note = Cell("note"),
            };
            if (rule.Threshold is <= 0 or > 1)
            {
                throw csv.Fault(threshold, "is no share above 0 and at most 1. Write 0.5 for a half.");
            }

            if (
                rules.Any(r =>
                    r.Regime == rule.Regime && r.From <= (rule.To ?? DateOnly.MaxValue) && rule.From <= (r.To ?? DateOnly.MaxValue)
                )
            )
            {
                throw csv.Fault(csv.Column("from"), $"'{rule.Regime}' has another rule in these days. End one before the other begins.");
            }

            rules.Add(rule);
        }

        return rules;
    }

    private static bool Word(CsvFile csv, string column, string yes, string no) =>
        csv.Text(csv.Column(column)) is var word && word == yes
        || (word == no ? false : throw csv.Fault(csv.Column(column), $"'{word}' is neither '{yes}' nor '{no}'. Write one of them."));

    private static DateOnly? Day(CsvFile csv, string column)
    {
        string text = csv.Text(csv.Column(column));
        return text.Length == 0 && column == "to" ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
            : throw csv.Fault(csv.Column(column), $"'{text}' is no day. Write year-month-day, such as 2026-01-31.");
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
