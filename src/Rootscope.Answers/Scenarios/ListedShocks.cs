using Rootscope.Answers.Screening;
using Rootscope.Screening.Scores;
using Rootscope.Shocks.Kinds.Blacklists;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage.Scenarios;
using Rootscope.Storage.Screening;
using Rootscope.Tables;

namespace Rootscope.Answers.Scenarios;

/// <summary>Firms of a scenario that are looked up in lists of the workspace: only those that count as listed are cut off.</summary>
/// <remarks>
/// A blacklist whose list is one of the workspace holds for the firms whose match was decided to be true, or, where matches are accepted,
/// was not decided to be false. A list that the workspace does not have is one that the firms are put on, and all of them count. A file
/// that a scenario names is read by the command line only.
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
        if (reading.Scenario is not { } scenario || !scenario.Shocks.OfType<BlacklistShock>().Any())
        {
            return reading;
        }

        List<IShock> shocks = [];
        List<string> notes = [];
        List<ScenarioFault> faults = [];
        foreach (IShock shock in scenario.Shocks)
        {
            if (shock is not BlacklistShock blacklist)
            {
                shocks.Add(shock);
            }
            else if (store.Names.Contains(blacklist.List, StringComparer.Ordinal))
            {
                CountedNames names = counted(blacklist.Firms, blacklist.List, blacklist.AcceptMatches ?? false);
                notes.AddRange(Notes(blacklist, names));
                if (names.Counted.Count > 0 && names.Counted.Count < blacklist.Firms.Count && blacklist.Share is not null)
                {
                    faults.Add(new ScenarioFault(file, 0, 0, OfOneShare(blacklist, names)));
                }
                else if (names.Counted.Count > 0)
                {
                    shocks.Add(
                        blacklist with
                        {
                            Firms = names.Counted,
                            Holdings = [.. blacklist.Holdings.Where(h => names.Counted.Contains(h.Firm, StringComparer.Ordinal))],
                        }
                    );
                }
            }
            else if (blacklist.AcceptMatches is not null)
            {
                faults.Add(new ScenarioFault(file, 0, 0, NoSuchList(blacklist, store)));
            }
            else
            {
                notes.Add($"'{blacklist.List}' is no list of the workspace: the firms count as listed without being looked up.");
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
                    $"No firm of it counts as listed, so that nothing happens. {string.Join(' ', notes)} To ask what a listing would do, put "
                        + $"the firms on a list that the workspace does not have, such as 'list: supposed'."
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

    private static IEnumerable<string> Notes(BlacklistShock shock, CountedNames names)
    {
        yield return FormattableString.Invariant(
            $"Firms were looked up in {string.Join("; ", names.Lists)} at the threshold {NameScore.DefaultThreshold} ({NameScore.Algorithm})."
        );
        foreach (string name in names.Counted)
        {
            yield return ScreenWords.Counts(name, names.Matches[name]);
        }

        if (names.Undecided.Count > 0)
        {
            yield return ScreenWords.Waiting(names.Undecided);
        }

        string[] without = [.. shock.Firms.Except([.. names.Counted, .. names.Undecided], StringComparer.Ordinal)];
        if (without.Length > 0)
        {
            yield return $"No match in that list at that threshold, or decided to be somebody else, so that it is not cut off: "
                + $"{string.Join(", ", without)}.";
        }

        yield return ScreenReport.Caveat;
    }

    private static FaultText OfOneShare(BlacklistShock shock, CountedNames names) =>
        $"{Text(names.Counted.Count)} of {Text(shock.Firms.Count)} firms count as listed in '{shock.List}' ({string.Join(", ", names.Counted)}), "
        + $"and one share is given for all of them, so that the share of those that count is not known. Give each firm a blacklist of its "
        + $"own with its own share{(names.Undecided.Count > 0 ? ", or decide about the others first" : string.Empty)}.";

    private static FaultText NoSuchList(BlacklistShock shock, ScreeningStore store) =>
        $"'accept_matches' asks to look firms up in '{shock.List}', which the workspace does not have. "
        + $"{(store.Names.Count > 0 ? $"It has {string.Join(", ", store.Names)}." : "It has no list: add one first, or leave that out.")}";

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
