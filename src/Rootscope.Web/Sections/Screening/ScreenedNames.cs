using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Screening;
using Rootscope.Screening.Decisions;
using Rootscope.Screening.Lists;
using Rootscope.Storage.Screening;

namespace Rootscope.Web.Sections.Screening;

/// <summary>What was typed into the page, and what lists say about it. Nothing of it is kept.</summary>
/// <param name="Text">The names as they were typed.</param>
/// <param name="Threshold">The least score of a match.</param>
/// <param name="Of">What the names are of.</param>
internal sealed record ScreenedNames(string Text, double Threshold, RecordKind Of)
{
    /// <summary>The most names that a page looks up: a count.</summary>
    public const int MostNames = 200;

    /// <summary>The longest text of names. Unit: UTF-16 signs.</summary>
    public const int LongestText = 100_000;

    /// <summary>The most matches of a name that are shown: a count.</summary>
    public const int MostMatches = 5;

    /// <summary>What is shown before anything is typed.</summary>
    public static ScreenedNames Nothing { get; } = new(string.Empty, new ScreenQuestion(string.Empty).Threshold, RecordKind.Unknown);

    /// <summary>The answers, one a name.</summary>
    public IReadOnlyList<ScreenAnswer> Answers { get; init; } = [];

    /// <summary>What was typed as a threshold and is none; null where it is one or was left out.</summary>
    public string? NoThreshold { get; init; }

    /// <summary>How many names there were beyond the most: a count.</summary>
    public int Left { get; init; }

    /// <summary>Reads the form.</summary>
    public static async Task<ScreenedNames> ReadAsync(IFormCollection form, CancellationToken cancellation)
    {
        string text = form["names"].ToString();
        if (form.Files["file"] is { Length: > 0 } file)
        {
            using var reader = new StreamReader(file.OpenReadStream());
            text = await reader.ReadToEndAsync(cancellation);
        }

        string threshold = form["threshold"].ToString().Trim();
        bool isScore =
            double.TryParse(threshold, NumberStyles.Float, CultureInfo.InvariantCulture, out double given) && given > 0 && given <= 1;
        return new ScreenedNames(
            text.Length > LongestText ? text[..LongestText] : text,
            isScore ? given : Nothing.Threshold,
            ScreenQuestion.KindWords.Find(form["of"].ToString()) ?? RecordKind.Unknown
        )
        {
            NoThreshold = isScore || threshold.Length == 0 ? null : threshold,
        };
    }

    /// <summary>Looks the names up.</summary>
    public ScreenedNames LookedUp(Analyst analyst, CancellationToken cancellation)
    {
        IReadOnlyList<string> names = PastedNames.Of(Text);
        return this with
        {
            Answers =
            [
                .. names
                    .Take(MostNames)
                    .Select(name =>
                        analyst.Screen(
                            new ScreenQuestion(name)
                            {
                                Threshold = Threshold,
                                Of = Of,
                                Top = MostMatches,
                            },
                            cancellation
                        )
                    ),
            ],
            Left = Math.Max(0, names.Count - MostNames),
        };
    }

    /// <summary>How many names have a match that was not decided to be somebody else: a count.</summary>
    public int Met => Answers.Count(a => a.Matches.Any(m => !ScreenWords.IsFalse(m)));

    /// <summary>What a button says: verdict, place of the name, list and record.</summary>
    public static string Button(Verdict verdict, int name, ScreenMatch match) =>
        $"{VerdictWords.Of(verdict)}|{name.ToString(CultureInfo.InvariantCulture)}|{match.Hit.List.Name}|{match.Hit.Record.Id}";

    /// <summary>The decision of a button; null where it is none of these names.</summary>
    public ScreenDecision? Decision(string button, string user, string note)
    {
        string[] parts = button.Split('|', 4);
        IReadOnlyList<string> names = PastedNames.Of(Text);
        return
            parts.Length == 4
            && ScreenWords.Verdicts.Find(parts[0]) is { } verdict
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int name)
            && name < names.Count
            ? new ScreenDecision(names[name], parts[2], parts[3], verdict, user) { Note = note, Threshold = Threshold }
            : null;
    }

    /// <summary>A scenario in which the names that met a record are listed, without the names.</summary>
    public string Scenario(string table, string region) =>
        $"""
            name: A listing of {Met.ToString(CultureInfo.InvariantCulture)} screened firms
            table: {table}
            shocks:
              # Change what the firms make, where, and their share of it.
              - blacklist:
                  firms: [{string.Join(", ", Enumerable.Range(1, Math.Max(1, Met)).Select(k => FormattableString.Invariant($"Firm {k}")))}]
                  list: supposed
                  product: semi_equipment
                  region: {region}
                  share: 0.1
                  scope: both
            elasticities: short-run
            """;
}
