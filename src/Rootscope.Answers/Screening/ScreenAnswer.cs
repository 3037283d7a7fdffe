using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Screening.Decisions;
using Rootscope.Screening.Lists;
using Rootscope.Screening.Matching;

namespace Rootscope.Answers.Screening;

/// <summary>A match, and what was decided about it.</summary>
/// <param name="Hit">The record that the name meets.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Latest">The latest decision; null where there is none.</param>
public sealed record ScreenMatch(ScreeningHit Hit, DecisionState State, Decision? Latest);

/// <summary>What lists say about a name.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Result">The name as it was compared, and how many more matches there are.</param>
/// <param name="Matches">The matches, best first.</param>
/// <param name="Lists">The lists that were asked, with how many records they have.</param>
public sealed record ScreenAnswer(
    ScreenQuestion Question,
    ScreeningResult Result,
    IReadOnlyList<ScreenMatch> Matches,
    IReadOnlyList<ScreenedList> Lists
)
{
    /// <summary>What is wrong with the log of decisions, of which nothing counts then; null where it is whole.</summary>
    public LogFault? LogFault { get; init; }

    /// <summary>The answer in a sentence. It never says that a firm is on no list.</summary>
    public string Sentence => LogFault is { } fault ? $"{Found} The {ScreenWords.Broken(fault)}" : Found;

    private string Found =>
        Result.Query.IsEmpty ? "The name has nothing that could be compared: a legal form, signs or blanks alone. Nothing was looked for."
        : Matches.Count == 0 ? $"No match in these lists at this threshold ({Threshold}): {Listed}."
        : $"{Matches.Count + Result.Left} "
            + $"{(Matches.Count + Result.Left == 1 ? "record matches" : "records match")} at this threshold ({Threshold}) in {Listed}. "
            + $"A match is a hint, and whether it is the same one is for a person to decide.";

    /// <summary>Says that the name looks like a number whose check digit is wrong; null where it does not.</summary>
    public string? NumberFault => FirmIdentifier.FaultOf(Question.Name);

    private string Threshold => Question.Threshold.ToString("R", CultureInfo.InvariantCulture);

    private string Listed => string.Join("; ", Lists.Select(l => l.ToString()));
}

/// <summary>A name against one record, whether or not it reaches the threshold.</summary>
/// <param name="Answer">What was asked and found.</param>
/// <param name="Match">The record; null where no listed name has anything in common with the name.</param>
public sealed record ExplainedName(ScreenAnswer Answer, ScreenMatch? Match)
{
    /// <summary>Whether it is a match at the threshold.</summary>
    public bool IsMatch =>
        Match is { } match && Answer.Matches.Any(m => m.Hit.List == match.Hit.List && m.Hit.Record.Id == match.Hit.Record.Id);
}

/// <summary>A list that was asked.</summary>
/// <param name="Source">What it is.</param>
/// <param name="Records">How many records it has: a count.</param>
public sealed record ScreenedList(ListSource Source, int Records)
{
    /// <summary>Name, publisher, date, records and the beginning of the hash.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Source.Name} ({Source.Publisher}, {(Source.Date.Length > 0 ? Source.Date : "undated")}, {Records} records, "
                + $"{(Source.IsPartial ? "a part of the list, " : string.Empty)}{Source.Sha256[..12]})"
        );
}
