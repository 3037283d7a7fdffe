namespace Rootscope.Screening.Scores;

/// <summary>The numbers of the algorithm. They were set on the development half of the labelled pairs; a change is a new version.</summary>
internal sealed record ScoreWeights
{
    /// <summary>The weights that stand behind <see cref="NameScore.Algorithm"/>.</summary>
    public static readonly ScoreWeights Default = new();

    public double Word { get; init; } = 1;

    public double Syllable { get; init; } = 0.7;

    public double Common { get; init; } = 0.6;

    public double Number { get; init; } = 0.6;

    public double Initial { get; init; } = 0.4;

    public double Particle { get; init; } = 0.1;

    public double Title { get; init; } = 0.03;

    /// <summary>What a letter more or less than six adds to the weight of a word, up to four letters.</summary>
    public double PerLetter { get; init; } = 0.05;

    /// <summary>Similarity of two words below which they are different words.</summary>
    public double LeastSimilarity { get; init; } = 0.7;

    /// <summary>What words that stand against each other, unmatched on both sides, take away, as a share of their weight.</summary>
    public double Conflict { get; init; } = 1.3;

    /// <summary>How much words that only one side has count among the whole.</summary>
    public double Extra { get; init; } = 0.3;

    /// <summary>What a number that only one side has, or that differs, takes away, as a share of its weight.</summary>
    public double NumberMismatch { get; init; } = 0.2;

    /// <summary>What different legal forms take away.</summary>
    public double LegalMismatch { get; init; } = 0.03;

    /// <summary>What remains of a score when nothing distinctive meets.</summary>
    public double OnlyCommon { get; init; } = 0.7;

    public double SameKey { get; init; } = 0.95;

    /// <summary>A sign and a word that another way of writing it gives.</summary>
    public double OtherReading { get; init; } = 0.92;

    public double SameConsonants { get; init; } = 0.9;

    /// <summary>What each consonant less than four takes off the similarity of words that have only their consonants in common.</summary>
    public double FewConsonants { get; init; } = 0.12;

    /// <summary>What remains of a score when one word meets and each name, or one of them, has more.</summary>
    public double OneWord { get; init; } = 0.85;

    /// <summary>What remains of a score when two words meet, one of them alike rather than the same, and a name has more.</summary>
    public double TwoAlike { get; init; } = 0.82;

    /// <summary>The similarity from which words that meet count as the same there.</summary>
    public double TwoAlikeBelow { get; init; } = 0.85;

    /// <summary>What remains of a score when up to three signs meet letters by their sounds alone, and a name has more.</summary>
    public double FewSigns { get; init; } = 0.72;

    public double InitialMatch { get; init; } = 0.8;

    public double SameMeaning { get; init; } = 0.9;

    public double Joined { get; init; } = 0.98;

    /// <summary>What one vowel for another costs; a consonant for another costs 1.</summary>
    public double VowelCost { get; init; } = 0.7;

    /// <summary>What letters that romanisations confuse cost.</summary>
    public double ConfusedCost { get; init; } = 0.6;

    /// <summary>What a letter doubled or single costs, and two letters that changed places.</summary>
    public double SlightCost { get; init; } = 0.5;
}
