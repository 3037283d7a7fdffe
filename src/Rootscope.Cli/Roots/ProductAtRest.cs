using System.CommandLine;
using System.Globalization;
using Rootscope.Answers;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Answers.Roots;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Roots;
using Rootscope.Roots.Bands;
using Rootscope.Tables;

namespace Rootscope.Cli.Roots;

/// <summary><c>rootscope root NAME --horizon settled</c>: the older measures of one product, which compare two states of rest.</summary>
internal static class ProductAtRest
{
    private const int MostPaths = 8;
    private const int MostChains = 8;
    private const int NamedPerTier = 3;

    public static int Run(ParseResult parsed, TechnologyQuestion question, CancellationToken cancellation)
    {
        question.Validate();
        _ = ReportWriter.FormatOf(parsed);
        Analyst analyst = Analysts.Of(parsed);
        using DrawProgress progress = DrawProgress.Of(parsed, question);
        TechnologyAnswer answer = analyst.Technology(question, progress, cancellation);
        FlowTable economy = answer.Economy.Table;
        (SupportPyramid pyramid, int product) = (answer.Pyramid, answer.Product);
        List<object?[]> rows = [.. answer.Lenses.Select(l => LensRow(l.Lens.Word, l.Row))];
        rows.AddRange(BandRowsOf(answer.Bands, product));
        rows.AddRange(RatingRows.Of(economy, product, answer.Economy.Elasticities, answer.Economy.Evidence));
        rows.AddRange(pyramid.Tiers.Select(t => TierRow(economy, t)));
        rows.AddRange(pyramid.Largest(MostChains).Select(s => ChainRow(economy, s)));
        rows.AddRange(
            DownstreamPaths.Strongest(answer.Support.Table, new(product), MostPaths).Select((p, i) => PathRow(economy, p, i + 1))
        );
        rows.AddRange(answer.Suppliers.Select((n, i) => NeighbourRow("supplier", i + 1, n)));
        rows.AddRange(answer.Buyers.Select((n, i) => NeighbourRow("buyer", i + 1, n)));
        var report = new Report
        {
            Kind = "root",
            IsGrouped = true,
            Columns = Columns(economy.Metadata.Unit),
            Rows = rows,
            Provenance = new Provenance
            {
                Command = "root",
                Table = economy,
                Question = question,
                Steps = answer.Economy.Steps,
                Options =
                [
                    new("name", answer.Code),
                    .. RootChoices.Describe(answer.Options, economy).Where(o => o.Key is not ("lens" or "sort")),
                    .. BandReport.Describe(answer.Bands),
                ],
                Notes = answer.Notes,
            },
            Remarks = [InWords(economy, product, pyramid), .. Sentences.Of(answer.Economy.EvidenceInWords)],
        };
        ReportWriter.Write(
            report,
            parsed,
            () => PyramidPicture.Of(answer.Support.Table, product, pyramid, answer.Area(analyst.Catalogue), report.Provenance)
        );
        return ExitCode.Ok;
    }

    private static IReadOnlyList<Column> Columns(string unit) =>
        [
            new("part", string.Empty, "lens, band, tornado, rating, pyramid, chain, path, supplier or buyer.", ColumnStyle.Text, "part"),
            new(
                "item",
                string.Empty,
                "The lens, the figure of the band, the source of the tornado, the ingredient of the rating, the tier, or the rank.",
                ColumnStyle.Text,
                "item"
            ),
            new(
                "name",
                string.Empty,
                "What the row is about; for a tier its largest industries, for a chain or a path its steps.",
                ColumnStyle.Text,
                "name"
            ),
            new("leverage", "ratio", "Money lost per unit of money of supply cut.", ColumnStyle.Number, "leverage"),
            new("loss", "share", "What the lens says is lost.", ColumnStyle.Share, "loss"),
            new("gap", "ratio", "Loss in logs over what size says.", ColumnStyle.Number, "gap"),
            new(
                "value",
                unit,
                "Sales carried (pyramid, path), product that arrives (chain) or flow (supplier, buyer).",
                ColumnStyle.Money,
                "value"
            ),
            new(
                "supported",
                unit,
                "Value added that the tier's industries, or the chain's last industry, make.",
                ColumnStyle.Money,
                "supported"
            ),
            new(
                "share",
                "share",
                "Rank among products, 1 hardest to replace (rating); of the last industry's output (chain), of the product's inputs "
                    + "(supplier) or of its use (buyer); of draws in which the rank holds (band); of the variance (tornado).",
                ColumnStyle.Share,
                "share"
            ),
            new("status", string.Empty, "Status of a lens's figures.", ColumnStyle.Text, "status"),
            new("low", "of the item", "Lower end of the 90% band over draws.", ColumnStyle.Number, "low"),
            new("median", "of the item", "Median over draws.", ColumnStyle.Number, "median"),
            new("high", "of the item", "Upper end of the 90% band over draws.", ColumnStyle.Number, "high"),
        ];

