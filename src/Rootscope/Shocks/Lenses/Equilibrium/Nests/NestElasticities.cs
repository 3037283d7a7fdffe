using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses.Equilibrium.Nests;

/// <summary>The elasticities of a set laid out over the industries and products of a table.</summary>
internal sealed record NestElasticities(
    double[] ValueAddedInputs,
    double[] AmongInputs,
    double[] DomesticImported,
    double?[] ProductInputs,
    double FinalDemand,
    double?[] FinalByProduct,
    IReadOnlyList<BuyerGroup> Groups
)
{
    /// <summary>The elasticity of a product among the inputs of a buyer.</summary>
    public double InputElasticity(int buyer, int product) => ProductInputs[product] ?? AmongInputs[buyer];

    public static NestElasticities Of(FlowTable table, ElasticitySet set)
    {
        string[] codes = [.. Enumerable.Range(0, table.Size).Select(i => table.Sectors.IndustryOf(new(i)).Code)];
        double[] amongInputs = Array.ConvertAll(codes, c => set.Of(Nest.AmongInputs, c));
        return new NestElasticities(
            Array.ConvertAll(codes, c => set.Of(Nest.ValueAddedInputs, c)),
            amongInputs,
            Array.ConvertAll(codes, c => set.Of(Nest.DomesticImported, c)),
            Array.ConvertAll(codes, c => set.OwnOf(Nest.ProductInputs, c)),
            set.Of(Nest.FinalDemand),
            Array.ConvertAll(codes, c => set.OwnOf(Nest.FinalDemand, c)),
            [
                .. Enumerable
                    .Range(0, codes.Length)
                    .GroupBy(j => amongInputs[j])
                    .OrderBy(g => g.Key)
                    .Select(g => new BuyerGroup(g.Key, [.. g])),
            ]
        );
    }
}

/// <summary>Buyers that share one elasticity among inputs, so that powers of prices are taken once for all of them.</summary>
internal sealed record BuyerGroup(double Elasticity, int[] Buyers);
