using Rootscope.Accounts.Exposure;
using Rootscope.Answers.Questions;
using Rootscope.Tables;

namespace Rootscope.Answers.Accounts;

/// <summary>What an <see cref="ExposureQuestion"/> comes to.</summary>
public sealed record ExposureAnswer
{
    internal ExposureAnswer() { }

    /// <summary>The question.</summary>
    public required ExposureQuestion Question { get; init; }

    /// <summary>The table.</summary>
    public required FlowTable Table { get; init; }

    /// <summary>The number of the region that buys.</summary>
    public required RegionNumber Region { get; init; }

    /// <summary>Numbers of the industries that buy.</summary>
    public required IReadOnlyList<IndustryNumber> Industries { get; init; }

    /// <summary>
    /// Whether those industries are manufacturing, or all because the classification does not tell what is; false where they were named.
    /// </summary>
    public bool IsManufacturing { get; init; }

    /// <summary>The shares of the regions that supply, the largest through all tiers first; the buyer's own is among them.</summary>
    public required IReadOnlyList<SourceShare> Shares { get; init; }

    /// <summary>What a reader must know to trust the figures.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Answers a question of an exposure that was computed.</summary>
    /// <exception cref="ModelException">The table has one region.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    internal static ExposureAnswer Of(ExposureQuestion question, FlowTable table, Func<InputExposure> computed)
    {
        SectorIndex sectors = table.Sectors;
        if (sectors.Regions.Count == 1)
        {
            throw new ModelException(
                $"table '{table.Metadata.Id}' has one region, and exposure compares regions. Use a table of many regions, such as "
                    + $"{ExposureQuestion.DefaultTable}."
            );
        }

        int region = sectors.FindRegion(question.Region);
        int? source = question.Source is { } name ? sectors.FindRegion(name) : null;
        (IReadOnlyList<IndustryNumber> industries, bool isManufacturing, string? note) = Buyers(question, table);
        return new ExposureAnswer
        {
            Question = question,
            Table = table,
            Region = new(region),
            Industries = industries,
            IsManufacturing = isManufacturing,
            Shares =
            [
                .. computed()
                    .OfRegion(new(region), industries)
                    .Where(s => source is null || s.Region == source)
                    .OrderByDescending(s => s.LookThrough ?? double.NegativeInfinity),
            ],
            Notes =
            [
                "Means over the industries, weighted by output; industries without inputs are left out.",
                .. note is null ? Array.Empty<string>() : [note],
            ],
        };
    }

    private static (IReadOnlyList<IndustryNumber> Industries, bool IsManufacturing, string? Note) Buyers(
        ExposureQuestion question,
        FlowTable table
    )
    {
        if (question.Industries.Count > 0)
        {
            return ([.. question.Industries.Select(table.Sectors.FindIndustry).Distinct()], false, null);
        }

        try
        {
            return (ManufacturingIndustries.Of(table), true, null);
        }
        catch (ModelException)
        {
            return (
                [.. Enumerable.Range(0, table.Sectors.Industries.Count).Select(i => new IndustryNumber(i))],
                false,
                $"The classification '{table.Metadata.Classification}' does not tell which industries are manufacturing: all of them buy."
            );
        }
    }
}
