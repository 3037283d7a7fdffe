using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Tables;

namespace Rootscope.Shocks.Stake;

/// <summary>The logs of elasticities at the three horizons, laid out over levels, products and industries. Shared by all threads.</summary>
/// <param name="Items">The items among inputs, which know the levels.</param>
/// <param name="DomesticImported">By horizon and product, padded.</param>
/// <param name="ValueAddedInputs">By horizon and industry, padded.</param>
/// <param name="FinalDemand">By horizon.</param>
internal sealed record NestsByHorizon(InputItems Items, double[][] DomesticImported, double[][] ValueAddedInputs, double[] FinalDemand)
{
    public static NestsByHorizon Of(FlowTable table, HorizonElasticities elasticities, InputItems items)
    {
        NestElasticities[] nests = [.. elasticities.Sets.Select(set => NestElasticities.Of(table, set))];
        return new NestsByHorizon(
            items,
            [.. nests.Select(n => Padded(n.DomesticImported, items.Stride))],
            [.. nests.Select(n => Padded(n.ValueAddedInputs, items.Stride))],
            [.. nests.Select(n => n.FinalDemand)]
        );
    }

    private static double[] Padded(double[] values, int length)
    {
        var result = new double[length];
        Array.Fill(result, 1);
        values.CopyTo(result, 0);
        return result;
    }
}

/// <summary>The elasticities of one moment. One instance a thread.</summary>
internal sealed class NestsAtMoment(NestsByHorizon nests)
{
    /// <summary>Elasticity among inputs by level.</summary>
    public double[] Levels { get; } = new double[nests.Items.LevelCount];

    /// <summary>Elasticity between home and abroad by product, padded.</summary>
    public double[] DomesticImported { get; } = new double[nests.Items.Stride];

    /// <summary>Elasticity between value added and inputs by industry, padded.</summary>
    public double[] ValueAddedInputs { get; } = new double[nests.Items.Stride];

    /// <summary>Elasticity among products of final users.</summary>
    public double FinalDemand { get; private set; }

    /// <summary>The moment, held between the first and the last horizon: two moments with one key have the same elasticities.</summary>
    public double Key { get; private set; } = double.NaN;

    /// <summary>The key of a moment.</summary>
    public static double KeyOf(double years) => Math.Clamp(years, HorizonElasticities.Years[0], HorizonElasticities.Years[^1]);

    /// <summary>Moves to a moment; false where the elasticities are those of before.</summary>
    public bool Move(double years)
    {
        double key = KeyOf(years);
        if (key == Key)
        {
            return false;
        }

        Key = key;
        int from = key <= HorizonElasticities.Years[1] ? 0 : 1;
        double start = HorizonElasticities.Years[from];
        double share = Math.Log(key / start) / Math.Log(HorizonElasticities.Years[from + 1] / start);
        Between(nests.Items.LevelElasticities, from, share, Levels);
        Between(nests.DomesticImported, from, share, DomesticImported);
        Between(nests.ValueAddedInputs, from, share, ValueAddedInputs);
        FinalDemand = Between(nests.FinalDemand[from], nests.FinalDemand[from + 1], share);
        return true;
    }

    private static void Between(double[][] values, int from, double share, double[] result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = Between(values[from][i], values[from + 1][i], share);
        }
    }

    private static double Between(double a, double b, double share) =>
        a == b || share == 0 ? a
        : share == 1 ? b
        : Math.Exp(((1 - share) * Math.Log(a)) + (share * Math.Log(b)));
}
