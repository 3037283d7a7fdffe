using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Reports;
using Rootscope.Catalogue;
using Rootscope.Dependence;
using Rootscope.Dependence.Indicators;
using Rootscope.Dependence.Panels;
using Rootscope.Shocks;
using Rootscope.Storage;
using Rootscope.WeakSpots;

namespace Rootscope.Answers.WeakSpots;

/// <summary>One technology among the weak spots of an economy, as a report: one fact a row.</summary>
internal static class WeakSpotOfOneReport
{
    /// <summary>One thing that is known about the technology.</summary>
    private sealed record Fact(
        string Part,
        string? Subject,
        string? Who,
        double? Value,
        string? Unit,
        int? Year,
        string? Grade,
        string? Note,
        string? Source
    );

    private static readonly IReadOnlyList<Column<Fact>> Columns =
    [
        new(
            "part",
            string.Empty,
            "What the row tells: cell, holder, concentration, product, substitute, makes already, missing, needs, world exports or bring.",
            ColumnStyle.Text,
            "part",
            f => f.Part
        ),
        new(
            "subject",
            string.Empty,
            "What it is about: a cell of the matrix, what is shared, or a product.",
            ColumnStyle.Text,
            "subject",
            f => f.Subject
        ),
        new("who", string.Empty, "The economy, holder or product.", ColumnStyle.Text, "who", f => f.Who),
        new("value", "see unit", "The figure; null where there is none.", ColumnStyle.Number, "value", f => f.Value),
        new("unit", string.Empty, "The unit of the figure.", ColumnStyle.Text, "unit", f => f.Unit),
        new("year", "year", "The year.", ColumnStyle.Whole, "year", f => f.Year),
        new(
            "grade",
            string.Empty,
            "Purity grade of a class, or how a published share was verified.",
            ColumnStyle.Text,
            "grade",
            f => f.Grade
        ),
        new("note", string.Empty, "Rule, bound, basis or reason.", ColumnStyle.Text, "note", f => f.Note) { Dispensable = 1 },
        new("source", string.Empty, "Where the figure is from.", ColumnStyle.Text, null, f => f.Source),
    ];

    /// <summary>The report of an answer.</summary>
    /// <param name="one">The answer.</param>
    /// <param name="catalogue">What needs what.</param>
    /// <param name="command">The command that asked; null where none did.</param>
    public static Report Of(WeakSpotOfOneAnswer one, TechnologyCatalogue catalogue, string? command)
    {
        (WeakSpotAnswer answer, WeakSpot spot) = (one.All, one.Spot);
        return new Report<Fact>(
            "weakspots-technology",
            Columns,
            [
                .. Cells(answer, spot),
                .. Holders(spot),
                .. Concentration(answer, spot),
                .. Products(spot),
                .. Near(spot.Feasibility.Leads, "makes already"),
                .. Near(spot.Feasibility.Missing, "missing"),
                .. Needs(answer, spot, catalogue),
                .. WorldTrade(spot, catalogue),
                .. Missing(spot),
            ],
            WeakSpotsReport.ProvenanceOf(answer, command) with
            {
                Question = one.Question,
            }
        )
        {
            IsGrouped = true,
            IsWhole = true,
            Remarks = [Sentence(answer, spot)],
        };
    }

    private static string Sentence(WeakSpotAnswer answer, WeakSpot spot)
    {
        string verdict = spot.Dependence.IsDependent switch
        {
            true => "depends on",
            false => "does not depend on",
            _ => "may or may not depend on",
        };
        string how = spot.Dependence.Margin is { } margin
            ? string.Create(
                CultureInfo.InvariantCulture,
                $", by a margin of {margin:0.00}{(spot.Dependence.IsClose ? ", which is close" : string.Empty)}"
            )
            : string.Empty;
        return $"In words: by the rule {answer.Rule.Name} {answer.Economy} {verdict} {spot.Technology.Name}{how} "
            + $"({StatusWords.Of(spot.Dependence.Status)}). What to do: {WeakSpotColumns.CornerOf(spot)}.";
    }

