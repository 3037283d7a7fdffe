using System.Globalization;
using Rootscope.Roots.Stake;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Stake;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Tests.Golden;

/// <summary>The inputs of the golden vectors of "at stake", as the vectors have them: made economies and two countries.</summary>
internal static class StakeVectors
{
    private static readonly double[] AmongInputs = [0.1, 0.2, 0.1];

    /// <summary>The inputs of a made economy.</summary>
    public static (StakeInputs Inputs, HorizonElasticities Elasticities) Made(string name)
    {
        GoldenFile vectors = GoldenFile.Open("stake", name + ".json");
        GoldenFile given = vectors["inputs"];
        GoldenFile nests = given["elasticities"];
        string[] products = given.Texts("products");
        double[] flows = given.Figures("flows");
        double[] capital = given.Figures("capital_use");
        double[] output = given.Figures("output");
        double[] imports = given.Figures("imports");
        double[] exports = given.Figures("exports");
        FlowTable table = OneRegion(products, flows, given.Figures("final_use_capital_off"), exports, output, imports);
        FlowTable support = OneRegion(products, Sum(flows, capital), given.Figures("final_use_net"), exports, output, imports);
        double[][] inputs = Rows(nests.Figures("product_inputs"), products.Length);
        double[][] trade = Rows(nests.Figures("domestic_imported"), products.Length);
        double[] among = nests.Figures("among_inputs");
        ElasticitySet[] sets =
        [
            .. Enumerable
                .Range(0, 3)
                .Select(h =>
                    Set(name, products, inputs[h], trade[h], nests.Number("value_added_inputs"), among[h], nests.Number("final_demand"))
                ),
        ];
        return (
            new StakeInputs(table, support, given.Figures("years_to_replace"), given.Figures("depreciation")),
            new HorizonElasticities(sets[0], sets[1], sets[2])
        );
    }

    /// <summary>The inputs of a country: its embedded table with the vectors' own use of capital goods, elasticities and years.</summary>
    public static (StakeInputs Inputs, HorizonElasticities Elasticities) Country(string name)
    {
        FlowTable table = EmbeddedTables.Read(name);
        Dictionary<string, string>[] products = [.. Csv($"{name}-products.csv")];
        int[] at = [.. products.Select(p => IndexOf(table, p["code"]))];
        double[] Column(string column)
        {
            var values = new double[table.Size];
            for (int i = 0; i < at.Length; i++)
            {
                values[at[i]] = Number(products[i][column]);
            }

            return values;
        }

        string[] codes = [.. table.Sectors.Industries.Select(i => i.Code)];
        ElasticitySet[] sets =
        [
            .. new[] { "theta_0.5", "theta_3", "theta_10" }.Select(
                (column, h) => Set(name, codes, Column(column), Column(column), 0.5, AmongInputs[h], 0.9)
            ),
        ];
        return (
            new StakeInputs(table, WithCapital(table, $"{name}-capital-use.csv"), Column("years_to_replace"), Column("delta")),
            new HorizonElasticities(sets[0], sets[1], sets[2])
        );
    }

    public static int IndexOf(FlowTable table, string code) =>
        table.Sectors.TryFindIndustry(code, out IndustryNumber product) ? product : throw new InvalidOperationException($"no {code}");

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A file of the vectors, row by row.</summary>
    public static IEnumerable<Dictionary<string, string>> Csv(string file)
    {
        string[] lines = File.ReadAllLines(SharedData.Require("golden", "stake", file));
        string[] names = lines[0].Split(',');
        foreach (string line in lines.Skip(1))
        {
            // Names of products may hold commas in quotes; no other column does.
            string[] cells = line.Contains('"', StringComparison.Ordinal) ? Quoted(line) : line.Split(',');
            yield return names.Zip(cells).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal);
        }
    }

    /// <summary>A one-region table with one column of home final use and one of exports.</summary>
    public static FlowTable OneRegion(
        string[] products,
        double[] flows,
        double[] final,
        double[] exports,
        double[] output,
        double[] imports
    ) =>
        new(
            new FlowTableParts
            {
                Metadata = RandomEconomies.Metadata,
                Sectors = new SectorIndex([new Region("AAA", "Land A")], [.. products.Select(p => new Industry(p, p))]),
                FinalDemandCategories =
                [
                    new FinalDemandCategory("C", "Final use", FinalDemandKind.Households, new(0)),
                    new FinalDemandCategory("EX", "Exports", FinalDemandKind.Exports, new(0)),
                ],
                ValueAddedCategories = [],
                Flows = flows,
                FinalDemand = [.. final.Zip(exports).SelectMany(f => new[] { f.First, f.Second })],
                ValueAdded = [],
                Output = output,
                Imports = Array.TrueForAll(imports, m => m == 0) ? null : imports,
            }
        );

    public static ElasticitySet Set(
        string name,
        string[] codes,
        double[] inputs,
        double[] trade,
        double valueAdded,
        double among,
        double final
    ) =>
        new(
            name,
            [
                new Elasticity(Nest.ValueAddedInputs, string.Empty, valueAdded, "given"),
                new Elasticity(Nest.AmongInputs, string.Empty, among, "given"),
                new Elasticity(Nest.DomesticImported, string.Empty, 1, "given"),
                new Elasticity(Nest.FinalDemand, string.Empty, final, "given"),
                .. codes.SelectMany(
                    (code, i) =>
                        new[]
                        {
                            new Elasticity(Nest.ProductInputs, code, inputs[i], "given"),
                            new Elasticity(Nest.DomesticImported, code, trade[i], "given"),
                        }
                ),
            ]
        );

    private static FlowTable WithCapital(FlowTable table, string file)
    {
        int n = table.Size;
        int k = table.FinalDemandCategories.Count;
        double[] flows = table.Flows.ToArray();
        double[] final = table.FinalDemand.ToArray();
        int column = Enumerable.Range(0, k).First(c => table.FinalDemandCategories[c].Kind == FinalDemandKind.FixedCapital);
        foreach (Dictionary<string, string> row in Csv(file))
        {
            int i = IndexOf(table, row["product"]);
            double amount = Number(row["amount"]);
            flows[(i * n) + IndexOf(table, row["industry"])] += amount;
            final[(i * k) + column] -= amount;
        }

        return new FlowTable(
            new FlowTableParts
            {
                Metadata = table.Metadata,
                Sectors = table.Sectors,
                FinalDemandCategories = table.FinalDemandCategories,
                ValueAddedCategories = [],
                Flows = flows,
                FinalDemand = final,
                ValueAdded = [],
                Output = table.Output.ToArray(),
                Imports = table.HasImports ? table.Imports.ToArray() : null,
            }
        );
    }

    private static double[][] Rows(double[] byHorizon, int products) =>
        [.. Enumerable.Range(0, 3).Select(h => byHorizon.AsSpan(h * products, products).ToArray())];

    private static double[] Sum(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x + y)];

    private static string[] Quoted(string line)
    {
        var cells = new List<string>();
        bool inside = false;
        int start = 0;
        for (int i = 0; i <= line.Length; i++)
        {
            if (i == line.Length || (line[i] == ',' && !inside))
            {
                cells.Add(line[start..i].Trim('"'));
                start = i + 1;
            }
            else if (line[i] == '"')
            {
                inside = !inside;
            }
        }

        return [.. cells];
    }
}
