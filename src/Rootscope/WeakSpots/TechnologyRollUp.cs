using System.Globalization;
using Rootscope.Catalogue;
using Rootscope.Dependence;
using Rootscope.Dependence.Indicators;
using Rootscope.Dependence.Rules;

namespace Rootscope.WeakSpots;

/// <summary>
/// From products to technologies: verdicts on products weighted by imports and purity, published shares where there is no trade, and never
/// a silent zero.
/// </summary>
/// <remarks>
/// The edition of the Harmonized System is that of the trade: hs2022 takes the catalogue's codes of 2022, anything else those of 2017. A
/// code that nobody trades in the data is not taken for zero: it is listed without a row. Where only classes of grade C trade, the result
/// is a proxy. Source of the readings: docs/methods/weak-spots.md.
/// </remarks>
public sealed class TechnologyRollUp
{
    private readonly string _economy;
    private readonly DependenceRule _rule;
    private readonly TechnologyCatalogue _catalogue;
    private readonly ILookup<string, HoldingSubject> _subjects;
    private readonly DependenceResult? _trade;
    private readonly Dictionary<string, DependenceRow> _rows = new(StringComparer.Ordinal);

    /// <summary>Prepares the roll-up for one economy.</summary>
    /// <param name="economy">Code of the economy.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="catalogue">The technologies and their codes.</param>
    /// <param name="facts">Published shares.</param>
    /// <param name="trade">Verdicts on products by the same rule; null where there is no trade.</param>
    public TechnologyRollUp(
        string economy,
        DependenceRule rule,
        TechnologyCatalogue catalogue,
        IEnumerable<HoldingFact> facts,
        DependenceResult? trade
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(economy);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(facts);
        (_economy, _rule, _catalogue, _trade) = (economy, rule, catalogue, trade);
        _subjects = HoldingSubject
            .Of(facts.Where(f => f.Buyer.Length == 0 || f.Buyer == economy))
            .ToLookup(s => s.Largest.Technology, StringComparer.Ordinal);
        foreach (DependenceRow row in trade?.Rows ?? [])
        {
            _rows[row.Product] = row;
        }
    }

    /// <summary>The edition of the Harmonized System whose codes are looked up in a set of trade.</summary>
    /// <param name="classification">What the trade says it is in.</param>
    public static Classification EditionOf(string classification) => Classification.Of(classification == "hs2022" ? "hs2022" : "hs2017");

    /// <summary>The dependence of one technology.</summary>
    public TechnologyDependence Of(Technology technology)
    {
        ArgumentNullException.ThrowIfNull(technology);
        HoldingSubject[][] things =
        [
            .. _subjects[technology.Id]
                .GroupBy(s => (s.Largest.Subject, s.Largest.Buyer))
                .Select(g => g.OrderByDescending(s => s.Largest.Year).ToArray()),
        ];
        HoldingSubject[] earlier = [.. things.SelectMany(t => t.Skip(1))];
        PublishedVerdict[] published =
        [
            .. things
                .Select(t => PublishedVerdict.Of(t[0], _economy, _rule))
                .OrderByDescending(v => v.IsDependent == true)
                .ThenByDescending(v => v.LowestMargin ?? double.NegativeInfinity)
                .ThenBy(v => v.Subject.Largest.Subject, StringComparer.Ordinal),
        ];
        IReadOnlyList<IndustryCode> codes = _catalogue.CarriersOf(technology, EditionOf(_trade?.Source.Classification ?? string.Empty));
        TechnologyProduct[] products = _trade is null ? [] : [.. codes.Select(ProductOf)];
        return products.Any(p => p.Row is not null)
            ? FromTrade(products, published) with
            {
                Earlier = earlier,
            }
            : FromShares(technology, products, published) with
            {
                Earlier = earlier,
            };
    }

    private TechnologyProduct ProductOf(IndustryCode code)
    {
        DependenceRow? row = _rows.GetValueOrDefault(code.Code);
        row = row?.Indicators is null || row.Years[^1].Status == YearStatus.NotTraded ? null : row;
        return new TechnologyProduct(code, row, row?.Indicators![DependenceIndicator.Imports].Value ?? 0);
    }

