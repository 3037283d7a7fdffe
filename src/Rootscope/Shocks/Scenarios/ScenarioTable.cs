using System.Globalization;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Tables;

namespace Rootscope.Shocks.Scenarios;

/// <summary>
/// The table that lenses work on: the scenario's, with every technology that it declares as part of an industry split off from it.
/// </summary>
/// <remarks>
/// A split is proportional: in every flow the technology has the share that the scenario declares, so that before any shock nothing changes
/// but the number of names (<see cref="TableAggregation"/>). What the split adds is that the technology can be lost without the rest of its
/// industry. Its code is its identifier in the catalogue; it stands behind what is left of its carrier.
/// </remarks>
public sealed class ScenarioTable
{
    /// <summary>The number that stands for everything outside a one-region table.</summary>
    public const int Abroad = -1;

    /// <summary>The word for everything outside a one-region table.</summary>
    public const string AbroadWord = "abroad";

    /// <summary>The word for every region, or every region but those on the other side of a flow.</summary>
    public const string AllWord = "all";

    private readonly Dictionary<string, string[]> _partsOf;

    private ScenarioTable(FlowTable source, FlowTable table, IReadOnlyList<ScenarioProduct> carried, EssentialityMatrix? essentiality)
    {
        Essentiality = essentiality;
        Source = source;
        Table = table;
        Carried = carried;
        _partsOf = carried
            .Where(c => c.IsPartOfCarrier)
            .GroupBy(c => c.Code, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(c => c.WorkingCode).Prepend(g.Key).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The table as it is.</summary>
    public FlowTable Source { get; }

    /// <summary>The table with the technologies split off.</summary>
    public FlowTable Table { get; }

    /// <summary>The technologies that the scenario names, each once, with the industries that carry them.</summary>
    public IReadOnlyList<ScenarioProduct> Carried { get; }

    /// <summary>How essential inputs are, for lenses that ask; null counts every input by its share.</summary>
    public EssentialityMatrix? Essentiality { get; }

    /// <summary>Whether the table has one region, beyond which lies "abroad".</summary>
    public bool IsOneRegion => Table.Sectors.Regions.Count == 1;

    /// <summary>Number of products of each region.</summary>
    public int ProductCount => Table.Sectors.Industries.Count;

    /// <summary>Splits a table as a scenario declares.</summary>
    /// <exception cref="UnknownNameException">A shock names an industry that the table does not have.</exception>
    /// <exception cref="ModelException">A technology is declared in two ways, or the shares of a carrier exceed it.</exception>
    public static ScenarioTable Of(Scenario scenario, FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(table);
        ScenarioProduct[] carried = [.. scenario.Shocks.SelectMany(s => s.Products).Where(p => p.Technology is not null).Distinct()];
        foreach (
            IGrouping<string, ScenarioProduct> twice in carried
                .GroupBy(p => p.Technology!, StringComparer.Ordinal)
                .Where(g => g.Count() > 1)
        )
        {
            throw new ModelException(
                $"{twice.Key} is declared in two ways: "
                    + $"{string.Join(" and ", twice.Select(p => FormattableString.Invariant($"{p.ShareOfCarrier} of {p.Code}")))}. "
                    + $"Declare it alike in every shock."
            );
        }

        foreach (
            IGrouping<string, ScenarioProduct> carrier in carried.Where(p => p.IsPartOfCarrier).GroupBy(p => p.Code, StringComparer.Ordinal)
        )
        {
            double sum = carrier.Sum(p => p.ShareOfCarrier);
            if (sum >= 1)
            {
                throw new ModelException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The shares declared of {carrier.Key} sum to {sum:0.####}: "
                            + $"{string.Join(", ", carrier.Select(p => p.Technology))}. They have to leave something over; lower them."
                    )
                );
            }
        }

        return new ScenarioTable(
            table,
            Split(table, [.. carried.Where(p => p.IsPartOfCarrier)]),
            carried,
            scenario.Essentiality?.WithParts(carried.Where(p => p.IsPartOfCarrier).Select(p => (p.WorkingCode, p.Code)))
        );
    }

    /// <summary>
    /// Numbers of the products that a name stands for: a technology alone; a whole industry with every technology split off from it.
    /// </summary>
    public IReadOnlyList<int> NumbersOf(ScenarioProduct product)
    {
        ArgumentNullException.ThrowIfNull(product);
        string[] codes = product.IsPartOfCarrier ? [product.WorkingCode] : _partsOf.GetValueOrDefault(product.Code, [product.Code]);
        return [.. codes.Select(c => Table.Sectors.TryFindIndustry(c, out int number) ? number : Table.Sectors.FindIndustry(c))];
    }

    /// <summary>
    /// Numbers of regions by code; "all" stands for every one but those in <paramref name="except"/>, "abroad" for <see cref="Abroad"/>.
    /// </summary>
    public IReadOnlyList<int> NumbersOf(IReadOnlyList<string> regions, IReadOnlyList<string>? except = null)
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
                            .Where(r => !left.Contains(Table.Sectors.Regions[r].Code)),
                        AbroadWord => [Abroad],
                        _ => [Table.Sectors.TryFindRegion(code, out int number) ? number : Table.Sectors.FindRegion(code)],
                    }
                )
                .Distinct(),
        ];
    }

    /// <summary>Numbers of the regions that a scenario names: first those that it is aimed at, then those that act.</summary>
    public IReadOnlyList<int> RegionsNamedBy(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        IChange[] changes = [.. scenario.Shocks.Where(s => s.Values.All(v => v.Value != AllWord)).SelectMany(s => s.ChangesIn(this))];
        return [.. changes.Select(c => c.AimedAt).Concat(changes.Select(c => c.Acting)).Where(r => r != Abroad).Distinct()];
    }

    /// <summary>Elasticities for the split table: a technology has those of its carrier.</summary>
    public ElasticitySet ElasticitiesOf(ElasticitySet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        Elasticity[] inherited =
        [
            .. from part in Carried.Where(c => c.IsPartOfCarrier)
            from own in set.Elasticities.Where(e => e.Code == part.Code)
            select own with
            {
                Code = part.WorkingCode,
            },
        ];
        return inherited.Length == 0 ? set : new ElasticitySet(set.Name, [.. set.Elasticities, .. inherited]);
    }

    /// <summary>A product in words: its name, and for a technology what carries it.</summary>
    public string InWords(ScenarioProduct product)
    {
        ArgumentNullException.ThrowIfNull(product);
        string industry = Source.Sectors.TryFindIndustry(product.Code, out int number)
            ? $"{product.Code} {Source.Sectors.Industries[number].Name}"
            : product.Code;
        return product.Technology is null ? industry
            : product.IsPartOfCarrier
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{product.TechnologyName} ({product.ShareOfCarrier * 100:0.####}% of {industry})"
                )
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
                : Source.Sectors.TryFindRegion(c, out int r) ? SpokenName.Of(Source.Sectors.Regions[r].Name)
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

    private static FlowTable Split(FlowTable table, ScenarioProduct[] parts)
    {
        if (parts.Length == 0)
        {
            return table;
        }

        var links = new List<ConcordanceLink>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Industry industry in table.Sectors.Industries)
        {
            ScenarioProduct[] own = [.. parts.Where(p => p.Code == industry.Code)];
            links.Add(new ConcordanceLink(industry.Code, industry.Code, 1 - own.Sum(p => p.ShareOfCarrier)));
            names[industry.Code] = own.Length == 0 ? industry.Name : $"{industry.Name}, the rest";
            foreach (ScenarioProduct part in own)
            {
                links.Add(new ConcordanceLink(industry.Code, part.WorkingCode, part.ShareOfCarrier));
                names[part.WorkingCode] = part.TechnologyName ?? part.WorkingCode;
            }
        }

        string[] missing = [.. parts.Select(p => p.Code).Where(c => !table.Sectors.TryFindIndustry(c, out _))];
        return missing.Length > 0
            ? throw new UnknownNameException(
                "industry",
                missing[0],
                NearestNames.Of(missing[0], table.Sectors.Industries.Select(i => i.Code)),
                $"It is declared as a carrier; {table.Metadata.Id} does not have it."
            )
            : TableAggregation.Aggregate(table, industries: Concordance.Of("the scenario's carriers", links, names));
    }
}