    private static IEnumerable<Fact> Cells(WeakSpotAnswer answer, WeakSpot spot)
    {
        TechnologyDependence d = spot.Dependence;
        yield return new Fact(
            "cell",
            "dependence",
            answer.Economy,
            d.Margin,
            "margin",
            d.Years?.Last,
            d.Purity?.ToString(),
            $"{StatusWords.Of(d.Status)}; rule {answer.Rule.Name}",
            d.Source.Length > 0 ? d.Source : null
        );
        yield return new Fact(
            "cell",
            "feasibility",
            answer.Economy,
            spot.Feasibility.Score,
            "share",
            null,
            null,
            spot.Feasibility.Low is { } low
                ? string.Create(CultureInfo.InvariantCulture, $"band {low:0.00} to {spot.Feasibility.High:0.00}")
                : $"no data. {spot.Feasibility.Reason}",
            null
        );
        foreach (Fact weight in Weight(answer, spot))
        {
            yield return weight;
        }

        yield return new Fact(
            "cell",
            "foreign inputs",
            spot.Inputs?.Largest,
            spot.Inputs?.Foreign,
            "share",
            answer.World?.Metadata.Year,
            spot.Inputs?.Carrier.Grade.ToString(),
            "through all tiers; the largest origin is named",
            answer.World?.Metadata.Source
        );
        yield return new Fact(
            "cell",
            "country-level complexity",
            answer.Economy,
            answer.Country?.Index,
            "standard deviations",
            answer.Country?.LastYear,
            null,
            answer.Country is { } c ? string.Create(CultureInfo.InvariantCulture, $"place {c.Rank} of {c.Countries}") : "no data",
            answer.Country?.Source
        );
    }

    /// <summary>How much rests on it, by the measure that was asked for.</summary>
    private static IEnumerable<Fact> Weight(WeakSpotAnswer answer, WeakSpot spot)
    {
        Fact Of(string subject, double? value, string unit, string note) =>
            new(
                "cell",
                subject,
                spot.Carrier?.Code,
                value,
                unit,
                answer.Table.Metadata.Year,
                spot.Carrier?.Grade.ToString(),
                note,
                answer.Table.Metadata.Source
            );
        string of = WeakSpotAnswer.WeightNote(spot);
        if (spot.Stake is not { } stake)
        {
            yield return Of("leverage", spot.Leverage?.Root?.Leverage, "ratio", of);
            yield break;
        }

        string band = stake.Band is { Low: { } low, High: { } high }
            ? string.Create(CultureInfo.InvariantCulture, $"; 90% band {low * 100:0.00}% to {high * 100:0.00}%")
            : string.Empty;
        string supply = QuestionWords.Supplies.WordOf(answer.Stake!.Question.Supply);
        yield return Of(
            "at stake",
            stake.AtStakeShare,
            WeakSpotColumns.AtStakeShare.Unit,
            (stake.Status == CutStatus.Ok ? of : StatusWords.Of(stake.Status)) + $"; supply {supply}{band}"
        );
        yield return Of("years to replace", stake.YearsToReplace, "years", of);
    }

    private static IEnumerable<Fact> Holders(WeakSpot spot) =>
        spot
            .Dependence.Published.Select(p => p.Subject)
            .Concat(spot.Dependence.Earlier)
            .SelectMany(s =>
                s.Facts.Select(f => new Fact(
                    "holder",
                    f.Subject,
                    f.Economies.Count > 0 ? $"{f.Holder} ({string.Join('+', f.Economies)})" : f.Holder,
                    f.Share,
                    "share",
                    f.Year,
                    f.Status,
                    f.Bound switch
                    {
                        ShareBound.AtLeast => $"{f.Basis}, at least",
                        ShareBound.About => $"{f.Basis}, about",
                        _ => f.Basis,
                    },
                    f.Source
                ))
            );

