namespace Rootscope.Shocks.Lenses.Inventory;

/// <summary>
/// The numerical habits of the reference program (BoARIO 0.6.3), for comparison with its series only: losses of capacity that act late,
/// roundings of damages, and differences that count as none.
/// </summary>
internal sealed class ReferenceHabits(DailyFlows flows, InventoryState state)
{
    private const double CloseAbsolute = 1e-8;
    private const double CloseRelative = 1e-5;

    private readonly DailyFlows _flows = flows;
    private readonly InventoryState _state = state;

    /// <summary>What the reference does: losses of capacity act a day late, recovery a day later still, rounded.</summary>
    public static double ShareOf(CapacityLoss loss, int day)
    {
        double elapsed = day - 2 - loss.Profile.Start - loss.Profile.Duration;
        return day - 1 < loss.Profile.Start ? 0
            : elapsed < 0 ? loss.Share
            : RoundedShare(loss.Share * loss.Profile.Left(elapsed));
    }

    public static double CapitalOf(CapitalLoss loss, int day)
    {
        double elapsed = day - 1 - loss.Profile.Start - loss.Profile.Duration;
        return day < loss.Profile.Start ? 0
            : elapsed < 0 ? loss.Amount
            : RoundedCapital(loss.Amount * loss.Profile.Left(elapsed));
    }

    /// <summary>Whether the reference would see no difference between what arrives and what is used (its relative 1e-5).</summary>
    public bool ArrivalsAreClose()
    {
        for (int cell = 0; cell < _state.Net.Length; cell++)
        {
            double use = _flows.InputUse[cell];
            double used = use * (1 + _state.Made[_flows.SellerOf(cell % _flows.Buyers)]);
            if (Math.Abs(use * _state.Net[cell]) > CloseAbsolute + (CloseRelative * Math.Abs(used)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the reference would see no difference between stocks and intended stocks.</summary>
    public bool StocksAreClose()
    {
        for (int cell = 0; cell < _state.Stock.Length; cell++)
        {
            double cover = _state.Cover[cell / _flows.Buyers];
            if (double.IsFinite(cover))
            {
                double use = _flows.InputUse[cell];
                double intended = cover * (1 + _state.Intended[_flows.SellerOf(cell % _flows.Buyers)]);
                if (Math.Abs(use * (cover + _state.Stock[cell] - intended)) > CloseAbsolute + (CloseRelative * use * intended))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static double RoundedShare(double value) => Math.Round(value * 1e6) / 1e6;

    /// <summary>Capital, in millions: seven decimals.</summary>
    public static double RoundedCapital(double value) => Math.Round(value * 1e7) / 1e7;
}
