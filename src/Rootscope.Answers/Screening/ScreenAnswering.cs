using Rootscope.Answers.Questions;
using Rootscope.Screening.Decisions;
using Rootscope.Screening.Lists;
using Rootscope.Screening.Matching;
using Rootscope.Screening.Ownership;
using Rootscope.Storage.Formats.Screening;
using Rootscope.Storage.Screening;
using Rootscope.Tables;

namespace Rootscope.Answers.Screening;

/// <summary>Questions about names and lists; the index of the lists last asked is kept.</summary>
internal sealed class ScreenAnswering(ScreeningStore store)
{
    private readonly Lock _making = new();
    private (string Key, ScreeningIndex Index, IReadOnlyList<ScreenedList> Lists)? _last;

    /// <summary>What lists say about a name.</summary>
    public ScreenAnswer Answer(ScreenQuestion question, CancellationToken cancellation)
    {
        (ScreeningIndex index, IReadOnlyList<ScreenedList> lists) = IndexOf(question.Lists, cancellation);
        DecisionLog log = store.ReadLog();
        var options = new ScreeningOptions
        {
            Threshold = question.Threshold,
            Kind = question.Of,
            MostHits = question.Top == 0 ? int.MaxValue : question.Top,
        };
        ScreeningResult result = index.Find(question.Name, options);
        return new ScreenAnswer(question, result, [.. Matches(result, log)], lists);
    }

    /// <summary>Who counts as listed by who owns him.</summary>
    public OwnersAnswer Answer(OwnersQuestion question, CancellationToken cancellation)
    {
        DateOnly day = question.DayGiven!.Value;
        OwnershipRule rule = OwnershipRules.On(question.Rule, day);
        (IReadOnlyList<OwnershipStake> stakes, string sha256) = OwnershipReader.Read(question.File, cancellation);
        var graph = new OwnershipGraph(stakes, day);
        string[] strange = [.. question.Listed.Except(graph.Names, StringComparer.Ordinal)];
        if (strange.Length > 0)
        {
            throw new UnknownNameException(
                "owner or owned entity",
                strange[0],
                NearestNames.Of(strange[0], graph.Names),
                $"Names are those of {question.File} on {question.Day}."
            );
        }

        bool asks = question.Lists.Count > 0 || question.Listed.Count == 0;
        CountedNames named = asks
            ? Counted(graph.Names, question.Lists, question.Threshold, question.AcceptMatches, cancellation)
            : CountedNames.None;
        IReadOnlyList<OwnedEntity> entities = graph.Apply(rule, [.. question.Listed, .. named.Counted]);
        return new OwnersAnswer(
            question,
            rule,
            [
                .. entities
                    .OrderByDescending(e => e.State)
                    .ThenBy(e => e.Name, StringComparer.Ordinal)
                    .Select(e => new OwnerLine(e, named.Matches.GetValueOrDefault(e.Name))),
            ],
            named.Undecided.Except(question.Listed, StringComparer.Ordinal).ToArray(),
            graph.Names.Count,
            named.Lists,
            sha256
        );
    }

    /// <summary>Which names count as listed.</summary>
    public CountedNames Counted(
        IEnumerable<string> names,
        IReadOnlyList<string> named,
        double threshold,
        bool accepts,
        CancellationToken cancellation
    )
    {
        (ScreeningIndex index, IReadOnlyList<ScreenedList> lists) = IndexOf(named, cancellation);
        return CountedNames.Of(names, index, lists, store.ReadLog(), threshold, accepts, cancellation);
    }

    /// <summary>The hits of a name with what was decided about them.</summary>
    public static IEnumerable<ScreenMatch> Matches(ScreeningResult result, DecisionLog log) =>
        result.Hits.Select(hit =>
        {
            (DecisionState state, Decision? latest) = log.StateOf(result.Query.Normalised, hit.List.Name, hit.Record.Id, hit.Record.Hash);
            return new ScreenMatch(hit, state, latest);
        });

    /// <summary>The lists of a question: those named, or all of the workspace.</summary>
    /// <exception cref="UnknownNameException">There is none of that name, or no list at all.</exception>
    public static IReadOnlyList<ScreeningList> Lists(ScreeningStore store, IReadOnlyList<string> named, CancellationToken cancellation)
    {
        IReadOnlyList<string> names = named.Count > 0 ? named : store.Names;
        return names.Count == 0
            ? throw new UnknownNameException("list", "any", [], "The workspace has none. Add a list first.")
            : [.. names.Distinct(StringComparer.Ordinal).Select(n => ListOf(store, n, cancellation))];
    }

    private static ScreeningList ListOf(ScreeningStore store, string name, CancellationToken cancellation)
    {
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            return store.Read(name).List;
        }

        string file = name[(colon + 1)..];
        var choice = new ListChoice { IsPartial = true };
        return store.ReadFiles(ListLayouts.Find(name[..colon]), Path.GetFileName(file), [file], choice, cancellation).List;
    }

    private (ScreeningIndex Index, IReadOnlyList<ScreenedList> Lists) IndexOf(IReadOnlyList<string> named, CancellationToken cancellation)
    {
        IReadOnlyList<ScreeningList> lists = Lists(store, named, cancellation);
        string key = string.Join('\n', lists.Select(l => $"{l.Source.Name} {l.Source.Sha256}"));
        lock (_making)
        {
            if (_last is not { } last || last.Key != key)
            {
                _last = last = (key, new ScreeningIndex(lists), [.. lists.Select(l => new ScreenedList(l.Source, l.Records.Count))]);
            }

            return (last.Index, last.Lists);
        }
    }
}
