using Rootscope.Screening.Matching;

namespace Rootscope.Storage.Screening;

/// <summary>How a file of names is screened.</summary>
/// <param name="Input">The file: CSV or a workbook.</param>
/// <param name="Output">The file that is written: the columns of the input, then those of the result.</param>
public sealed record BatchOptions(string Input, string Output)
{
    /// <summary>The column of the names; null for the first of name, company, firm, supplier, customer that is there.</summary>
    public string? Column { get; init; }

    /// <summary>Threshold and kind; the number of hits is not bounded.</summary>
    public ScreeningOptions Screening { get; init; } = new();

    /// <summary>A result of an earlier run over the same rows, of which only what lists changed is asked again; null for none.</summary>
    public string? Previous { get; init; }

    /// <summary>Most threads.</summary>
    public int Threads { get; init; } = 1;
}

/// <summary>What a run over a file has found.</summary>
/// <param name="Rows">Rows of the input: a count.</param>
/// <param name="Matches">Rows with at least one match: a count.</param>
/// <param name="Dismissed">Rows of those whose every match was decided to be somebody else: a count.</param>
/// <param name="Empty">Rows whose name has nothing to compare: a count.</param>
/// <param name="Resumed">Rows that an earlier, broken-off run had done: a count.</param>
/// <param name="AskedAgain">Rows that were asked of whole lists: a count; the others were taken from the earlier result.</param>
public sealed record BatchSummary(long Rows, long Matches, long Dismissed, long Empty, long Resumed, long AskedAgain);
