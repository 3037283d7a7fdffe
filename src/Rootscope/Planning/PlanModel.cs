namespace Rootscope.Planning;

/// <summary>The mixed-integer program of a plan, scaled by the largest item and by the largest loss.</summary>
/// <remarks>
/// Whole: z(i, y), item i begins in year y, and in the first where no year is short of money. Money x(i, y, s) on piece s, at most its
/// length and none without z. Protection p(k, t) of
/// technology k in a year t that a scenario hits, at most 1 and at most what money whose lead is over takes off. Conditional value at
/// risk by Rockafellar and Uryasev (2000): a + Σ u / ((1 − tail) S), u ≥ loss − a. Money costs a millionth of a loss a unit, so that none
/// is spent for nothing.
/// </remarks>
internal sealed class PlanModel
{
    /// <summary>What a unit of money costs in the objective. Unit: loss per money.</summary>
    private const double Thrift = 1e-6;

    /// <summary>Plans lose the same where they differ by less than this. Unit: share of the largest loss.</summary>
    private const double Equal = 1e-9;

    /// <summary>Digits of a bound behind the point that are kept.</summary>
    private const int Digits = 6;

    /// <summary>Less money than this is a solver's rounding. Unit: share of the largest item.</summary>
    private const double Nothing = 1e-9;

    private readonly PlanProblem _problem;
    private readonly List<ProgramVariable> _variables = [];
    private readonly List<ProgramConstraint> _constraints = [];
    private readonly List<(int Item, int Year, int Begun, int[] Pieces)> _starts = [];
    private readonly double _money;
    private readonly double _loss;

    private PlanModel(PlanProblem problem)
    {
        _problem = problem;
        _money = problem.Items.Count > 0 ? problem.Items.Max(i => i.Maximum) : 1;
        double most = problem.Scenarios.Max(s => s.Hits.Sum(h => h.Loss));
        _loss = most > 0 ? most : 1;
        Build();
    }

    public MixedProgram Program { get; private set; } = null!;

    /// <summary>The number of the constraint that holds the budget.</summary>
    public int BudgetConstraint { get; private set; }

    /// <summary>Loss per money of one unit of objective per unit of the budget's constraint.</summary>
    public double PriceScale => _loss / _money;

    public double LossScale => _loss;

    public static PlanModel Of(PlanProblem problem) => new(problem);

    /// <summary>
    /// A bound in the program's scale, in which 1 is the largest loss, without its last digits: they depend on where in memory a solver's
    /// data lie, and no linear program tells a bound of whole choices again.
    /// </summary>
    /// <param name="bound">The bound of a solve.</param>
    /// <param name="found">The objective of the plan, which the bound does not go beyond.</param>
    public static double Settled(double bound, double found) => Math.Min(Math.Round(bound, Digits), found);

    /// <summary>The amounts of a solution: money by item, with the year in which it begins.</summary>
    public PlanChoice[] ChoicesOf(IReadOnlyList<double> values)
    {
        var choices = new PlanChoice[_problem.Items.Count];
        foreach ((int item, int year, int begun, int[] pieces) in _starts)
        {
            if (values[begun] > 0.5)
            {
                double money = pieces.Sum(p => values[p]);
                choices[item] = money > Nothing ? new PlanChoice(Math.Min(money * _money, _problem.Items[item].Maximum), year) : default;
            }
        }

        return choices;
    }

    /// <summary>The values of a choice, to start a solve from: whole variables and money; what follows from them is left at 0.</summary>
    public double[] ValuesOf(IReadOnlyList<PlanChoice> choices)
    {
        double[] values = new double[_variables.Count];
        foreach ((int item, int year, int begun, int[] pieces) in _starts)
        {
            if (choices[item] is not { Money: > 0 } choice || choice.Year != year)
            {
                continue;
            }

            values[begun] = 1;
            double left = choice.Money;
            for (int s = 0; s < pieces.Length; s++)
            {
                double taken = Math.Min(left, _problem.Items[item].Benefit[s].Money);
                values[pieces[s]] = taken / _money;
                left -= taken;
            }
        }

        return values;
    }

