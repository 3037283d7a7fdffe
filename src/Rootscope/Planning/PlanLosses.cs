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

    /// <summary>What a problem makes small. Unit: that of losses.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="losses">One a scenario.</param>
    public static double Risk(PlanProblem problem, IReadOnlyList<double> losses)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Risk == PlanRisk.Expected ? Expected(losses) : Cvar(losses, problem.Tail);
    }
}
