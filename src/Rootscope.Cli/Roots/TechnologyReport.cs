using System.Globalization;
using Rootscope.Answers.Roots;
using Rootscope.Catalogue;
using Rootscope.Cli.Output;
using Rootscope.Roots;
using Rootscope.Roots.Bands;

namespace Rootscope.Cli.Roots;

/// <summary>The root ranking by technology: the columns of the ranking, and the industry that each technology is seen through.</summary>
internal static class TechnologyReport
{
    public static Report Of(RootAnswer answer)
    {
        RootRanking ranking = answer.Ranking;
        RootBands? bands = answer.Bands;
        IReadOnlyDictionary<int, RootBand> byProduct = answer.BandByProduct;
        return new Report
        {
            Kind = "roots-by-technology",
            Columns =
            [
                .. RootColumns.Of(ranking.Table.Metadata.Unit, ranking.Options, bands is not null).Select(Renamed),
                new(
                    "carrier",
                    string.Empty,
                    "Code of the industry that carries the technology; its figures are those of the row.",
                    ColumnStyle.Text,
                    "carrier"
                ),
                new("carrierName", string.Empty, "Name of that industry.", ColumnStyle.Text, "carried by"),
                new(
                    "grade",
                    string.Empty,
                    "How much of that industry the technology is: A about half or more, B 10 to 50 percent, C less.",
                    ColumnStyle.Text,
                    "grade"
                ),
                new(
                    "carrierShare",
                    "share",
                    "Share of its parent's output that the carrier is, where it was split off; null for a whole industry, in which the "
                        + "technology's share is not known.",
                    ColumnStyle.Share,
                    null
                ),
                new(
                    "sharing",
                    "technologies",
                    "Number of technologies that the same industry or part carries; they cannot be told apart.",
                    ColumnStyle.Integer,
                    "sharing"
                ),
                new(
                    "splitFrom",
                    string.Empty,
                    "Code of the industry that the carrier was split off from; null where it is a whole industry.",
                    ColumnStyle.Text,
                    "split from"
                )
                {
                    Dispensable = 7,
                },
                new(
                    "splitError",
                    "share",
                    "Error of such splits where the truth is known: share of recipes and buyers in the wrong place; null where nothing "
                        + "was split.",
                    ColumnStyle.Share,
                    "split error"
                )
                {
                    Dispensable = 4,
                },
            ],
            Rows =
            [
                .. answer.Technologies.Select(r => Cells(r, answer, r.Root is null ? null : byProduct.GetValueOrDefault(r.Root.Product))),
            ],
            Provenance = new Provenance
            {
                Command = "roots",
                Table = ranking.Table,
                Question = answer.Question,
                Steps = answer.Economy.Steps,
                Options =
                [
                    .. RootChoices.Describe(ranking.Options, ranking.Table),
                    new("by", "technology"),
                    new("bridge", answer.Economy.Bridge?.Name ?? "none"),
                    .. BandReport.Describe(bands),
                ],
                Notes = answer.Notes,
            },
            Remarks = [InWords(answer.AllTechnologies, ranking), .. BandReport.InWords(bands)],
        };
    }

    private static Column Renamed(Column column) =>
        column.Name switch
        {
            "code" => column with { Meaning = "Identifier of the technology in the catalogue.", Heading = "technology" },
            "name" => column with { Meaning = "English name of the technology.", Heading = null },
            "area" => column with { Meaning = "Area of the technology.", Heading = "area" },
            "rank" => column with { Meaning = "Place of the carrying industry, from 1; technologies that share an industry share it." },
            "domarWeight" or "excessLoss" => column with { Heading = null },
            _ => column,
        };

    private static object?[] Cells(TechnologyRow row, RootAnswer answer, RootBand? band)
    {
        RootRanking ranking = answer.Ranking;
        IReadOnlyList<Column> columns = RootColumns.Of(ranking.Table.Metadata.Unit, ranking.Options, drawn: false);
        object?[] figures = row.Root is null
            ? [.. columns.Select(c => c.Name == "status" ? StatusWords.Of(row.Status) : null)]
            : RootColumns.Cells(row.Root, area: null, ranking.Options, band);
        figures[0] = row.Rank;
        figures[1] = row.Technology.Id;
        figures[2] = row.Technology.Name;
        figures[3] = row.Technology.Area.Id;
        return
        [
            .. figures,
            row.Carrier?.Code,
            row.Root?.Name,
            row.Carrier?.Grade.ToString(),
            answer.ShareOfParent(row),
            row.Sharing,
            row.Part?.Split.Parent,
            row.Part?.Error,
        ];
    }

    private static string InWords(IReadOnlyList<TechnologyRow> rows, RootRanking ranking) =>
        rows[0] is { Root: { Leverage: { } leverage } root } first
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"In words: {first.Technology.Name} is carried by {root.Name} (grade {first.Carrier!.Grade}); cutting "
                    + $"{ranking.Options.Cut * 100:0.##}% of that industry's supply loses {leverage:0.00} of money for each 1 cut."
            )
            : "No technology has a figure under these options.";
}
