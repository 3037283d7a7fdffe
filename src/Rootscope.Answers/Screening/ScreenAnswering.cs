using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Screening.Decisions;
using Rootscope.Screening.Lists;
using Rootscope.Screening.Matching;
using Rootscope.Screening.Names;
using Rootscope.Screening.Ownership;
using Rootscope.Screening.Scores;
using Rootscope.Storage.Formats.Screening;
using Rootscope.Storage.Screening;
using Rootscope.Tables;

namespace Rootscope.Answers.Screening;

/// <summary>Questions about names and lists; the index of the lists last asked is kept.</summary>
internal sealed class ScreenAnswering(ScreeningStore store, int threads)
{
    /// <summary>A score that says that two names have next to nothing in common.</summary>
    private const double Nothing = 0.05;

    private readonly Lock _making = new();
    private AskedLists? _last;

    /// <summary>What lists say about a name.</summary>
    public ScreenAnswer Answer(ScreenQuestion question, CancellationToken cancellation)
    {
        AskedLists asked = Asked(question.Lists, cancellation);
        DecisionLog log = store.ReadLog();
        var options = new ScreeningOptions
        {
            Threshold = question.Threshold,
            Kind = question.Of,
            MostHits = question.Top == 0 ? int.MaxValue : question.Top,
        };
        ScreeningResult result = asked.Index.Find(question.Name, options);
        return new ScreenAnswer(question, result, [.. Matches(result, log)], asked.Screened) { LogFault = log.Fault };
    }

    /// <summary>A name against a record, or against the one that it comes nearest to.</summary>
    /// <exception cref="UnknownNameException">No list that is asked has such a record.</exception>
    public ExplainedName Explain(ScreenQuestion question, string? record, CancellationToken cancellation)
    {
        ScreenAnswer answer = Answer(question with { Top = 0 }, cancellation);
        if (answer.Matches.FirstOrDefault(m => record is null || m.Hit.Record.Id == record) is { } match)
        {
            return new ExplainedName(answer, match);
        }

        AskedLists asked = Asked(question.Lists, cancellation);
        var wide = new ScreeningOptions
        {
            Threshold = Nothing,
            MostHits = 1,
            Kind = question.Of,
        };
        ScreeningHit? nearest =
            record is not null ? Against(asked, answer.Result.Query, record)
            : asked.Index.Find(question.Name, wide).Hits is [var first, ..] ? first
            : null;
        return new ExplainedName(
            answer,
            nearest is null ? null : Matches(answer.Result with { Hits = [nearest] }, store.ReadLog()).Single()
        );
    }

    /// <summary>Writes down what a person decided about a name and a record.</summary>
    /// <exception cref="UnknownNameException">There is no such list or record.</exception>
    /// <exception cref="TableException">The name does not meet the record at the threshold, or the log is broken.</exception>
    public ScreenMatch Decide(ScreenDecision decision, CancellationToken cancellation)
    {
        var question = new ScreenQuestion(decision.Name) { Lists = [decision.List], Threshold = decision.Threshold };
        ExplainedName explained = Explain(question, decision.Record, cancellation);
        ScreenMatch match = explained.Match!;
        if (!explained.IsMatch)
        {
            string score = match.Hit.Score.ToString("0.00", CultureInfo.InvariantCulture);
            string threshold = decision.Threshold.ToString("R", CultureInfo.InvariantCulture);
            string[] others = [.. explained.Answer.Matches.Take(3).Select(m => $"{m.Hit.Record.Id} ('{m.Hit.Name.Text}')")];
            throw new TableException(
                $"{decision.List} {decision.Record}",
                $"'{match.Hit.Record.Names[0].Text}' is no match of '{decision.Name}' at {threshold} (score {score}), so that there is "
                    + $"nothing to decide. {(others.Length > 0 ? $"Its matches: {string.Join(", ", others)}. " : string.Empty)}"
                    + $"Name one of its matches, or the threshold at which it was screened ({Repair.Option("threshold")})."
            );
        }

        Decision written = store.Decide(time => new Decision(
            time,
            decision.User,
            explained.Answer.Result.Query.Normalised,
            decision.List,
            match.Hit.Record.Id,
            match.Hit.Record.Hash,
            decision.Verdict,
            decision.Note
        ));
        return match with { State = DecisionState.Decided, Latest = written };
    }

