using Rootscope.Tables;

namespace Rootscope.Roots.Measures;

/// <summary>The measures that rankings are sorted by.</summary>
public static class RootMeasures
{
    /// <summary>Money lost per unit of money of supply cut.</summary>
    public static RootMeasure Leverage { get; } = LeverageMeasure.Create();

    /// <summary>How far loss exceeds what revenue says, in logs.</summary>
    public static RootMeasure Gap { get; } = GapMeasure.Create();

    /// <summary>Share lost.</summary>
    public static RootMeasure Loss { get; } = LossMeasure.Create();

    /// <summary>Loss less first-order loss.</summary>
    public static RootMeasure Excess { get; } = ExcessMeasure.Create();

    /// <summary>Share of value added in industries that shrink.</summary>
    public static RootMeasure Reach { get; } = ReachMeasure.Create();

    /// <summary>Gross output: the revenue ranking.</summary>
    public static RootMeasure Output { get; } = OutputMeasure.Create();

    /// <summary>All of them, in the order in which they are named. A new one is a line here.</summary>
    public static IReadOnlyList<RootMeasure> All { get; } = [Leverage, Gap, Loss, Excess, Reach, Output];

    /// <summary>Those of which draws give bands.</summary>
    public static IReadOnlyList<RootMeasure> WithBands { get; } = [.. All.Where(m => m.HasBand)];

    /// <summary>The measure of a word.</summary>
    /// <param name="word">The word.</param>
    /// <exception cref="UnknownNameException">There is no such measure; the message names the nearest.</exception>
    public static RootMeasure Find(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return All.FirstOrDefault(m => string.Equals(m.Word, word, StringComparison.OrdinalIgnoreCase))
            ?? throw new UnknownNameException(
                "measure",
                word,
                NearestNames.Of(word, All.Select(m => m.Word)),
                $"It is {string.Join(", ", All)}."
            );
    }
}
