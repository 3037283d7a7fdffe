using Rootscope.Screening.Lists;
using Rootscope.Screening.Scores;

namespace Rootscope.Screening.Matching;

/// <summary>A record that a name or a number meets.</summary>
/// <param name="List">The list it is on.</param>
/// <param name="Record">The record.</param>
/// <param name="Name">Which of its names meets best.</param>
/// <param name="Score">How well: share between 0 and 1; 1 for a number that is the same.</param>
/// <param name="Identifier">The number by which it was found; null where it was found by name.</param>
public sealed record ScreeningHit(ListSource List, ScreeningRecord Record, ListedName Name, double Score, FirmIdentifier? Identifier)
{
    /// <summary>Why the score is what it is; empty where a number was the same.</summary>
    /// <param name="query">The name that was asked for.</param>
    public IReadOnlyList<ScoreContribution> Explain(string query) =>
        Identifier is not null ? [] : NameScore.Of(Names.ScreeningName.Of(query), Names.ScreeningName.Of(Name.Text)).Contributions;
}
