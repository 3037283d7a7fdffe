using Rootscope.Answers.Questions;
using Rootscope.Catalogue;
using Rootscope.Roots.Irreplaceability;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.Tables.Capital;

namespace Rootscope.Answers.Economies;

/// <summary>
/// The economy that a question is about, made in one place and in one order: table, region, capital, technologies, ratings.
/// </summary>
/// <remarks>Every face takes it from <see cref="Analyst.Economy"/>, so that all of them answer about the same one.</remarks>
public sealed record EconomyUnderStudy
{
    internal EconomyUnderStudy() { }

    /// <summary>The question that it was made for.</summary>
    public required EconomyQuestion Question { get; init; }

    /// <summary>The table as it was named, with all its regions.</summary>
    public required FlowTable Given { get; init; }

    /// <summary>The number of the region that is studied; 0 in a table of one.</summary>
    public RegionNumber Region { get; init; }

    /// <summary>The region before any industry was split.</summary>
    public required FlowTable Whole { get; init; }

    /// <summary>The one-region table that is studied: with the technologies that were split off.</summary>
    public required FlowTable Table { get; init; }

    /// <summary>Which industries take which capital goods: as the user says, or by the embedded evidence; null for the spread by
    /// depreciation.</summary>
    public CapitalFlows? CapitalFlows { get; init; }

    /// <summary>What industries were split by; null where none was.</summary>
    public TechnologyBridge? Bridge { get; init; }

    /// <summary>The set of elasticities before products were rated.</summary>
    public required ElasticitySet Unrated { get; init; }

    /// <summary>The elasticities of the products of <see cref="Table"/>.</summary>
    public required ElasticitySet Elasticities { get; init; }

    /// <summary>What the ratings of products rest on; null where no product is rated.</summary>
    public ProductEvidence? Evidence { get; init; }

    /// <summary>
    /// How much evidence stands behind a ranking, in a sentence for people; null where the table's own classes have theirs, and where no
    /// ratings are asked for.
    /// </summary>
    public string? EvidenceInWords
    {
        get
        {
            string? rated = RatedInWords;
            return rated is null ? ExportsInWords
                : ExportsInWords is null ? rated
                : $"{rated} {ExportsInWords}";
        }
    }

    /// <summary>What stands in for exports that the table does not tell, in a sentence; null where it tells them.</summary>
    public string? ExportsInWords { get; init; }

    private string? RatedInWords
    {
        get
        {
            if (Question.Ratings == RatingUse.Off || !Unrated.TakesRatings)
            {
                return null;
            }

            return Evidence is null
                    ? $"No product of {Whole.Metadata.Classification} has evidence of its own, so that all are as hard to replace and a "
                        + "ranking of them is near chance."
                : IrreplaceabilityData.Classifications.Contains(Whole.Metadata.Classification, StringComparer.Ordinal) ? null
                : Evidence.Sentence;
        }
    }

    /// <summary>How it was made, in order.</summary>
    public IReadOnlyList<EconomyStep> Steps { get; init; } = [];

    /// <summary>The same economy with a step of that name taken in another way, in its place.</summary>
    internal EconomyUnderStudy Instead(string name, string done, string source = "") =>
        this with
        {
            Steps = [.. Steps.Select(s => s.Name == name ? new EconomyStep(name, done, source) : s)],
        };

    /// <summary>The same economy after one more step.</summary>
    internal EconomyUnderStudy After(string name, string done, string source = "") =>
        this with
        {
            Steps = [.. Steps, new EconomyStep(name, done, source)],
        };
}
