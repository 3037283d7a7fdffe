using Rootscope.Accounts;
using Rootscope.Tables;
using Rootscope.Tables.Regions;

namespace Rootscope.Shocks.Lenses.Inventory;

/// <summary>A table as what is sold a day, by product and origin, so that all origins of a product stand together.</summary>
/// <remarks>
/// A seller is a pair of product and origin, numbered product × origins + origin. Origins are the table's regions; in a one-region table
/// with imports "abroad" is one more, which sells and buys no inputs. A product is one input, or two where part of its flows is the yearly
/// use of capital goods: what is used up in production, and what wears out. Money a day is money a year over 365. A sector without output
/// has no recipe: what it buys counts as final use of its region. Memory: one copy of the table's flows. Immutable.
/// </remarks>
internal sealed class DailyFlows
{
    private readonly double[] _sold;

    private DailyFlows(FlowTable table, bool hasAbroad, CapitalWear? capital)
    {
        Sectors = table.Sectors;
        Products = table.Sectors.Industries.Count;
        Regions = table.Sectors.Regions.Count;
        Origins = Regions + (hasAbroad ? 1 : 0);
        Buyers = Products * Regions;
        Capital = capital;
        int[] worn = [.. Enumerable.Range(0, capital is null ? 0 : Products).Where(p => capital!.IsCapitalGood(p))];
        CapitalInputOf = new int[Products];
        Array.Fill(CapitalInputOf, -1);
        for (int i = 0; i < worn.Length; i++)
        {
            CapitalInputOf[worn[i]] = Products + i;
        }

        ProductOf = [.. Enumerable.Range(0, Products), .. worn];
        Flows = new double[(long)Inputs * Origins * Buyers];
        FinalUse = new double[Sellers * Regions];
        Investment = new double[Sellers * Regions];
        Exports = new double[Products];
        Output = new double[Sellers];
        InputUse = new double[Inputs * Buyers];
        _sold = new double[Inputs * Origins];
        SoldToIndustries = new double[Sellers];
        ValueAdded = new double[Buyers];
    }

    /// <summary>Regions and industries.</summary>
    public SectorIndex Sectors { get; }

    /// <summary>Number of products.</summary>
    public int Products { get; }

    /// <summary>Number of regions that buy.</summary>
    public int Regions { get; }

    /// <summary>Number of origins of a product: the regions, and abroad where the table has one region with imports.</summary>
    public int Origins { get; }

    /// <summary>Number of buying sectors, region × products + product: the table's sectors.</summary>
    public int Buyers { get; }

    /// <summary>Number of inputs: one a product, and one more a capital good.</summary>
    public int Inputs => ProductOf.Length;

    /// <summary>Number of the product of every input; the first are the products themselves.</summary>
    public int[] ProductOf { get; }

    /// <summary>Number of the input that a product is as a capital good; -1 for none.</summary>
    public int[] CapitalInputOf { get; }

    /// <summary>What of the flows is the use of capital goods; null where none is among them.</summary>
    public CapitalWear? Capital { get; }

    /// <summary>Number of sellers.</summary>
    public int Sellers => Products * Origins;

    /// <summary>Sales to sectors, inputs × origins × buyers. Unit: the table's money a day.</summary>
    public double[] Flows { get; }

    /// <summary>Sales for final use, sellers × regions; exports of a one-region table are in it. Unit: money a day.</summary>
    public double[] FinalUse { get; }

    /// <summary>The part of <see cref="FinalUse"/> that is fixed capital formation. Unit: money a day.</summary>
    public double[] Investment { get; }

    /// <summary>Exports of a one-region table by product, in <see cref="FinalUse"/>; 0 elsewhere. Unit: money a day.</summary>
    public double[] Exports { get; }

    /// <summary>All that a seller makes, or brings in from abroad. Unit: money a day.</summary>
    public double[] Output { get; }

    /// <summary>Use of an input by a sector, of all origins, inputs × buyers. Unit: money a day.</summary>
    public double[] InputUse { get; }

    /// <summary>The sum of a seller's rows of <see cref="Flows"/>. Unit: money a day.</summary>
    public double[] SoldToIndustries { get; }

    /// <summary>Value added of a sector. Unit: money a day.</summary>
    public double[] ValueAdded { get; }

    /// <summary>Flows below 0, which are left out; told in the notes.</summary>
    public int NegativeFlows { get; private set; }

    /// <summary>Number of the seller who is a sector of the table.</summary>
    public int SellerOf(int sector) => (sector % Products * Origins) + (sector / Products);

    /// <summary>Number of the seller of a product from an origin.</summary>
    public int SellerOf(int product, int origin) => (product * Origins) + origin;

    /// <summary>What an origin sells of an input to every sector. Unit: money a day.</summary>
    public Span<double> RowOf(int input, int origin) => Flows.AsSpan(((input * Origins) + origin) * Buyers, Buyers);

    /// <summary>What an origin sells of an input to all sectors. Unit: money a day.</summary>
    public double SoldOf(int input, int origin) => _sold[(input * Origins) + origin];

    /// <summary>What a seller sells to a sector, as whichever input. Unit: money a day.</summary>
    public double FlowOf(int seller, int buyer)
    {
        (int product, int origin) = (seller / Origins, seller % Origins);
        int capital = CapitalInputOf[product];
        return RowOf(product, origin)[buyer] + (capital >= 0 ? RowOf(capital, origin)[buyer] : 0);
    }

