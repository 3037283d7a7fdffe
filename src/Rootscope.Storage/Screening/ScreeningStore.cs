using System.Globalization;
using System.Text;
using Rootscope.Screening.Decisions;
using Rootscope.Screening.Lists;
using Rootscope.Storage.Formats.Screening;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;

namespace Rootscope.Storage.Screening;

/// <summary>What a workspace keeps for screening: lists, each with its state before, and the log of decisions.</summary>
/// <remarks>
/// Folder <c>screening</c> of the workspace. A list is replaced in one step or not at all; one process writes at a time. No name that was
/// asked
/// for is kept, but those that somebody decided about.
/// </remarks>
public sealed class ScreeningStore
{
    private const string Suffix = ".list";
    private const string Before = ".before";

    private readonly string _workspace;
    private readonly string _folder;
    private readonly TimeProvider _clock;

    /// <summary>The store of a workspace; nothing is made until something is added.</summary>
    /// <param name="workspace">The folder of the workspace.</param>
    /// <param name="clock">Tells when lists are added and decisions made; the system's where null.</param>
    public ScreeningStore(string workspace, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        _workspace = workspace;
        _folder = Path.Combine(workspace, "screening");
        _clock = clock ?? TimeProvider.System;
    }

    /// <summary>The file of the log of decisions, whether it is there or not.</summary>
    public string LogPath => Path.Combine(_folder, "decisions.jsonl");

    private string HeadPath => Path.Combine(_folder, "decisions.head");

    /// <summary>The names of the lists, in order.</summary>
    public IReadOnlyList<string> Names =>
        Directory.Exists(_folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(_folder, "*" + Suffix)
                    .Select(f => Path.GetFileNameWithoutExtension(f)!)
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>A list by its name.</summary>
    /// <exception cref="UnknownNameException">There is none.</exception>
    /// <exception cref="TableException">Its file is damaged.</exception>
    public StoredList Read(string name) => StoredListFile.Read(Require(name, Suffix));

    /// <summary>The state that a list had before it was last replaced; null where it was never replaced.</summary>
    /// <exception cref="UnknownNameException">There is no such list.</exception>
    public StoredList? ReadBefore(string name)
    {
        _ = Require(name, Suffix);
        string path = PathOf(name, Before);
        return File.Exists(path) ? StoredListFile.Read(path) : null;
    }

    /// <summary>Reads the files of a list without keeping it.</summary>
    /// <param name="layout">How they are laid out.</param>
    /// <param name="name">What the list is called.</param>
    /// <param name="files">The files.</param>
    /// <param name="choice">Publisher, date, and what is not checked.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="TableException">A file is not what its layout says, is empty, or not the whole list.</exception>
    public StoredList ReadFiles(
        ListLayout layout,
        string name,
        IReadOnlyList<string> files,
        ListChoice choice,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(choice);
        string place = string.Join(", ", files);
        ListContents contents = layout.Read(files, cancellation);
        if (contents.Records.Count == 0)
        {
            throw new TableException(place, "has no record. An empty list would answer every name with 'no match': give the whole list.");
        }

        if (!choice.IsPartial)
        {
            ListCheck.Whole(layout, contents, place);
        }

        var source = new ListSource(
            name,
            layout.Word,
            choice.Publisher ?? (layout.Publisher.Length > 0 ? layout.Publisher : "not stated"),
            choice.Date ?? contents.Date,
            ListFile.HashOf(files)
        )
        {
            IsPartial = choice.IsPartial,
        };
        return new StoredList(new ScreeningList(source, contents.Records), contents.Columns, Now(), choice.IsPartial);
    }

    /// <summary>Keeps a list, in place of its state before.</summary>
    /// <returns>The state before; null where there was none.</returns>
    /// <exception cref="TableException">It is smaller or of another shape than before, and the change was not accepted.</exception>
    public StoredList? Keep(StoredList list, ListChoice choice)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(choice);
        string name = list.List.Source.Name;
        if (ListNames.FaultOf(name) is { } fault)
        {
            throw new TableException($"list '{name}'", fault);
        }

        Directory.CreateDirectory(_folder);
        using FileStream alone = WorkspaceLock.Take(_workspace);
        string path = PathOf(name, Suffix);
        StoredList? before = File.Exists(path) ? StoredListFile.Read(path) : null;
        if (before is not null && !choice.AcceptsChanges)
        {
            ListCheck.Against(before, list, name);
        }

        string temporary = path + ".partial";
        File.WriteAllBytes(temporary, StoredListFile.Write(list));
        if (before is not null && before.List.Source.Sha256 != list.List.Source.Sha256)
        {
            File.Copy(path, PathOf(name, Before), overwrite: true);
        }

        File.Move(temporary, path, overwrite: true);
        return before;
    }

