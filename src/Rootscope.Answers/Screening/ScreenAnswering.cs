using Rootscope.Answers.Questions;
using Rootscope.Screening.Decisions;
using Rootscope.Screening.Lists;
using Rootscope.Screening.Matching;
using Rootscope.Storage.Formats.Screening;
using Rootscope.Storage.Screening;

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
        return new ScreenAnswer(
            question,
            result,
            [
                .. result.Hits.Select(hit =>
                {
                    (DecisionState state, Decision? latest) = log.StateOf(
                        result.Query.Normalised,
                        hit.List.Name,
                        hit.Record.Id,
                        hit.Record.Hash
                    );
                    return new ScreenMatch(hit, state, latest);
                }),
            ],
            lists
        );
    }

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
