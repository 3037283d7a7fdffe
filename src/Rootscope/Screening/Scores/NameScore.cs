using Rootscope.Screening.Names;

namespace Rootscope.Screening.Scores;

/// <summary>How alike two names are, and why.</summary>
/// <remarks>
/// The words of both names are paired, best pairs first; a pair adds its share of the weight of all words, words that stand against each
/// other
/// take away, words that one name lacks thin out the rest. A legal form alone has no weight. The same for both orders of the names up to
/// the
/// order of the parts.
/// </remarks>
public sealed class NameScore
{
    /// <summary>Name and version of the algorithm: what it gives for two names never changes under one version.</summary>
    public const string Algorithm = "aligned-words 2";

    /// <summary>The threshold that is used where none is given: a score, set on the development half of the labelled pairs.</summary>
    public const double DefaultThreshold = 0.70;

    internal NameScore(double value, IReadOnlyList<ScoreContribution> contributions)
    {
        Value = value;
        Contributions = contributions;
    }

    /// <summary>The score: share between 0 (nothing in common) and 1 (the same words).</summary>
    public double Value { get; }

    /// <summary>The parts; their amounts add up to <see cref="Value"/>.</summary>
    public IReadOnlyList<ScoreContribution> Contributions { get; }

    /// <summary>Compares two names.</summary>
    /// <param name="query">The name that is asked for.</param>
    /// <param name="listed">The name on the list.</param>
    public static NameScore Of(ScreeningName query, ScreeningName listed)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(listed);
        return TokenAlignment.Explain(query, listed, ScoreWeights.Default);
    }
}