    private static IEnumerable<Fact> Concentration(WeakSpotAnswer answer, WeakSpot spot)
    {
        foreach (HoldingSubject subject in spot.Dependence.Published.Select(p => p.Subject).Concat(spot.Dependence.Earlier))
        {
            string range =
                subject.HighestConcentration > subject.LowestConcentration + 0.005
                    ? string.Create(CultureInfo.InvariantCulture, $"at least; at most {subject.HighestConcentration:0.00}")
                    : "of all holders";
            yield return new Fact(
                "concentration",
                subject.Largest.Subject,
                null,
                subject.LowestConcentration,
                "index",
                subject.Largest.Year,
                null,
                range,
                subject.Largest.Source
            );
        }

        foreach (int year in answer.Panel?.Years ?? [])
        {
            DependenceResult result = DependenceAnalysis.Of(
                answer.Panel!,
                Bloc.Of(answer.Economy),
                answer.Rule,
                new DependenceOptions { Years = [year] }
            );
            Dictionary<string, DependenceRow> rows = result.Rows.ToDictionary(r => r.Product, StringComparer.Ordinal);
            foreach (TechnologyProduct product in spot.Dependence.Products)
            {
                ProductIndicators? figures = rows.GetValueOrDefault(product.Code.Code)?.Indicators;
                if (figures?[DependenceIndicator.ImportConcentration].Value is { } imports)
                {
                    yield return new Fact(
                        "concentration",
                        $"imports of {product.Code.Code}",
                        answer.Economy,
                        imports,
                        "index",
                        year,
                        product.Code.Grade.ToString(),
                        "of origins",
                        result.Source.Source
                    );
                }

                if (figures?[DependenceIndicator.WorldExportConcentration].Value is { } world)
                {
                    yield return new Fact(
                        "concentration",
                        $"world exports of {product.Code.Code}",
                        "world",
                        world,
                        "index",
                        year,
                        product.Code.Grade.ToString(),
                        "of exporters",
                        result.Source.Source
                    );
                }
            }
        }
    }

    private static IEnumerable<Fact> Products(WeakSpot spot)
    {
        int? year = spot.Dependence.Years?.Last;
        foreach (TechnologyProduct product in spot.Dependence.Products)
        {
            string note = product.Row switch
            {
                null => "nobody trades it in these data",
                { Verdict.IsDependent: true } => "dependent",
                { Verdict.IsDependent: false } => "not dependent",
                _ => "not known",
            };
            yield return new Fact(
                "product",
                product.Code.Code,
                null,
                product.Row?.Verdict.Margin,
                "margin",
                year,
                product.Code.Grade.ToString(),
                note,
                spot.Dependence.Source
            );
            if (product.Row?.Indicators is not { } figures)
            {
                continue;
            }

            foreach (Holder origin in figures.Origins)
            {
                yield return new Fact(
                    "holder",
                    $"imports of {product.Code.Code}",
                    origin.Economy,
                    origin.Share,
                    "share",
                    year,
                    product.Code.Grade.ToString(),
                    "origin of imports",
                    spot.Dependence.Source
                );
            }

            foreach (Holder other in figures.Exporters.Where(e => figures.Origins.Count == 0 || e.Economy != figures.Origins[0].Economy))
            {
                yield return new Fact(
                    "substitute",
                    $"world exports of {product.Code.Code}",
                    other.Economy,
                    other.Share,
                    "share",
                    year,
                    product.Code.Grade.ToString(),
                    "sells it too; not the largest origin",
                    spot.Dependence.Source
                );
            }
        }
    }

    private static IEnumerable<Fact> Near(IReadOnlyList<NearProduct> products, string part) =>
        products.Select(n => new Fact(part, $"near {n.To}", n.Product, n.Proximity, "proximity", null, null, null, null));

    private static IEnumerable<Fact> Needs(WeakSpotAnswer answer, WeakSpot spot, TechnologyCatalogue catalogue) =>
        catalogue
            .UpstreamOf(spot.Technology)
            .Where(s => s.Steps == 1)
            .Select(s => answer.Spots.Single(o => o.Technology.Id == s.Technology.Id))
            .Select(o => new Fact(
                "needs",
                o.Technology.Name,
                o.Dependence.Holder,
                o.Dependence.Margin,
                "margin",
                o.Dependence.Years?.Last,
                null,
                WeakSpotColumns.CornerOf(o),
                o.Dependence.Source.Length > 0 ? o.Dependence.Source : null
            ));

    private static IEnumerable<Fact> WorldTrade(WeakSpot spot, TechnologyCatalogue catalogue)
    {
        HashSet<string> headings = [.. catalogue.CarriersOf(spot.Technology, Classification.Of("hs2017")).Select(c => c.Code[..4])];
        return FactLibrary
            .Headings()
            .Where(h => headings.Contains(h.Heading))
            .Select(h => new Fact(
                "world exports",
                $"heading {h.Heading}",
                "world",
                h.Dollars,
                "USD",
                h.Year,
                null,
                "Harmonized System of 1992, the whole heading",
                h.Source
            ));
    }

    private static IEnumerable<Fact> Missing(WeakSpot spot) =>
        new[] { spot.Dependence.Bring, spot.Feasibility.Reason }
            .Where(t => t.Length > 0)
            .Select(t => new Fact("bring", t, null, null, null, null, null, null, null));
}
