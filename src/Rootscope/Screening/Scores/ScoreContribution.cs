namespace Rootscope.Screening.Scores;

/// <summary>Why a part of a score is what it is.</summary>
public enum ContributionKind
{
    /// <summary>The same word.</summary>
    Equal,

    /// <summary>Words that differ by a few letters.</summary>
    Typo,

    /// <summary>Words that two ways of writing a sound would give.</summary>
    Transliteration,

    /// <summary>One letter that begins the other word.</summary>
    Initial,

    /// <summary>Two words of one meaning, such as "bank" and "банк".</summary>
    SameMeaning,

    /// <summary>The same letters, cut into words in another way.</summary>
    Joined,

    /// <summary>A word against another that it does not meet.</summary>
    Conflict,

    /// <summary>A word that only one of the names has; it adds nothing, and the rest counts less for it.</summary>
    Unmatched,

    /// <summary>A number that differs or that only one of the names has.</summary>
    NumberMismatch,

    /// <summary>Legal forms that differ.</summary>
    LegalForm,

    /// <summary>What is taken off because nothing that tells names apart is in both.</summary>
    NothingDistinctive,

    /// <summary>What is taken off because a single word is in both, and one of the names has two more or further ones.</summary>
    OneWord,

    /// <summary>
    /// What is taken off because all that is in both is two words that are alike rather than the same, or up to three signs that meet
    /// letters by their sounds, and one of the names has more.
    /// </summary>
    LittleInCommon,

    /// <summary>What brings a sum below 0 back to 0.</summary>
    Floor,
}

/// <summary>One part of a score.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Query">The words of the name that was asked for; empty where none take part.</param>
/// <param name="Listed">The words of the name on the list; empty where none take part.</param>
/// <param name="Similarity">How alike the words are: share between 0 and 1.</param>
/// <param name="Amount">What the part adds to the score, in units of the score; below 0 where it takes away.</param>
public sealed record ScoreContribution(ContributionKind Kind, string Query, string Listed, double Similarity, double Amount);
