using System.Globalization;
using Rootscope.Accounts.Exposure;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Tables;

namespace Rootscope.Answers.Accounts;

/// <summary>Where a region's industries get their inputs, as a report: a row a region that supplies.</summary>
internal static class ExposureReport
{
    public static readonly Column<SourceShare> LookThrough = Share(
        "lookThrough",
        "Its share through all tiers of suppliers; mean of the buying industries weighted by output.",
        "Look-through",
        s => s.LookThrough
    );

    public static readonly Column<SourceShare> FaceValue = Share(
        "faceValue",
        "Its share in direct purchases.",
        "Face value",
        s => s.FaceValue
    );

    public static readonly Column<SourceShare> Hidden = Share(
        "hidden",
        "Look-through less face value: what direct purchases do not show.",
        "Hidden",
        s => s.Hidden
    );

    /// <summary>The report of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="command">The command that asked; null where none did.</param>
    public static Report<SourceShare> Of(ExposureAnswer answer, string? command)
    {
        (ExposureQuestion question, SectorIndex sectors) = (answer.Question, answer.Table.Sectors);
        return new Report<SourceShare>(
            "accounts-exposure",
            [
                Region(sectors),
                new("name", string.Empty, "Its name.", ColumnStyle.Text, "Name", s => sectors.Regions[s.Region].Name),
                LookThrough,
                FaceValue,
                Hidden,
            ],
            answer.Shares,
            new Provenance
            {
                Command = command,
                Table = answer.Table,
                Question = question,
                Options =
                [
                    new("region", sectors.Regions[answer.Region].Code),
                    new("source", question.Source is { } source ? sectors.Regions[sectors.FindRegion(source)].Code : "all"),
                    new("industries", string.Join(' ', answer.Industries.Select(i => sectors.Industries[i].Code))),
                    new("of", QuestionWords.ExposureBases.WordOf(question.Of)),
                ],
                Notes = answer.Notes,
            }
        )
        {
            Remarks = [.. InWords(answer)],
        };
    }

    /// <summary>The region that supplies.</summary>
    public static Column<SourceShare> Region(SectorIndex sectors) =>
        new("region", string.Empty, "Code of the region that supplies.", ColumnStyle.Text, "Source", s => sectors.Regions[s.Region].Code);

    private static IEnumerable<string> InWords(ExposureAnswer answer)
    {
        SectorIndex sectors = answer.Table.Sectors;
        if (answer.Shares.FirstOrDefault(s => s.Region != answer.Region) is { LookThrough: { } through, FaceValue: { } face } first)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"In words: {sectors.Regions[first.Region].Name} makes {through * 100:0.00}% of what these industries of "
                    + $"{sectors.Regions[answer.Region].Name} need through all tiers, {face * 100:0.00}% of what they buy directly."
            );
        }
    }

    private static Column<SourceShare> Share(string name, string meaning, string heading, Func<SourceShare, object?> value) =>
        new(name, "share", meaning, ColumnStyle.Share, heading, value);
}
