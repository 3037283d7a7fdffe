namespace Rootscope.Answers.Language;

/// <summary>The languages that answers are told to people in.</summary>
public enum Tongue
{
    /// <summary>English.</summary>
    English,

    /// <summary>Simplified Chinese.</summary>
    Chinese,
}

/// <summary>One text in each of the languages.</summary>
/// <param name="English">In English.</param>
/// <param name="Chinese">In simplified Chinese.</param>
public readonly record struct Phrase(string English, string Chinese)
{
    /// <summary>The text in one language.</summary>
    public string this[Tongue tongue] => tongue == Tongue.Chinese ? Chinese : English;
}
