namespace Rootscope.Planning;

/// <summary>Money put into an item, and the year in which it begins; no money where it is not funded.</summary>
/// <param name="Money">Unit: money.</param>
/// <param name="Year">From 0. Unit: years.</param>
public readonly record struct PlanChoice(double Money, int Year);

/// <summary>What choices leave to be lost, by the definitions and not by the program.</summary>
public static class PlanLosses
{
    /// <summary>The loss of every scenario, in their order. Unit: money.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="choices">One choice an item.</param>
    public static double[] Of(PlanProblem problem, IReadOnlyList<PlanChoice> choices)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(choices);
        ILookup<string, (double Benefit, int From)> effects = problem
            .Items.Select((item, i) => (item, choice: choices[i]))
            .Where(c => c.choice.Money > 0)
            .ToLookup(c => c.item.Technology, c => (c.item.BenefitOf(c.choice.Money), c.choice.Year + c.item.Lead), StringComparer.Ordinal);
        return
        [
            .. problem.Scenarios.Select(s =>
                s.Hits.Sum(h => h.Loss * (1 - Math.Min(1, effects[h.Technology].Where(e => e.From <= h.Year).Sum(e => e.Benefit))))
            ),
        ];
    }

    /// <summary>
    /// The same problem with one scenario, whose loss under any choices is the mean loss over all: what is lost with a technology in a year
    /// is what scenarios lose there, added up. For the many evaluations of means.
    /// </summary>
    /// <param name="problem">The problem.</param>
    public static PlanProblem OfMeans(PlanProblem problem) =>
        problem with
        {
            Scenarios =
            [
                new PlanScenario(
                    "mean",
                    [
                        .. from hit in problem.Scenarios.SelectMany(s => s.Hits)
                        group hit.Loss by (hit.Technology, hit.Year) into losses
                        select new PlanHit(losses.Key.Technology, losses.Key.Year, losses.Sum() / problem.Scenarios.Count),
                    ]
                ),
            ],
        };

    /// <summary>The mean loss. Unit: that of losses.</summary>
    /// <param name="losses">One a scenario.</param>
    public static double Expected(IReadOnlyList<double> losses)
    {
        ArgumentNullException.ThrowIfNull(losses);
        return losses.Average();
    }

    /// <summary>
    /// The mean over the worst share 1 − tail of scenarios, the last of them in part: conditional value at risk. Unit: that of losses.
    /// </summary>
    /// <param name="losses">One a scenario.</param>
    /// <param name="tail">From 0, for the mean of all, to below 1. Unit: share.</param>
    public static double Cvar(IReadOnlyList<double> losses, double tail)
    {
        ArgumentNullException.ThrowIfNull(losses);
        double weight = (1 - tail) * losses.Count;
        double left = weight;
        double sum = 0;
        foreach (double loss in losses.OrderDescending())
        {
            double part = Math.Min(1, left);
            sum += part * loss;
            left -= part;
            if (left <= 0)
            {
                break;
            }
        }

        return sum / weight;
    }

    /// <summary>
    /// The standard error of conditional value at risk, or of the mean at tail 0, where scenarios are drawn: that of the mean of
    /// a + (loss - a)⁺ / (1 - tail), a the loss at the tail; with other losses of the same scenarios, that of the difference of both.
    /// </summary>
    /// <param name="losses">One a scenario.</param>
    /// <param name="tail">From 0, for the mean of all, to below 1. Unit: share.</param>
    /// <param name="other">Losses of the same scenarios, such as if nothing is done; null for none.</param>
    /// <returns>Unit: that of losses; null with fewer than two scenarios.</returns>
    /// <remarks>Source: Chun, Shapiro and Uryasev (2012), <em>Operations Research</em> 60:739.</remarks>
    public static double? StandardError(IReadOnlyList<double> losses, double tail, IReadOnlyList<double>? other = null)
    {
        ArgumentNullException.ThrowIfNull(losses);
        if (losses.Count < 2)
        {
            return null;
        }

        double[] each = Counted(losses, tail);
        double[] less = other is null ? new double[each.Length] : Counted(other, tail);
        double[] differences = [.. each.Zip(less, (a, b) => a - b)];
        double mean = differences.Average();
        return Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / (differences.Length - 1) / differences.Length);
    }

    /// <summary>What each scenario adds to conditional value at risk, which is the mean of it.</summary>
    private static double[] Counted(IReadOnlyList<double> losses, double tail)
    {
        double[] falling = [.. losses.OrderDescending()];
        double least = falling[Math.Clamp((int)Math.Ceiling((1 - tail) * falling.Length) - 1, 0, falling.Length - 1)];
        return [.. losses.Select(l => least + (Math.Max(0, l - least) / (1 - tail)))];
    }

    /// <summary>What a problem makes small. Unit: that of losses.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="losses">One a scenario.</param>
    public static double Risk(PlanProblem problem, IReadOnlyList<double> losses)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Risk == PlanRisk.Expected ? Expected(losses) : Cvar(losses, problem.Tail);
    }
}
