using System.Globalization;
using Rootscope.Screening.Lists;
using Rootscope.Screening.Matching;
using Rootscope.Screening.Scores;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Screening;
using Rootscope.Tables;

namespace Rootscope.Storage.Screening;

/// <summary>A match as a result file writes it: list, record and score.</summary>
internal readonly record struct WrittenMatch(string List, string Record, double Score);

/// <summary>A result of an earlier run, and what has changed in the lists since.</summary>
internal sealed class EarlierResult : IDisposable
{
    private readonly CsvFile _rows;
    private readonly int _name;
    private readonly int _matches;
    private readonly HashSet<(string, string)> _gone;

    private EarlierResult(CsvFile rows, int name, int matches, HashSet<(string, string)> gone, ScreeningIndex added)
    {
        _rows = rows;
        _name = name;
        _matches = matches;
        _gone = gone;
        Added = added;
    }

    /// <summary>The records that are new or changed since.</summary>
    public ScreeningIndex Added { get; }

    /// <summary>Opens a result.</summary>
    /// <param name="path">The file.</param>
    /// <param name="lists">The lists as they are now.</param>
    /// <param name="before">The state of a list before, by name; null where it is not kept.</param>
    /// <param name="options">How names are looked for now.</param>
    /// <param name="cancellation">Stops the reading at the next row.</param>
    /// <exception cref="TableException">The result was made otherwise, or the state of a list that it was made with is gone.</exception>
    public static EarlierResult Open(
        string path,
        IReadOnlyList<ScreeningList> lists,
        Func<string, ScreeningList?> before,
        ScreeningOptions options,
        CancellationToken cancellation
    )
    {
        var made = BatchManifest.Of(path);
        if (made.Algorithm != NameScore.Algorithm || made.Threshold != options.Threshold || made.Kind != options.Kind.ToString())
        {
            throw new TableException(path, "was made with another threshold, kind or algorithm. Screen the file as a whole.");
        }

        if (made.Sha256.Length > 0 && made.Sha256 != ListFile.HashOf([path]))
        {
            throw new TableException(
                path,
                "was changed after it was written, so that it says no more what was found. Screen the file as a whole."
            );
        }

        HashSet<(string, string)> gone = [];
        List<ScreeningList> added = [];
        foreach (ListSource old in made.Lists.Where(o => lists.All(l => l.Source.Name != o.Name)))
        {
            throw new TableException(path, $"was made with the list '{old.Name}', which is not asked now. Screen the file as a whole.");
        }

        foreach (ScreeningList list in lists)
        {
            ListSource? then = made.Lists.FirstOrDefault(l => l.Name == list.Source.Name);
            if (then?.Sha256 == list.Source.Sha256)
            {
                added.Add(new ScreeningList(list.Source, []));
                continue;
            }

            ScreeningList? old = then is null ? new ScreeningList(list.Source, []) : before(list.Source.Name);
            if (old is null || (then is not null && old.Source.Sha256 != then.Sha256))
            {
                throw new TableException(
                    path,
                    $"was made with an older state of the list '{list.Source.Name}' than is kept. Screen the file as a whole."
                );
            }

            var difference = ListDifference.Between(old, list);
            added.Add(new ScreeningList(list.Source, [.. difference.Added, .. difference.Changed]));
            gone.UnionWith(difference.Removed.Concat(difference.Changed).Select(r => (list.Source.Name, r.Id)));
        }

        CsvFile rows = CsvFile.Open(path, cancellation);
        return new EarlierResult(rows, rows.Column(made.Column), rows.Column(ResultColumns.Matches), gone, new ScreeningIndex(added));
    }

    /// <summary>The matches of the next row that still stand; null where the row is not the same or there is none.</summary>
    public List<WrittenMatch>? Next(string name)
    {
        if (!_rows.Read() || _rows.Text(_name) != name)
        {
            return null;
        }

        List<WrittenMatch> matches = [];
        foreach (string match in _rows.Text(_matches).Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            int slash = match.IndexOf('/', StringComparison.Ordinal);
            int equals = match.LastIndexOf('=');
            if (
                slash < 0
                || equals < slash
                || !double.TryParse(match.AsSpan(equals + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double score)
            )
            {
                return null;
            }

            var written = new WrittenMatch(match[..slash], Uri.UnescapeDataString(match[(slash + 1)..equals]), score);
            if (!_gone.Contains((written.List, written.Record)))
            {
                matches.Add(written);
            }
        }

        return matches;
    }

    public void Dispose() => _rows.Dispose();
}
