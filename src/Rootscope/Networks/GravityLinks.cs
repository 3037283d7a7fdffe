namespace Rootscope.Networks;

/// <summary>Links drawn by a <see cref="GravityModel"/>, and the scaling of them to the cells of its table.</summary>
internal sealed class GravityLinks
{
    private const int MostRounds = 100;
    private const double Settled = 1e-6;

    public List<int> Suppliers { get; } = [];

    public List<int> Customers { get; } = [];

    public List<double> Values { get; } = [];

    /// <summary>Links added because a cell had none.</summary>
    public int Forced { get; private set; }

    /// <summary>Share of all flows in cells that no two firms can carry.</summary>
    public double LeftOut { get; private set; }

    public void Add(int supplier, int customer, double value)
    {
        Suppliers.Add(supplier);
        Customers.Add(customer);
        Values.Add(value);
    }

    /// <summary>Gives every cell of the table that has no link one between the largest firms of its two sectors.</summary>
    public void FillCells(GravityModel model)
    {
        bool[] linked = new bool[model.Sectors * model.Sectors];
        for (int e = 0; e < Values.Count; e++)
        {
            linked[Cell(model, e)] = true;
        }

        (double lost, double all) = (0, 0);
        for (int g = 0; g < model.Sectors; g++)
        {
            for (int l = 0; l < model.Sectors; l++)
            {
                all += model.Flow(g, l);
                if (model.Flow(g, l) == 0 || linked[(g * model.Sectors) + l])
                {
                    continue;
                }

                ReadOnlySpan<int> sellers = model.FirmsOf(g);
                ReadOnlySpan<int> buyers = model.FirmsOf(l);
                if (sellers.Length == 0 || buyers.Length < (g == l ? 2 : 1))
                {
                    lost += model.Flow(g, l);
                    continue;
                }

                Add(sellers[0], buyers[g == l ? 1 : 0], model.Flow(g, l));
                Forced++;
            }
        }

        LeftOut = all > 0 ? lost / all : 0;
    }

    /// <summary>Scales links in turn to what each firm sells and to the cells, cells last, so that these are met exactly.</summary>
    /// <returns>The share of all sales that stands with other firms than it should.</returns>
    public double Scale(GravityModel model, CancellationToken cancellation)
    {
        var sales = new double[model.Firms];
        var cells = new double[model.Sectors * model.Sectors];
        double gap = 0;
        double before = double.PositiveInfinity;
        for (int round = 0; round < MostRounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            Sum(sales, e => Suppliers[e]);
            for (int e = 0; round > 0 && e < Values.Count; e++)
            {
                Values[e] *= model.SalesOf(Suppliers[e]) / sales[Suppliers[e]];
            }

            Sum(cells, e => Cell(model, e));
            for (int e = 0; e < Values.Count; e++)
            {
                int cell = Cell(model, e);
                Values[e] *= model.Flow(cell / model.Sectors, cell % model.Sectors) / cells[cell];
            }

            Sum(sales, e => Suppliers[e]);
            (double misplaced, double all) = (0, 0);
            for (int f = 0; f < sales.Length; f++)
            {
                misplaced += Math.Abs(sales[f] - model.SalesOf(f)) / 2;
                all += model.SalesOf(f);
            }

            gap = all > 0 ? misplaced / all : 0;
            if (gap <= Settled || gap > before * (1 - Settled))
            {
                break;
            }

            before = gap;
        }

        return gap;
    }

    /// <summary>What each firm buys of other firms.</summary>
    public double[] Purchases(int firms)
    {
        var purchases = new double[firms];
        Sum(purchases, e => Customers[e]);
        return purchases;
    }

    private int Cell(GravityModel model, int link) => (model.SectorOf(Suppliers[link]) * model.Sectors) + model.SectorOf(Customers[link]);

    private void Sum(double[] sums, Func<int, int> group)
    {
        Array.Clear(sums);
        for (int e = 0; e < Values.Count; e++)
        {
            sums[group(e)] += Values[e];
        }
    }
}
