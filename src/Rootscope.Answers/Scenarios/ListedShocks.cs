using Rootscope.Answers.Screening;
using Rootscope.Screening.Scores;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage.Scenarios;
using Rootscope.Storage.Screening;
using Rootscope.Tables;

namespace Rootscope.Answers.Scenarios;

/// <summary>Firms of a scenario that are looked up in lists of the workspace: only those that count as listed are cut off.</summary>
/// <remarks>
/// A shock on listed firms whose list is one of the workspace holds for the firms whose match was decided to be true, or, where matches are
/// accepted, was not decided to be false. A list that the workspace does not have is one that the firms are put on, and all of them count.
/// A file that a scenario names is read by the command line only.
/// </remarks>
internal static class ListedShocks
{
    /// <summary>The reading with the firms that count, and notes on which do and by what.</summary>
    /// <param name="reading">A reading; one with faults stays as it is.</param>
    /// <param name="file">The file that faults name.</param>
    /// <param name="store">The lists.</param>
    /// <param name="counted">Looks names up in a list: names, list, whether matches are accepted.</param>
    public static ScenarioReading Of(
        ScenarioReading reading,
        string file,
        ScreeningStore store,
        Func<IReadOnlyList<string>, string, bool, CountedNames> counted
    )
    {
        if (reading.Scenario is not { } scenario || scenario.Shocks.All(s => s.OnList is null))
        {
            return reading;
        }

        List<IShock> shocks = [];
        List<string> notes = [];
        List<ScenarioFault> faults = [];
        foreach (IShock shock in scenario.Shocks)
        {
            if (shock.OnList is not { } asked)
            {
                shocks.Add(shock);
            }
            else if (store.Names.Contains(asked.List, StringComparer.Ordinal))
            {
                CountedNames names = counted(asked.Firms, asked.List, asked.AcceptMatches ?? false);
                notes.AddRange(Notes(asked, names));
                if (names.Counted.Count > 0 && names.Counted.Count < asked.Firms.Count && asked.HasOneShare)
                {
                    faults.Add(new ScenarioFault(file, 0, 0, OfOneShare(asked, names)));
                }
                else if (names.Counted.Count > 0)
                {
                    shocks.Add(shock.Of(names.Counted));
                }
            }
            else if (asked.AcceptMatches is not null)
            {
                faults.Add(new ScenarioFault(file, 0, 0, NoSuchList(asked, store)));
            }
            else
            {
                notes.Add($"'{asked.List}' is no list of the workspace: the firms count as listed without being looked up.");
                shocks.Add(shock);
            }
        }

        if (faults.Count == 0 && shocks.Count == 0)
        {
            faults.Add(
                new ScenarioFault(
                    file,
                    0,
                    0,
                    $"No firm of it counts as listed, so that nothing happens. {string.Join(' ', notes)} To ask what a listing would do, "
                        + $"put the firms on a list that the workspace does not have, such as 'list: supposed'."
                )
            );
        }

        return reading with
        {
            Scenario = faults.Count == 0 ? scenario with { Shocks = shocks } : null,
            Faults = [.. reading.Faults, .. faults],
            Notes = [.. reading.Notes, .. notes.Distinct(StringComparer.Ordinal)],
        };
    }

    private static IEnumerable<string> Notes(FirmsOfList asked, CountedNames names)
    {
        yield return $"Firms were looked up in {string.Join("; ", names.Lists)} at the threshold "
            + $"{NameScore.DefaultThreshold.ToString(System.Globalization.CultureInfo.InvariantCulture)} ({NameScore.Algorithm}).";
        foreach (string name in names.Counted)
        {
            yield return ScreenWords.Counts(name, names.Matches[name]);
        }

        if (names.Undecided.Count > 0)
        {
            yield return ScreenWords.Waiting(names.Undecided);
        }

        string[] without = [.. asked.Firms.Except([.. names.Counted, .. names.Undecided], StringComparer.Ordinal)];
        if (without.Length > 0)
        {
            yield return $"No match in that list at that threshold, or decided to be somebody else, so that it is not cut off: "
                + $"{string.Join(", ", without)}.";
        }

        yield return ScreenReport.Caveat;
    }

    private static FaultText OfOneShare(FirmsOfList asked, CountedNames names) =>
        $"{Text(names.Counted.Count)} of {Text(asked.Firms.Count)} firms count as listed in '{asked.List}' "
        + $"({string.Join(", ", names.Counted)}), and one share is given for all of them, so that the share of those "
        + $"that count is not known. Give each firm a shock of its own with its own share"
        + $"{(names.Undecided.Count > 0 ? ", or decide about the others first" : string.Empty)}.";

    private static FaultText NoSuchList(FirmsOfList asked, ScreeningStore store) =>
        $"'accept_matches' asks to look firms up in '{asked.List}', which the workspace does not have. "
        + $"{(store.Names.Count > 0 ? $"It has {string.Join(", ", store.Names)}." : "It has no list: add one first, or leave that out.")}";

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
