namespace Rootscope.Screening.Decisions;

/// <summary>What a person decided about a name and a record.</summary>
public enum Verdict
{
    /// <summary>The name means who is listed.</summary>
    TrueMatch,

    /// <summary>The name means somebody else.</summary>
    FalsePositive,

    /// <summary>Somebody else is to decide.</summary>
    Escalate,
}

/// <summary>A decision: about which name and which record as it was, by whom, when and why.</summary>
/// <param name="Time">When (ISO 8601, UTC).</param>
/// <param name="User">Who decided.</param>
/// <param name="Query">The name as it was compared (<see cref="Names.ScreeningName.Normalised"/>).</param>
/// <param name="List">The list.</param>
/// <param name="Record">The id of the record.</param>
/// <param name="RecordHash">What the record said then (<see cref="Lists.ScreeningRecord.Hash"/>): another hash opens the question
/// again.</param>
/// <param name="Verdict">What was decided.</param>
/// <param name="Note">Why; may be empty.</param>
public sealed record Decision(
    string Time,
    string User,
    string Query,
    string List,
    string Record,
    string RecordHash,
    Verdict Verdict,
    string Note
);

/// <summary>Where a hit stands.</summary>
public enum DecisionState
{
    /// <summary>Nobody has decided.</summary>
    Open,

    /// <summary>Decided about the record as it is.</summary>
    Decided,

    /// <summary>Decided about the record as it was before it changed: to be decided again.</summary>
    Reopened,
}