    private static object?[] LensRow(string lens, RootRow row) =>
        ["lens", lens, row.Name, row.Leverage, row.Loss, row.Gap, row.Supply, null, null, StatusWords.Of(row.Status), null, null, null];

    /// <summary>The bands of every figure, and what each source alone does to leverage.</summary>
    private static IEnumerable<object?[]> BandRowsOf(RootBands? bands, int product)
    {
        if (bands?.Rows.FirstOrDefault(r => r.Point.Product == product) is not { } row)
        {
            yield break;
        }

        yield return BandRow("leverage", row.Leverage);
        yield return BandRow("loss", row.Loss);
        yield return BandRow("excess loss", row.Excess);
        yield return BandRow("gap", row.Gap);
        yield return BandRow($"value at stake, {bands.Question.Table.Metadata.Unit}", row.ValueAtStake);
        yield return BandRow(string.Create(CultureInfo.InvariantCulture, $"rank among {bands.Length}"), row.Rank, row.RankShare);
        foreach (SourceSpread source in row.Sources)
        {
            yield return BandRow(
                StatusWords.Of(source.Source),
                source.Band,
                source.VarianceShare,
                "tornado",
                "leverage where nothing else is drawn"
            );
        }
    }

    private static object?[] BandRow(string item, Band band, double? share = null, string part = "band", string? name = null) =>
        [part, item, name, null, null, null, null, null, share, null, band.Low, band.Median, band.High];

    private static object?[] TierRow(FlowTable table, PyramidTier tier)
    {
        IEnumerable<string> named = tier.Industries.Take(NamedPerTier).Select(s => table.Sectors.IndustryOf(s.Industry).Name);
        string more = tier.Industries.Count > NamedPerTier ? $" and {tier.Industries.Count - NamedPerTier} more" : string.Empty;
        string name = tier.Tier == 0 ? "its own output" : string.Join(", ", named) + more;
        return ["pyramid", $"tier {tier.Tier}", name, null, null, null, tier.Carried, tier.Supported, null, null, null, null, null];
    }

    private static object?[] ChainRow(FlowTable table, SupportedIndustry supported) =>
        [
            "chain",
            $"tier {supported.Tier}",
            Steps(table, supported.Path),
            null,
            null,
            null,
            supported.Carried,
            supported.ValueAdded,
            supported.Strength,
            null,
            null,
            null,
            null,
        ];

    private static object?[] PathRow(FlowTable table, DownstreamPath path, int rank) =>
        [
            "path",
            rank.ToString(CultureInfo.InvariantCulture),
            Steps(table, path.Sectors),
            null,
            null,
            null,
            path.Carried,
            null,
            null,
            null,
            null,
            null,
            null,
        ];

    private static object?[] NeighbourRow(string part, int rank, Neighbour neighbour) =>
        [
            part,
            rank.ToString(CultureInfo.InvariantCulture),
            neighbour.Name,
            null,
            null,
            null,
            neighbour.Value,
            null,
            neighbour.Share,
            null,
            null,
            null,
            null,
        ];

    private static string Steps(FlowTable table, IReadOnlyList<SectorNumber> path) =>
        string.Join(" → ", path.Skip(1).Select(s => table.Sectors.IndustryOf(new(s)).Name));

    private static string InWords(FlowTable table, int product, SupportPyramid pyramid)
    {
        string name = table.Sectors.IndustryOf(new(product)).Name;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"In words: on {name} stand industries that make {pyramid.SupportedShare * 100:0.0}% of the value added of "
                + $"{SpokenName.Of(table.Sectors.Regions[0].Name)}, each through inputs worth at least "
                + $"{SupportPyramid.Threshold * 100:0.0}% of its output."
        );
    }
}
