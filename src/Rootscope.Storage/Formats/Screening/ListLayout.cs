using Rootscope.Screening.Lists;

namespace Rootscope.Storage.Formats.Screening;

/// <summary>A layout in which lists of restricted parties are published.</summary>
public sealed class ListLayout
{
    internal ListLayout(
        string word,
        string title,
        string publisher,
        int leastRecords,
        IReadOnlyList<string> sentinels,
        Func<IReadOnlyList<string>, CancellationToken, ListContents> read
    )
    {
        Word = word;
        Title = title;
        Publisher = publisher;
        LeastRecords = leastRecords;
        Sentinels = sentinels;
        Read = read;
    }

    /// <summary>What it is called on the command line.</summary>
    public string Word { get; }

    /// <summary>What it is.</summary>
    public string Title { get; }

    /// <summary>Who publishes it; empty where anybody may.</summary>
    public string Publisher { get; }

    /// <summary>How many records the whole list has at least, a count: far below what it had in 2026, far above a part of it.</summary>
    public int LeastRecords { get; }

    /// <summary>Names that the list has had for years; one that is gone shows that the file is not what it was.</summary>
    public IReadOnlyList<string> Sentinels { get; }

    /// <summary>How its files are read: the files and a sign to stop.</summary>
    internal Func<IReadOnlyList<string>, CancellationToken, ListContents> Read { get; }
}

/// <summary>What the files of a list hold.</summary>
/// <param name="Records">The records.</param>
/// <param name="Columns">The columns or fields that were there: what a change of the layout is seen by.</param>
/// <param name="Date">The date that the file gives itself (year-month-day); empty where it gives none.</param>
internal sealed record ListContents(IReadOnlyList<ScreeningRecord> Records, IReadOnlyList<string> Columns, string Date);
