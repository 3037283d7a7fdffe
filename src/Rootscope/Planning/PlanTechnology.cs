using Rootscope.Upgrading;

namespace Rootscope.Planning;

/// <summary>A technology that money may be put into, or several that one industry or part carries.</summary>
/// <param name="Course">Its course where nothing is done.</param>
/// <param name="Paid">Its courses under public money for research, by ascending money; the same draws.</param>
/// <param name="YearsToReplace">Years until missing supply is replaced. Unit: years.</param>
public sealed record PlanTechnology(
    UpgradingCourse Course,
    IReadOnlyList<(double Money, UpgradingCourse Course)> Paid,
    double YearsToReplace
)
{
    /// <summary>Its identifier; that of its course unless it stands for several.</summary>
    public string Id { get; init; } = Course.Start.Id;

    /// <summary>What home imports of it in the base year. Unit: the table's money.</summary>
    public double Imports => Course.Start.HomeMarket * (1 - Course.Start.HomeShare);

    /// <summary>
    /// The measures for it, with what they take off what is at stake in the usual cut.
    /// </summary>
    /// <param name="figures">What measures cost and do.</param>
    /// <param name="horizon">Years of the plan. Unit: years.</param>
    /// <remarks>
    /// Research: what the loop says, mean over draws, when its money is spent. Capacity and second sources make the cut smaller, along the
    /// curve of what is at stake; a stock and a licence make it shorter.
    /// </remarks>
    public IReadOnlyList<PlanItem> Items(MeasureFigures figures, int horizon)
    {
        ArgumentNullException.ThrowIfNull(figures);
        double cut = Course.Start.Cut;
        double missing = cut * Imports;
        double gap = Math.Max(0, Course[UpgradingFigure.CostGap].Median[0]);
        int years = (int)Math.Round(figures["research-years"]);
        double most = figures["source-most"];
        double stock = Math.Min(figures["stock-most"], YearsToReplace);
        PlanItem?[] items =
        [
            Item(PlanMeasure.Research, years, figures, [.. Paid.Select(p => (p.Money * years, GainOf(p.Course, years)))]),
            Item(
                PlanMeasure.Capacity,
                Whole(figures["capacity-lead"]),
                figures,
                Smaller(share => share * missing * (figures["capacity-cost"] + (gap * horizon)), 1)
            ),
            Item(
                PlanMeasure.Stockpile,
                Whole(figures["stock-lead"]),
                figures,
                [(stock * missing * (1 + (figures["stock-holding"] * horizon)), stock / YearsToReplace)]
            ),
            Item(
                PlanMeasure.SecondSource,
                Whole(figures["source-lead"]),
                figures,
                Smaller(share => share * Imports * figures["source-premium"] * horizon, most)
            ),
            Item(
                PlanMeasure.Licence,
                Whole(figures["licence-lead"]),
                figures,
                [(figures["licence-royalty"] * missing * horizon, figures["licence-most"])]
            ),
        ];
        return [.. items.OfType<PlanItem>()];
    }

    private static int Whole(double years) => (int)Math.Round(years, MidpointRounding.AwayFromZero);

    /// <summary>What making the cut smaller by some shares of it takes off, with what each share costs.</summary>
    private (double Money, double Gain)[] Smaller(Func<double, double> costOf, double most)
    {
        double cut = Course.Start.Cut;
        double all = Course.Start.AtStake(cut) ?? 0;
        return all <= 0
            ? []
            :
            [
                .. new[] { 0.25, 0.5, 0.75, 1 }
                    .Select(f => f * most)
                    .Select(s => (costOf(s), 1 - (Course.Start.AtStake(cut * (1 - s))!.Value / all))),
            ];
    }

    /// <summary>What research takes off what is at stake once it is paid, mean over the draws.</summary>
    private double GainOf(UpgradingCourse paid, int years)
    {
        int at = Math.Min(years, paid.Years);
        (double before, double after) = (0, 0);
        for (int draw = 0; draw < paid.Draws; draw++)
        {
            before += Course.ValueOf(UpgradingFigure.AtStake, at, draw);
            after += paid.ValueOf(UpgradingFigure.AtStake, at, draw);
        }

        return before > 0 ? Math.Max(0, 1 - (after / before)) : 0;
    }

    /// <summary>An item on the upper concave hull of its points; null where money does nothing.</summary>
    private PlanItem? Item(PlanMeasure measure, int lead, MeasureFigures figures, IReadOnlyList<(double Money, double Gain)> points)
    {
        var pieces = new List<BenefitPiece>();
        (double money, double gain) = (0, 0);
        while (true)
        {
            (double Money, double Gain, double Slope) best = points
                .Where(p => p.Money > money * (1 + 1e-12) && p.Gain > gain)
                .Select(p => (p.Money, p.Gain, (p.Gain - gain) / (p.Money - money)))
                .OrderByDescending(p => p.Item3)
                .FirstOrDefault();
            if (best.Slope <= 0)
            {
                break;
            }

            pieces.Add(new BenefitPiece(best.Money - money, best.Slope));
            (money, gain) = (best.Money, best.Gain);
        }

        return pieces.Count == 0
            ? null
            : new PlanItem
            {
                Technology = Id,
                Measure = measure,
                Benefit = pieces,
                Lead = lead,
                Minimum = figures["ticket"] * pieces.Sum(p => p.Money),
            };
    }
}
