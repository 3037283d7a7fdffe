using System.Globalization;
using Rootscope.Answers.Reports;
using Rootscope.Roots;
using Rootscope.Shocks.Lenses;
using Rootscope.Tables;

namespace Rootscope.Answers.Roots;

/// <summary>One product by the measures that compare two states of rest, what stands on it, and its neighbours.</summary>
internal static class ProductReport
{
    /// <summary>The report of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="command">The command that asked; null where none did.</param>
    /// <param name="lens">The only lens whose figures are told; null for all.</param>
    public static Report<ProductPart> Of(TechnologyAnswer answer, string? command, ILens? lens = null)
    {
        FlowTable table = answer.Economy.Table;
        return new Report<ProductPart>(
            "root",
            ProductPartColumns.All,
            new ProductParts(answer).All(lens),
            new Provenance
            {
                Command = command,
                Table = table,
                Question = answer.Question,
                Steps = answer.Economy.Steps,
                Options =
                [
                    new("name", answer.Code),
                    .. RootWords.Described(answer.Options, table).Where(o => o.Key is not ("lens" or "sort")),
                    .. BandWords.Described(answer.Bands),
                ],
                Notes = answer.Notes,
            }
        )
        {
            IsGrouped = true,
            Remarks = [InWords(table, answer), .. answer.Economy.EvidenceInWords is { } evidence ? [evidence] : Array.Empty<string>()],
        };
    }

    private static string InWords(FlowTable table, TechnologyAnswer answer) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"In words: on {table.Sectors.IndustryOf(new(answer.Product)).Name} stand industries that make "
                + $"{answer.Pyramid.SupportedShare * 100:0.0}% of the value added of {SpokenName.Of(table.Sectors.Regions[0].Name)}, each "
                + $"through inputs worth at least {SupportPyramid.Threshold * 100:0.0}% of its output."
        );
}