    /// <summary>The inputs that a product is.</summary>
    public IEnumerable<int> InputsOf(int product)
    {
        yield return product;
        if (CapitalInputOf[product] >= 0)
        {
            yield return CapitalInputOf[product];
        }
    }

    /// <summary>Spreads a table over the days of a year.</summary>
    /// <param name="table">The table.</param>
    /// <param name="capital">What of its flows is the yearly use of capital goods; null for nothing.</param>
    public static DailyFlows Of(FlowTable table, CapitalWear? capital = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        var daily = new DailyFlows(table, table.Sectors.Regions.Count == 1 && table.HasImports, capital);
        double[] domestic = DomesticFlows.Of(table);
        ReadOnlySpan<double> all = table.Flows;
        for (int sector = 0; sector < daily.Buyers; sector++)
        {
            int seller = daily.SellerOf(sector);
            daily.Output[seller] = table.Output[sector] / InventoryOptions.DaysOfYear;
            daily.AddFlows(seller, sector, table.Output, domestic.AsSpan(sector * daily.Buyers, daily.Buyers));
            daily.AddFinalUse(table, sector, seller);
        }

        if (daily.Origins > daily.Regions)
        {
            daily.AddAbroad(table, all, domestic);
        }

        daily.Sum(TableTotals.ValueAdded(table));
        return daily;
    }

    private void AddFlows(int seller, int sector, ReadOnlySpan<double> output, ReadOnlySpan<double> row)
    {
        (int product, int origin) = (seller / Origins, seller % Origins);
        Span<double> flows = RowOf(product, origin);
        int capital = CapitalInputOf[product];
        for (int buyer = 0; buyer < Buyers; buyer++)
        {
            double flow = row[buyer] / InventoryOptions.DaysOfYear;
            if (output[buyer] == 0)
            {
                FinalUse[(seller * Regions) + (buyer / Products)] += flow;
            }
            else if (flow >= 0)
            {
                double worn = capital >= 0 ? flow * Capital!.ShareOf(sector, buyer) : 0;
                flows[buyer] = flow - worn;
                if (worn > 0)
                {
                    RowOf(capital, origin)[buyer] = worn;
                }
            }
            else
            {
                NegativeFlows++;
            }
        }
    }

    private void AddFinalUse(FlowTable table, int sector, int seller)
    {
        ReadOnlySpan<double> row = table.FinalDemandFor(new(sector));
        double share = table.HasImports && Regions == 1 ? 1 - ImportShares.Of(table).Values[sector] : 1;
        for (int c = 0; c < row.Length; c++)
        {
            FinalDemandCategory category = table.FinalDemandCategories[c];
            double imported = table.HasImportedFlows ? table.ImportedFinalDemand[(sector * row.Length) + c] : 0;
            double domestic =
                table.HasImportedFlows ? row[c] - imported
                : category.Kind == FinalDemandKind.Exports ? row[c]
                : row[c] * share;
            int cell = (seller * Regions) + category.Region;
            FinalUse[cell] += domestic / InventoryOptions.DaysOfYear;
            Investment[cell] += category.Kind == FinalDemandKind.FixedCapital ? domestic / InventoryOptions.DaysOfYear : 0;
            Exports[sector % Products] += category.Kind == FinalDemandKind.Exports ? domestic / InventoryOptions.DaysOfYear : 0;
        }
    }

    private void AddAbroad(FlowTable table, ReadOnlySpan<double> all, double[] domestic)
    {
        int categories = table.FinalDemandCategories.Count;
        double[] shares = ImportShares.Of(table).Values.ToArray();
        double[] row = new double[Buyers];
        for (int product = 0; product < Products; product++)
        {
            int seller = SellerOf(product, Regions);
            for (int buyer = 0; buyer < Buyers; buyer++)
            {
                row[buyer] = all[(product * Buyers) + buyer] - domestic[(product * Buyers) + buyer];
            }

            AddFlows(seller, product, table.Output, row);
            for (int c = 0; c < categories; c++)
            {
                FinalDemandCategory category = table.FinalDemandCategories[c];
                double value = table.FinalDemandFor(new(product))[c];
                double imported =
                    table.HasImportedFlows ? table.ImportedFinalDemand[(product * categories) + c]
                    : category.Kind == FinalDemandKind.Exports ? 0
                    : value * shares[product];
                FinalUse[seller] += imported / InventoryOptions.DaysOfYear;
                Investment[seller] += category.Kind == FinalDemandKind.FixedCapital ? imported / InventoryOptions.DaysOfYear : 0;
            }

            double inputs = row.Where((_, j) => table.Output[j] > 0).Sum(f => Math.Max(f, 0)) / InventoryOptions.DaysOfYear;
            Output[seller] = Math.Max(FinalUse[seller] + inputs, 0);
        }
    }

    private void Sum(double[] valueAdded)
    {
        for (int input = 0; input < Inputs; input++)
        {
            Span<double> use = InputUse.AsSpan(input * Buyers, Buyers);
            for (int origin = 0; origin < Origins; origin++)
            {
                double sold = 0;
                ReadOnlySpan<double> row = RowOf(input, origin);
                for (int buyer = 0; buyer < Buyers; buyer++)
                {
                    use[buyer] += row[buyer];
                    sold += row[buyer];
                }

                _sold[(input * Origins) + origin] = sold;
                SoldToIndustries[SellerOf(ProductOf[input], origin)] += sold;
            }
        }

        for (int buyer = 0; buyer < Buyers; buyer++)
        {
            ValueAdded[buyer] = valueAdded[buyer] / InventoryOptions.DaysOfYear;
        }
    }
}
