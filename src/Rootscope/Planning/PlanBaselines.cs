namespace Rootscope.Planning;

/// <summary>Plans by rules of thumb, to set beside a plan: they keep its budget, tickets and years, and none of its exclusions.</summary>
public static class PlanBaselines
{
    /// <summary>Begins, one after another, what takes most loss off for its money, at its least or its most money.</summary>
    /// <param name="problem">The problem.</param>
    public static Plan Greedy(PlanProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var funded = new Funding(problem);
        PlanProblem judged = problem.Risk == PlanRisk.Expected ? PlanLosses.OfMeans(problem) : problem;
        while (true)
        {
            double now = PlanLosses.Risk(judged, PlanLosses.Of(judged, funded.Choices));
            (int Item, double Money, double Ratio) best = (-1, 0, 0);
            for (int i = 0; i < problem.Items.Count; i++)
            {
                double already = funded.Choices[i].Money;
                foreach (double more in funded.StepsOf(i))
                {
                    PlanChoice[] tried = [.. funded.Choices];
                    tried[i] = new PlanChoice(already + more, tried[i].Year);
                    double ratio = (now - PlanLosses.Risk(judged, PlanLosses.Of(judged, tried))) / more;
                    best = ratio > best.Ratio ? (i, more, ratio) : best;
                }
            }

            if (best.Item < 0)
            {
                return funded.Done();
            }

            funded.Add(best.Item, best.Money);
        }
    }

    /// <summary>Funds technologies in an order, each with all that does anything, until the money is spent.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="technologies">The order, the first to be funded first.</param>
    public static Plan InOrder(PlanProblem problem, IReadOnlyList<string> technologies)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(technologies);
        var funded = new Funding(problem);
        foreach (string technology in technologies)
        {
            funded.Spend(technology, double.PositiveInfinity);
        }

        return funded.Done();
    }

    /// <summary>Gives every technology the same money.</summary>
    /// <param name="problem">The problem.</param>
    public static Plan Even(PlanProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        string[] technologies = [.. problem.Items.Select(i => i.Technology).Distinct(StringComparer.Ordinal)];
        var funded = new Funding(problem);
        foreach (string technology in technologies)
        {
            funded.Spend(technology, problem.Budget / technologies.Length);
        }

        return funded.Done();
    }

    /// <summary>Money that is handed out, all of it as early as the yearly share allows.</summary>
    private sealed class Funding(PlanProblem problem)
    {
        private readonly double[] _left = [.. Enumerable.Repeat(problem.MostAYear * problem.Budget, problem.Horizon)];

        private double _all = problem.Budget;

        public PlanChoice[] Choices { get; } = new PlanChoice[problem.Items.Count];

        /// <summary>The amounts that an item can be given next: its least, the end of its piece, and all that is left for it.</summary>
        public IEnumerable<double> StepsOf(int i)
        {
            PlanItem item = problem.Items[i];
            double already = Choices[i].Money;
            double most = Math.Min(item.Maximum - already, RoomOf(i));
            double end = 0;
            foreach (BenefitPiece piece in item.Benefit)
            {
                end += piece.Money;
                double more = Math.Max(end, item.Minimum) - already;
                if (more > 1e-12 * problem.Budget && more < most)
                {
                    yield return more;
                }
            }

            if (most > 1e-12 * problem.Budget && already + most >= item.Minimum)
            {
                yield return most;
            }
        }

        public void Add(int i, double money)
        {
            int year = Choices[i].Money > 0 ? Choices[i].Year : YearFor(problem.Items[i].Minimum);
            Choices[i] = new PlanChoice(Choices[i].Money + money, year);
            _left[year] -= money;
            _all -= money;
        }

        /// <summary>Spends on a technology's measures, those that take most off for their money first.</summary>
        public void Spend(string technology, double most)
        {
            int[] items =
            [
                .. Enumerable
                    .Range(0, problem.Items.Count)
                    .Where(i => problem.Items[i].Technology == technology)
                    .OrderByDescending(i => problem.Items[i].Benefit[0].Slope),
            ];
            foreach (int i in items)
            {
                double money = Math.Min(Math.Min(most, problem.Items[i].Maximum), RoomOf(i));
                if (money > 0 && money >= problem.Items[i].Minimum)
                {
                    Add(i, money);
                    most -= money;
                }
            }
        }

        public Plan Done()
        {
            double[] losses = PlanLosses.Of(problem, Choices);
            return new Plan
            {
                Problem = problem,
                Status = ProgramStatus.Feasible,
                Choices = Choices,
                Losses = losses,
                Risk = PlanLosses.Risk(problem, losses),
            };
        }

        private double RoomOf(int i) =>
            Math.Max(0, Math.Min(_all, _left[Choices[i].Money > 0 ? Choices[i].Year : YearFor(problem.Items[i].Minimum)]));

        private int YearFor(double money)
        {
            int year = Array.FindIndex(_left, l => l > 0 && l >= money);
            return Math.Max(0, year);
        }
    }
}
