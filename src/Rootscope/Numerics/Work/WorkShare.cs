using System.Globalization;

namespace Rootscope.Numerics.Work;

/// <summary>Pieces of a job that follow each other.</summary>
/// <param name="First">Place of the first, from 0.</param>
/// <param name="Count">How many. Unit: pieces.</param>
public readonly record struct PieceRange(int First, int Count)
{
    /// <summary>The place after the last.</summary>
    public int End => First + Count;
}

/// <summary>One of several shares into which the pieces of a job are divided: what threads, shards and machines take.</summary>
/// <remarks>
/// Share i of n over p pieces is those from ⌊(i − 1)p/n⌋ to before ⌊ip/n⌋: every piece is in one share, shares follow each other, and
/// their sizes differ by at most one. With more shares than pieces some are empty. The rule knows nothing of what a piece costs; where
/// pieces differ much, take several shares a worker.
/// </remarks>
public sealed record WorkShare
{
    /// <summary>A share.</summary>
    /// <param name="number">Which, from 1.</param>
    /// <param name="of">Of how many; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such share.</exception>
    public WorkShare(int number, int of)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(of, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, of);
        (Number, Of) = (number, of);
    }

    /// <summary>Which, from 1.</summary>
    public int Number { get; }

    /// <summary>Of how many.</summary>
    public int Of { get; }

    /// <summary>The whole job.</summary>
    public static WorkShare Whole { get; } = new(1, 1);

    /// <summary>The pieces of this share.</summary>
    /// <param name="pieces">How many pieces the job has.</param>
    public PieceRange In(int pieces)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pieces);
        int first = (int)((long)(Number - 1) * pieces / Of);
        return new PieceRange(first, (int)((long)Number * pieces / Of) - first);
    }

    /// <summary>As one writes it, such as <c>2/8</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Of}");
}
