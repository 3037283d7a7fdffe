namespace Rootscope.Shocks.Stake;

/// <summary>An economy at given user prices of a scarce product. One instance a thread.</summary>
internal sealed class ScarceEconomy
{
    private readonly ScarcityPrices _prices;
    private readonly ScarcityQuantities _quantities;

    public ScarceEconomy(StakeEconomy economy)
    {
        Economy = economy;
        Nests = new NestsAtMoment(economy.Nests);
        _prices = new ScarcityPrices(economy, Nests);
        _quantities = new ScarcityQuantities(economy, Nests, _prices);
    }

    public StakeEconomy Economy { get; }

    public NestsAtMoment Nests { get; }

    public ScarceProduct Scarce { get; private set; } = null!;

    /// <summary>What users pay at the last prices for current use and for services, as log prices of the part that is short.</summary>
    public (double Flow, double Services) UserPrices => (UserPrice(_prices.Flow), UserPrice(_prices.Services));

    /// <summary>By how much the last budget of households missed their income, over base spending.</summary>
    public double BudgetGap => _quantities.BudgetGap;

    /// <summary>What users paid last for the scarce product beyond its cost, as a share of what households spend.</summary>
    public double RentShare => _quantities.RentShare;

    /// <summary>How often prices and quantities were solved.</summary>
    public int Evaluations { get; private set; }

    /// <summary>How many sweeps of prices and of quantities there were, in all.</summary>
    public (int Prices, int Quantities) Sweeps => (_prices.Sweeps, _quantities.Sweeps);

    /// <summary>Takes up a product and starts at the base.</summary>
    public void Take(ScarceProduct scarce)
    {
        Scarce = scarce;
        _prices.Take(scarce);
        _quantities.Take(scarce);
    }

    /// <summary>Takes up the product of another economy and starts where it stands.</summary>
    public void TakeFrom(ScarceEconomy other)
    {
        Scarce = other.Scarce;
        _prices.TakeFrom(other._prices);
        _quantities.TakeFrom(other._quantities);
    }

    /// <summary>
    /// Solves at user prices; null where no finite prices go with them or exports cannot pay for imports: nobody can pay them.
    /// </summary>
    public ShortageFigures? At(UserPrices users, CancellationToken cancellation)
    {
        Evaluations++;
        if (
            (!_prices.Solve(users, cancellation) && !_prices.SolveByNewton(users, cancellation))
            || !_quantities.Solve(cancellation)
            || !_quantities.IsPayable
        )
        {
            return null;
        }

        double flow = Scarce.Flow > 0 ? Math.Log(_quantities.Flow / Scarce.Flow) : 0;
        double services = Scarce.Services > 0 ? Math.Log(_quantities.Services / Scarce.Services) : 0;
        return double.IsFinite(flow) && double.IsFinite(services)
            ? new ShortageFigures(flow, services, _quantities.Spending, _prices.Flow.Scarcity, _prices.Services.Scarcity)
            : null;
    }

    /// <summary>Adds by how much outputs and exports of the last solve are below the base's, as shares, times a weight.</summary>
    public void AddFalls(double weight, Span<double> falls) => _quantities.AddFalls(weight, falls);

    private double UserPrice(ScarcePrice price) =>
        Scarce.Scope switch
        {
            SupplyScope.Domestic => price.Home,
            SupplyScope.Imported => price.Import,
            _ => price.Composite,
        };
}