    /// <summary>
    /// The program of the least money that loses no more than a solution, by what it begins: that of the solution, or less.
    /// </summary>
    /// <param name="values">The values of the solution.</param>
    public MixedProgram Thriftier(IReadOnlyList<double> values)
    {
        HashSet<int> money = [.. _starts.SelectMany(s => s.Pieces)];
        (int, double)[] loss =
        [
            .. Enumerable
                .Range(0, _variables.Count)
                .Where(v => !money.Contains(v) && _variables[v].Cost != 0)
                .Select(v => (v, _variables[v].Cost)),
        ];
        double found = loss.Sum(t => t.Item2 * values[t.Item1]);
        return new MixedProgram(
            [
                .. _variables.Select(
                    (v, i) => v with { Cost = money.Contains(i) ? 1 : 0, High = v.IsWhole ? Math.Round(values[i]) : v.High }
                ),
            ],
            [.. _constraints, new ProgramConstraint(string.Empty, double.NegativeInfinity, found + Equal, loss)]
        );
    }

    private void Build()
    {
        int lastHit = _problem.Scenarios.SelectMany(s => s.Hits).Select(h => h.Year).DefaultIfEmpty(0).Max();
        for (int i = 0; i < _problem.Items.Count; i++)
        {
            Item(i, lastHit);
        }

        BudgetConstraint = _constraints.Count;
        Add("the budget", double.NegativeInfinity, _problem.Budget / _money, _starts.SelectMany(s => s.Pieces).Select(p => (p, 1.0)));
        if (_problem.MostAYear < 1)
        {
            foreach (IGrouping<int, (int Item, int Year, int Begun, int[] Pieces)> year in _starts.GroupBy(s => s.Year))
            {
                Add(
                    $"the most that may be spent in year {year.Key}",
                    double.NegativeInfinity,
                    _problem.MostAYear * _problem.Budget / _money,
                    year.SelectMany(s => s.Pieces).Select(p => (p, 1.0))
                );
            }
        }

        Rules();
        Losses(Protections());
        Program = new MixedProgram(_variables, _constraints);
    }

    private void Item(int i, int lastHit)
    {
        PlanItem item = _problem.Items[i];
        var begins = new List<(int, double)>();

        // Money costs the same in every year and works from its first on: where no year is short of it, none is better than the first.
        int years = _problem.MostAYear < 1 ? _problem.Horizon : 1;
        for (int year = 0; year < years && year + item.Lead <= lastHit; year++)
        {
            string name = $"{item.Technology} {item.Measure} in year {year}";
            int begun = Variable(name, 0, 1, isWhole: true, 0);
            int[] pieces =
            [
                .. item.Benefit.Select((p, s) => Variable($"{name}, piece {s}", 0, p.Money / _money, isWhole: false, Thrift / PriceScale)),
            ];
            begins.Add((begun, 1));
            _starts.Add((i, year, begun, pieces));
            for (int s = 0; s < pieces.Length; s++)
            {
                Add(string.Empty, double.NegativeInfinity, 0, [(pieces[s], 1), (begun, -item.Benefit[s].Money / _money)]);
            }

            Add(string.Empty, 0, double.PositiveInfinity, [.. pieces.Select(p => (p, 1.0)), (begun, -item.Minimum / _money)]);
        }

        if (begins.Count > 1)
        {
            Add(string.Empty, double.NegativeInfinity, 1, begins);
        }
    }

