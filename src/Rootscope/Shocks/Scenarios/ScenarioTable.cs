using System.Globalization;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.World;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;

namespace Rootscope.Shocks.Scenarios;

/// <summary>
/// The table that lenses work on: the scenario's, with every technology that it declares as part of an industry split off from it.
/// </summary>
/// <remarks>
/// Where the economy's bridge has split a part off for the technology (<see cref="ScenarioEconomy"/>), that part is the technology, with
/// recipe and buyers of its own. Otherwise it is a slice: in every flow it has the share that the scenario declares, so that before any
/// shock nothing changes but the number of names (<see cref="TableAggregation"/>); its code is its identifier in the catalogue, and it
/// stands behind what is left of its carrier. Either way the technology can be lost without the rest of its industry.
/// </remarks>
public sealed class ScenarioTable
{
    /// <summary>The number that stands for everything outside a one-region table.</summary>
    public static RegionNumber Abroad => new(-1);

    /// <summary>The word for everything outside a one-region table.</summary>
    public const string AbroadWord = "abroad";

    /// <summary>The word for every region, or every region but those on the other side of a flow.</summary>
    public const string AllWord = "all";

    private readonly Dictionary<string, string[]> _partsOf;

    private readonly ScenarioEconomy _economy;

    private ScenarioTable(
        ScenarioEconomy economy,
        FlowTable table,
        IReadOnlyList<ScenarioProduct> carried,
        EssentialityMatrix? essentiality
    )
    {
        _economy = economy;
        Essentiality = essentiality;
        Table = table;
        Carried = carried;
        _partsOf = PartsBeside(economy, carried)
            .GroupBy(p => p.Industry, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(p => p.Part).Prepend(g.Key).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The table as it is.</summary>
    public FlowTable Source => _economy.Source;

    /// <summary>The table with the technologies split off.</summary>
    public FlowTable Table { get; }

    /// <summary>The technologies that the scenario names, each once, with the industries that carry them.</summary>
    public IReadOnlyList<ScenarioProduct> Carried { get; }

    /// <summary>How essential inputs are, for lenses that ask; null counts every input by its share.</summary>
    public EssentialityMatrix? Essentiality { get; }

    /// <summary>The use of capital goods among the flows; null where none was added.</summary>
    public ScenarioCapital? Capital => _economy.Capital is { } capital ? new ScenarioCapital(capital, Table.Sectors, Slices) : null;

    /// <summary>Codes of slices and of the industries that they were cut out of.</summary>
    private IReadOnlyDictionary<string, string> Slices { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How far the scenario looks ahead; null where it does not say. Unit: months.</summary>
    public double? HorizonMonths { get; private init; }

    /// <summary>In how long what is forbidden is had from others; null for never.</summary>
    public Replacement? Replacement { get; private init; }

    /// <summary>After how long what is forbidden of a product is all had from others; null for never. Unit: months.</summary>
    /// <param name="product">Number of the product; a slice takes as long as its carrier.</param>
    /// <exception cref="ModelException">Each product's own time is asked for, and it is not known.</exception>
    public double? MonthsToReplace(IndustryNumber product)
    {
        const double MonthsOfYear = 12;
        if (Replacement is not { } replacement || replacement.Months is not null)
        {
            return Replacement?.Months;
        }

        string code = Table.Sectors.Industries[product].Code;
        return _economy.YearsToReplace?.TryGetValue(Slices.GetValueOrDefault(code, code), out double years) == true
            ? years * MonthsOfYear
            : throw new ModelException(
                $"It is not known how long it takes to replace {code} {Table.Sectors.Industries[product].Name}. Give one length of "
                    + "time for all products, such as '18 months'."
            );
    }

    /// <summary>Whether factors of production move between industries, for the equilibrium over many regions.</summary>
    public FactorMobility Factors { get; private init; }

    /// <summary>Elasticity of substitution among exports, for equilibria of one region. Unit: elasticity.</summary>
    public double ExportsElasticity { get; private init; } = EquilibriumOptions.UsualExportsElasticity;

    /// <summary>How essential inputs are, for lenses that need to know: as the scenario says, or as is known of its economy.</summary>
    public EssentialityMatrix? Ratings =>
        Essentiality ?? _economy.Ratings?.WithParts(PartsBeside(_economy, Carried).Select(p => (p.Part, p.Industry)));

    /// <summary>Whether the table has one region, beyond which lies "abroad".</summary>
    public bool IsOneRegion => Table.Sectors.Regions.Count == 1;

    /// <summary>Why nothing from a region can fall short: it lies abroad, and the table has no imports; null otherwise.</summary>
    internal string? ReasonAgainstCutting(RegionNumber from) =>
        from == Abroad && !Table.HasImports && !Table.HasImportedFlows ? "The table has no imports that could fall short." : null;

    /// <summary>Number of products of each region.</summary>
    public int ProductCount => Table.Sectors.Industries.Count;

    /// <summary>Splits a table as a scenario declares.</summary>
    /// <exception cref="UnknownNameException">A shock names an industry that the table does not have.</exception>
    /// <exception cref="ModelException">A technology is declared in two ways, or the shares of a carrier exceed it.</exception>
    public static ScenarioTable Of(Scenario scenario, FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Of(scenario, new ScenarioEconomy(table));
    }

    /// <summary>Splits off what a scenario declares and no part of the economy stands for.</summary>
    /// <exception cref="UnknownNameException">A shock names an industry that the table does not have.</exception>
    /// <exception cref="ModelException">A technology is declared in two ways, its share is not known, or the shares of a carrier exceed
    /// it.</exception>
    public static ScenarioTable Of(Scenario scenario, ScenarioEconomy economy)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(economy);
        IReadOnlyList<ScenarioProduct> carried = CarrierShares.Of(scenario);
        ScenarioProduct[] slices = [.. carried.Where(p => p.IsPartOfCarrier && economy.PartOf(p) is null)];
        return new ScenarioTable(
            economy,
            CarrierShares.Sliced(economy, slices),
            carried,
            scenario.Essentiality?.WithParts(PartsBeside(economy, carried).Select(p => (p.Part, p.Industry)))
        )
        {
            HorizonMonths = scenario.HorizonMonths,
            Factors = scenario.Factors,
            ExportsElasticity = scenario.ExportsElasticity,
            Replacement = scenario.Replacement,
            Slices = slices.ToDictionary(s => s.WorkingCode, s => s.Code, StringComparer.Ordinal),
        };
    }

    /// <summary>
    /// Numbers of the products that a name stands for: a technology alone; a whole industry with every technology split off from it.
    /// </summary>
    public IReadOnlyList<IndustryNumber> NumbersOf(ScenarioProduct product)
    {
        ArgumentNullException.ThrowIfNull(product);
        string[] codes = product.IsPartOfCarrier
            ? [_economy.PartOf(product)?.Split.Code ?? product.WorkingCode]
            : _partsOf.GetValueOrDefault(product.Code, [product.Code]);
        return [.. codes.Select(c => Table.Sectors.TryFindIndustry(c, out IndustryNumber number) ? number : Table.Sectors.FindIndustry(c))];
    }

    /// <summary>
    /// Numbers of regions by code; "all" stands for every one but those in <paramref name="except"/>, "abroad" for <see cref="Abroad"/>.
    /// </summary>
    public IReadOnlyList<RegionNumber> NumbersOf(IReadOnlyList<string> regions, IReadOnlyList<string>? except = null)
    {
        ArgumentNullException.ThrowIfNull(regions);
        HashSet<string> left = [.. except ?? []];
        return
        [
            .. regions
                .SelectMany(code =>
                    code switch
                    {
                        AllWord => Enumerable
                            .Range(0, Table.Sectors.Regions.Count)
                            .Where(r => !left.Contains(Table.Sectors.Regions[r].Code))
                            .Select(r => new RegionNumber(r)),
                        AbroadWord => [Abroad],
                        _ => [Table.Sectors.TryFindRegion(code, out RegionNumber number) ? number : Table.Sectors.FindRegion(code)],
                    }
                )
                .Distinct(),
        ];
    }

    /// <summary>Numbers of the regions that a scenario names: first those that it is aimed at, then those that act.</summary>
    public IReadOnlyList<RegionNumber> RegionsNamedBy(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        IChange[] changes = [.. scenario.Shocks.Where(s => s.Values.All(v => v.Value != AllWord)).SelectMany(s => s.ChangesIn(this))];
        return [.. changes.Select(c => c.AimedAt).Concat(changes.Select(c => c.Acting)).Where(r => r != Abroad).Distinct()];
    }

    /// <summary>Elasticities for the split table: a technology has those of its carrier.</summary>
    public ElasticitySet ElasticitiesOf(ElasticitySet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        set = _economy.Bridge is { } bridge ? set.For(bridge) : set;
        Elasticity[] inherited =
        [
            .. from part in Carried.Where(c => c.IsPartOfCarrier && _economy.PartOf(c) is null)
            from own in set.Elasticities.Where(e => e.Code == part.Code)
            select own with
            {
                Code = part.WorkingCode,
            },
        ];
        return inherited.Length == 0 ? set : new ElasticitySet(set.Name, [.. set.Elasticities, .. inherited]);
    }

    /// <summary>
    /// Share of the carrier's output that a technology is, as declared or as the part that was split off has it, over all regions; 1 for a
    /// whole industry. Unit: share.
    /// </summary>
    public double ShareOf(ScenarioProduct product)
    {
        ArgumentNullException.ThrowIfNull(product);
        return product.ShareOfCarrier
            ?? (
                _economy.PartOf(product) is { } part
                    ? CarrierShares.OutputOf(Table, part.Split.Code) / CarrierShares.OutputOf(Source, product.Code)
                    : 1
            );
    }

    /// <summary>How a technology is taken out of the industry that carries it, in words.</summary>
    public string HowTaken(ScenarioProduct product)
    {
        ArgumentNullException.ThrowIfNull(product);
        string taken =
            !product.IsPartOfCarrier ? "the industry as a whole"
            : _economy.PartOf(product) is null ? "split off, with that share of every flow"
            : product.ShareOfCarrier is null ? "split off, with recipe, buyers and size of its own"
            : "split off, with recipe and buyers of its own";
        return product.StandsFor is { } several ? $"{taken}; one part for {several}" : taken;
    }

    /// <summary>A product in words: its name, and for a technology what carries it.</summary>
    public string InWords(ScenarioProduct product)
    {
        ArgumentNullException.ThrowIfNull(product);
        string industry = Source.Sectors.TryFindIndustry(product.Code, out IndustryNumber number)
            ? $"{product.Code} {Source.Sectors.Industries[number].Name}"
            : product.Code;
        return product.Technology is null ? industry
            : product.IsPartOfCarrier
                ? string.Create(CultureInfo.InvariantCulture, $"{product.TechnologyName} ({ShareOf(product) * 100:0.####}% of {industry})")
            : $"{product.TechnologyName} (taken as {industry})";
    }

    /// <summary>Products in words, between semicolons.</summary>
    public string InWords(IReadOnlyList<ScenarioProduct> products)
    {
        ArgumentNullException.ThrowIfNull(products);
        bool isEverything =
            products.Count == Source.Sectors.Industries.Count && products.Count > 1 && products.All(p => p.Technology is null);

        // Names of industries hold commas and ands of their own.
        return isEverything ? "all products" : string.Join("; ", products.Select(InWords));
    }

    /// <summary>Regions in words, by name.</summary>
    public string RegionsInWords(IReadOnlyList<string> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return Listed([
            .. codes.Select(c =>
                c == AllWord ? "all other regions"
                : Source.Sectors.TryFindRegion(c, out RegionNumber r) ? SpokenName.Of(Source.Sectors.Regions[r].Name)
                : c
            ),
        ]);
    }

    internal static string Listed(IReadOnlyList<string> items) =>
        items.Count switch
        {
            0 => string.Empty,
            1 => items[0],
            _ => $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}",
        };

    /// <summary>Everything that is split off an industry, with the industry: the bridge's parts, then slices.</summary>
    private static IEnumerable<(string Part, string Industry)> PartsBeside(
        ScenarioEconomy economy,
        IReadOnlyList<ScenarioProduct> carried
    ) =>
        (economy.Bridge?.SplitOff ?? [])
            .Select(p => (p.Code, p.Parent))
            .Concat(carried.Where(c => c.IsPartOfCarrier && economy.PartOf(c) is null).Select(c => (c.WorkingCode, c.Code)));
}