    private TechnologyDependence FromTrade(TechnologyProduct[] products, PublishedVerdict[] published)
    {
        TechnologyProduct[] known = [.. products.Where(p => p.Row?.Verdict.IsDependent is not null)];
        double weight = known.Sum(p => p.Imports * p.Purity);
        double flagged = known.Where(p => p.Row!.Verdict.IsDependent == true).Sum(p => p.Imports * p.Purity);
        TechnologyProduct heaviest = products.Where(p => p.Row is not null).MaxBy(p => p.Imports * p.Purity)!;
        PurityGrade best = products.Where(p => p.Row is not null).Min(p => p.Code.Grade);
        Holder? holder = heaviest.Row!.Indicators!.Origins is { Count: > 0 } origins ? origins[0] : null;
        string[] absent = [.. products.Where(p => p.Row is null).Select(p => p.Code.Code)];
        return new TechnologyDependence
        {
            Status = best == PurityGrade.C ? SpotStatus.Proxy : SpotStatus.Measured,
            IsDependent = known.Length == 0 ? null : weight > 0 && flagged / weight >= TechnologyDependence.HalfFlagged,
            FlaggedShare = weight > 0 ? flagged / weight : null,
            Margin = MedianMargin(known, weight),
            LowestMargin = heaviest.Row.Verdict.LowestMargin,
            HighestMargin = heaviest.Row.Verdict.HighestMargin,
            YearsHeld = heaviest.Row.Verdict.YearsHeld,
            YearsKnown = heaviest.Row.Verdict.YearsKnown,
            Years = (_trade!.Years[0], _trade.Years[^1]),
            Purity = best,
            Products = products,
            Published = published,
            Holder = holder?.Economy,
            HolderShare = holder?.Share,
            Source = _trade.Source.Source,
            Bring =
                absent.Length == 0
                    ? string.Empty
                    : $"Nobody trades {string.Join(", ", absent)} in these data, of {_trade.Source.Classification}: bring an edition "
                        + $"of the Harmonized System that has {(absent.Length == 1 ? "it" : "them")}.",
        };
    }

    /// <summary>
    /// The margin of the product at which half of the weight is reached, the most dependent first: it turns where the verdict turns.
    /// </summary>
    private static double? MedianMargin(TechnologyProduct[] products, double weight)
    {
        double reached = 0;
        foreach (
            TechnologyProduct product in products
                .Where(p => p.Imports > 0 && p.Row!.Verdict.Margin is not null)
                .OrderByDescending(p => p.Row!.Verdict.Margin)
        )
        {
            reached += product.Imports * product.Purity;
            if (reached / weight >= TechnologyDependence.HalfFlagged)
            {
                return product.Row!.Verdict.Margin;
            }
        }

        return null;
    }

    private TechnologyDependence FromShares(Technology technology, TechnologyProduct[] products, PublishedVerdict[] published)
    {
        string bring = BringFor(technology);
        if (published.Length == 0)
        {
            return new TechnologyDependence
            {
                Status = SpotStatus.NoData,
                Products = products,
                Bring = bring,
            };
        }

        // Stages of a technology need each other: it depends where one of them does.
        PublishedVerdict firmest = published[0];
        bool? verdict =
            firmest.IsDependent == true ? true
            : published.Any(p => p.IsDependent is null) ? null
            : false;
        HoldingFact? holder = firmest.Subject.OutsideOf(_economy).FirstOrDefault();
        return new TechnologyDependence
        {
            Status = SpotStatus.Proxy,
            IsDependent = verdict,
            Margin = verdict is null ? null : firmest.Margin,
            LowestMargin = firmest.LowestMargin,
            HighestMargin = firmest.HighestMargin,
            Years = (published.Min(p => p.Subject.Largest.Year), published.Max(p => p.Subject.Largest.Year)),
            Products = products,
            Published = published,
            Holder =
                holder is null ? null
                : holder.Economies.Count > 0 ? string.Join('+', holder.Economies)
                : holder.Holder,
            HolderShare = holder?.Share,
            Source = firmest.Subject.Largest.Source,
            Bring = bring,
        };
    }

    private string BringFor(Technology technology)
    {
        IReadOnlyList<IndustryCode> codes = _catalogue.CarriersOf(technology, Classification.Of("hs2017"));
        if (codes.Count == 0)
        {
            return "No class of goods holds it: bring shares of its suppliers by economy.";
        }

        string list =
            string.Join(", ", codes.Take(4).Select(c => c.Code)) + (codes.Count > 4 ? $" and {codes.Count - 4} more" : string.Empty);
        return string.Create(CultureInfo.InvariantCulture, $"Bring trade between economies of HS {list}, such as BACI.");
    }
}