    private void Rules()
    {
        ILookup<int, (int Item, int Year, int Begun, int[] Pieces)> byItem = _starts.ToLookup(s => s.Item);
        foreach (int item in _problem.Required)
        {
            Add($"{Name(item)} is required", 1, double.PositiveInfinity, byItem[item].Select(s => (s.Begun, 1.0)));
        }

        foreach (PlanFloor floor in _problem.Floors)
        {
            Add(
                floor.Name,
                floor.Money / _money,
                double.PositiveInfinity,
                floor.Items.SelectMany(i => byItem[i]).SelectMany(s => s.Pieces).Select(p => (p, 1.0))
            );
        }

        foreach ((int one, int other) in _problem.Exclusions)
        {
            Add(
                $"{Name(one)} excludes {Name(other)}",
                double.NegativeInfinity,
                1,
                byItem[one].Concat(byItem[other]).Select(s => (s.Begun, 1.0))
            );
        }

        foreach ((int first, int then) in _problem.Orders)
        {
            for (int year = 0; year < _problem.Horizon; year++)
            {
                (int, double)[] later = [.. byItem[then].Where(s => s.Year <= year).Select(s => (s.Begun, 1.0))];
                if (later.Length > 0)
                {
                    Add(
                        $"{Name(first)} comes before {Name(then)}",
                        double.NegativeInfinity,
                        0,
                        [.. later, .. byItem[first].Where(s => s.Year <= year).Select(s => (s.Begun, -1.0))]
                    );
                }
            }
        }
    }

    /// <summary>The protection of every technology and year that is hit.</summary>
    private Dictionary<(string Technology, int Year), int> Protections()
    {
        var protections = new Dictionary<(string, int), int>();
        foreach ((string technology, int year) in _problem.Scenarios.SelectMany(s => s.Hits).Select(h => (h.Technology, h.Year)).Distinct())
        {
            int protection = Variable($"{technology} protected in year {year}", 0, 1, isWhole: false, 0);
            protections.Add((technology, year), protection);
            var terms = new List<(int, double)> { (protection, 1) };
            foreach ((int item, int begins, _, int[] pieces) in _starts)
            {
                PlanItem about = _problem.Items[item];
                if (about.Technology == technology && begins + about.Lead <= year)
                {
                    terms.AddRange(pieces.Select((p, s) => (p, -about.Benefit[s].Slope * _money)));
                }
            }

            Add(string.Empty, double.NegativeInfinity, 0, terms);
        }

        return protections;
    }

    private void Losses(Dictionary<(string Technology, int Year), int> protections)
    {
        double each = 1.0 / _problem.Scenarios.Count;
        if (_problem.Risk == PlanRisk.Expected)
        {
            // The loss of doing nothing stands in the objective too, so that the gap allowed is one of what is lost, not of what is saved.
            _ = Variable("doing nothing", 1, 1, isWhole: false, _problem.Scenarios.Average(s => s.Hits.Sum(h => h.Loss)) / _loss);
            foreach (PlanHit hit in _problem.Scenarios.SelectMany(s => s.Hits))
            {
                int p = protections[(hit.Technology, hit.Year)];
                _variables[p] = _variables[p] with { Cost = _variables[p].Cost - (each * hit.Loss / _loss) };
            }

            return;
        }

        int threshold = Variable("value at risk", double.NegativeInfinity, double.PositiveInfinity, isWhole: false, 1);
        foreach (PlanScenario scenario in _problem.Scenarios)
        {
            int above = Variable(scenario.Name, 0, double.PositiveInfinity, isWhole: false, each / (1 - _problem.Tail));
            Add(
                string.Empty,
                scenario.Hits.Sum(h => h.Loss) / _loss,
                double.PositiveInfinity,
                [(above, 1), (threshold, 1), .. scenario.Hits.Select(h => (protections[(h.Technology, h.Year)], h.Loss / _loss))]
            );
        }
    }

    private string Name(int item) => $"{_problem.Items[item].Technology} {_problem.Items[item].Measure}";

    private int Variable(string name, double low, double high, bool isWhole, double cost)
    {
        _variables.Add(new ProgramVariable(name, low, high, isWhole, cost));
        return _variables.Count - 1;
    }

    /// <summary>Adds a constraint; terms of one variable are added up.</summary>
    private void Add(string name, double low, double high, IEnumerable<(int Variable, double Coefficient)> terms) =>
        _constraints.Add(
            new ProgramConstraint(name, low, high, [.. terms.GroupBy(t => t.Variable).Select(g => (g.Key, g.Sum(t => t.Coefficient)))])
        );
}