    private static ScreeningHit Against(AskedLists asked, ScreeningName query, string id)
    {
        (ScreeningList List, ScreeningRecord Record)[] records =
        [
            .. asked.Lists.SelectMany(l => l.Records.Where(r => r.Id == id).Select(r => (l, r))),
        ];
        if (records.Length == 0)
        {
            throw new UnknownNameException(
                "record",
                id,
                NearestNames.Of(id, asked.Lists.SelectMany(l => l.Records).Select(r => r.Id)),
                $"It is in none of {string.Join("; ", asked.Screened)}."
            );
        }

        return records
            .SelectMany(r => r.Record.Names.Select(n => (r.List, r.Record, Name: n, NameScore.Of(query, ScreeningName.Of(n.Text)).Value)))
            .OrderByDescending(n => n.Value)
            .Select(n => new ScreeningHit(n.List.Source, n.Record, n.Name, n.Value, null))
            .First();
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

    /// <summary>Who of a graph of owners counts as listed by who owns him, from names and lists on.</summary>
    public IReadOnlyList<OwnedEntity> Owned(BlacklistQuestion question, IEnumerable<string> named, CancellationToken cancellation)
    {
        DateOnly day = new OwnersQuestion(question.Owners, question.Day).DayGiven!.Value;
        OwnershipRule rule = OwnershipRules.On(question.OwnershipRule, day);
        (IReadOnlyList<OwnershipStake> stakes, _) = OwnershipReader.Read(question.Owners, cancellation);
        var graph = new OwnershipGraph(stakes, day);
        CountedNames counted =
            question.Lists.Count > 0
                ? Counted(graph.Names, question.Lists, question.Threshold, question.AcceptMatches, cancellation)
                : CountedNames.None;
        return graph.Apply(rule, [.. named, .. counted.Counted]);
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
        AskedLists asked = Asked(named, cancellation);
        return CountedNames.Of(names, asked.Index, asked.Screened, store.ReadLog(), threshold, accepts, cancellation);
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
            ? throw new UnknownNameException("list", string.Empty, [], "The workspace has no list. Add one first.")
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
        ScreeningList list = store.ReadFiles(ListLayouts.Find(name[..colon]), Path.GetFileName(file), [file], choice, cancellation).List;

        // Nobody said that the file is a part: only that it is asked as it is.
        return new ScreeningList(list.Source with { IsPartial = false }, list.Records);
    }

    /// <summary>The lists of a question, ready to be asked; read and indexed anew only where a list was replaced since.</summary>
    private AskedLists Asked(IReadOnlyList<string> named, CancellationToken cancellation)
    {
        string? stamps = named.Any(n => n.Contains(':', StringComparison.Ordinal))
            ? null
            : string.Join('\n', (named.Count > 0 ? named : store.Names).Select(n => $"{n} {store.StampOf(n)}"));
        lock (_making)
        {
            if (stamps is { Length: > 0 } && _last is { } last && last.Stamps == stamps)
            {
                return last;
            }

            IReadOnlyList<ScreeningList> lists = Lists(store, named, cancellation);
            string hashes = string.Join('\n', lists.Select(l => $"{l.Source.Name} {l.Source.Sha256}"));
            if (_last is not { } made || made.Hashes != hashes)
            {
                made = new AskedLists(lists, new ScreeningIndex(lists, threads), hashes, stamps);
            }

            _last = made with { Stamps = stamps };
            return _last;
        }
    }

    /// <summary>Lists made ready.</summary>
    private sealed record AskedLists(IReadOnlyList<ScreeningList> Lists, ScreeningIndex Index, string Hashes, string? Stamps)
    {
        public IReadOnlyList<ScreenedList> Screened { get; } = [.. Lists.Select(l => new ScreenedList(l.Source, l.Records.Count))];
    }
}