    /// <summary>Removes a list and its state before. Decisions about its records stay in the log.</summary>
    /// <exception cref="UnknownNameException">There is no such list.</exception>
    public void Remove(string name)
    {
        string path = Require(name, Suffix);
        using FileStream alone = WorkspaceLock.Take(_workspace);
        File.Delete(path);
        File.Delete(PathOf(name, Before));
    }

    /// <summary>What tells whether the file of a list is the one that was read: it changes whenever the list is replaced.</summary>
    /// <exception cref="UnknownNameException">There is no such list.</exception>
    public string StampOf(string name)
    {
        var file = new FileInfo(Require(name, Suffix));
        return string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}");
    }

    /// <summary>The log of decisions, its chain checked.</summary>
    public DecisionLog ReadLog() => DecisionLog.Read(File.Exists(LogPath) ? Lines(LogPath) : [], ReadHead());

    /// <summary>Adds a decision.</summary>
    /// <exception cref="TableException">The chain of the log is broken.</exception>
    public Decision Decide(Func<string, Decision> decisionAt)
    {
        ArgumentNullException.ThrowIfNull(decisionAt);
        Directory.CreateDirectory(_folder);
        using FileStream alone = WorkspaceLock.Take(_workspace);
        DecisionLog log = ReadLog();
        if (log.Fault is { } fault)
        {
            throw new TableException(
                $"{LogPath}, line {fault.Line.ToString(CultureInfo.InvariantCulture)}",
                $"{fault.What}. Nothing is added to a broken log: restore it from a copy."
            );
        }

        // Before the first line, so that a log without a head is one that lost it.
        if (log.Head.Count == 0 && !File.Exists(HeadPath))
        {
            WriteHead(log.Head);
        }

        Decision decision = decisionAt(Now());
        (string line, LogHead head) = log.Append(decision);
        using (var file = new FileStream(LogPath, FileMode.Append, FileAccess.Write, FileShare.Read))
        {
            file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            file.Flush(flushToDisk: true);
        }

        WriteHead(head);
        return decision;
    }

    private void WriteHead(LogHead head)
    {
        string temporary = HeadPath + ".partial";
        File.WriteAllText(temporary, $"{head.Count.ToString(CultureInfo.InvariantCulture)} {head.Hash}\n");
        File.Move(temporary, HeadPath, overwrite: true);
    }

    private static IEnumerable<string> Lines(string path)
    {
        string text = File.ReadAllText(path);
        return text.Length == 0 ? []
            : text.EndsWith('\n') ? text[..^1].Split('\n')
            : text.Split('\n');
    }

    private LogHead ReadHead()
    {
        if (!File.Exists(HeadPath))
        {
            return LogHead.Missing;
        }

        string[] parts = File.ReadAllText(HeadPath).Trim().Split(' ');
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? new LogHead(count, parts[1])
            : new LogHead(int.MaxValue, string.Empty);
    }

    private string Now() => _clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private string PathOf(string name, string suffix) => Path.Combine(_folder, name + suffix);

    private string Require(string name, string suffix)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Names.Contains(name, StringComparer.Ordinal)
            ? PathOf(name, suffix)
            : throw new UnknownNameException("list", name, NearestNames.Of(name, Names), "Add it first, or name one that is there.");
    }
}

/// <summary>What a user says of a list.</summary>
public sealed record ListChoice
{
    /// <summary>Who publishes it; null for the publisher of the layout.</summary>
    public string? Publisher { get; init; }

    /// <summary>When it was published (year-month-day); null for what the file says.</summary>
    public string? Date { get; init; }

    /// <summary>Whether it is a part of a list, so that neither a count nor sentinel names are asked for.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Whether it may be much smaller, or of another shape, than before.</summary>
    public bool AcceptsChanges { get; init; }
}
