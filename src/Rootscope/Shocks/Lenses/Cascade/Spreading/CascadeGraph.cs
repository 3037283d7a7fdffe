using Rootscope.Networks;

namespace Rootscope.Shocks.Lenses.Cascade.Spreading;

/// <summary>A network as the cascade needs it: edges as shares of inputs and of sales, firms in a <see cref="FirmOrder"/>.</summary>
/// <remarks>
/// Inputs that are negligible carry no loss and are left out. Memory: at most 32 bytes an edge. Read by all threads, written by none.
/// </remarks>
internal sealed class CascadeGraph
{
    /// <summary>Marks the last input of a group; what is left is the supplier.</summary>
    public const int LastOfGroup = int.MinValue;

    private CascadeGraph(SupplyNetwork network, CascadeOptions options, byte[] ratings)
    {
        Order = new FirmOrder(network, options.Market);
        (InputStart, Inputs, InputShares) = CascadeShares.Inputs(network, Order, ratings, options.UseCosts);
        (OutletStart, Outlets, OutletShares, Sales) = CascadeShares.Outlets(network, Order, options.UseRevenue);
        (UserStart, Users) = CascadeShares.Reversed(InputStart, Inputs);
        (VendorStart, Vendors) = CascadeShares.Reversed(OutletStart, Outlets);
        Weights = new double[Count];
        for (int r = 0; r < Count; r++)
        {
            int firm = Order.FirmOf[r];
            Weights[r] = options.Weight == CascadeWeight.Revenue ? network.Firms.RevenueOf(new(firm)) ?? Sales[r] : Sales[r];
            TotalWeight += Weights[r];
        }
    }

    public int Count => Order.FirmOf.Length;

    public FirmOrder Order { get; }

    /// <summary>Sales in the network, which decide how well a firm replaces another.</summary>
    public double[] Sales { get; }

    public double[] Weights { get; }

    public double TotalWeight { get; }

    /// <summary>Inputs of each firm by group: each essential sector alone, all that is important together.</summary>
    public int[] InputStart { get; }

    public int[] Inputs { get; }

    public double[] InputShares { get; }

    /// <summary>Firms that have a firm among their inputs.</summary>
    public int[] UserStart { get; }

    public int[] Users { get; }

    /// <summary>Customers of each firm with their shares of its sales.</summary>
    public int[] OutletStart { get; }

    public int[] Outlets { get; }

    public double[] OutletShares { get; }

    /// <summary>Firms that have a firm among their customers.</summary>
    public int[] VendorStart { get; }

    public int[] Vendors { get; }

    /// <exception cref="Tables.TableException">A sector is not rated, or markets are asked for and the firms have none.</exception>
    public static CascadeGraph Of(SupplyNetwork network, CascadeOptions options) =>
        new(network, options, options.Essentiality.Between(network.Firms.Sectors));
}
