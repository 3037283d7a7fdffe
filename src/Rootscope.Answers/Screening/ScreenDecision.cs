using Rootscope.Screening.Decisions;
using Rootscope.Screening.Scores;

namespace Rootscope.Answers.Screening;

/// <summary>What a person decides about a name and a record of a list of the workspace.</summary>
/// <param name="Name">The name that was screened.</param>
/// <param name="List">The list.</param>
/// <param name="Record">The record's id.</param>
/// <param name="Verdict">What is decided.</param>
/// <param name="User">Who decides.</param>
public sealed record ScreenDecision(string Name, string List, string Record, Verdict Verdict, string User)
{
    /// <summary>Why; may be empty.</summary>
    public string Note { get; init; } = string.Empty;

    /// <summary>The threshold at which the name was screened: a score. What is no match at it cannot be decided.</summary>
    public double Threshold { get; init; } = NameScore.DefaultThreshold;
}
