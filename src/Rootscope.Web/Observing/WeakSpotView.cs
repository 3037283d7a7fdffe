using Rootscope.Accounts;
using Rootscope.Catalogue;
using Rootscope.Dependence;
using Rootscope.Roots;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.WeakSpots;
using Rootscope.Web.Language;

namespace Rootscope.Web.Observing;

/// <summary>
/// The weak spots of an economy as the site knows them: by published shares, because no trade between economies is embedded.
/// </summary>
public sealed record WeakSpotView
{
    /// <summary>The table in which origins of inputs are looked up through all tiers.</summary>
    public const string WorldTable = "world-2011";

    /// <summary>Code of the economy.</summary>
    public required string Economy { get; init; }

    /// <summary>The table of the economy, one region.</summary>
    public required FlowTable Table { get; init; }

    public required DependenceRule Rule { get; init; }

    /// <summary>Every technology, those to build first at the head.</summary>
    public required IReadOnlyList<WeakSpot> Spots { get; init; }

    /// <summary>How complex the economy's exports are as a whole; null where that is not known.</summary>
    public CountryComplexity? Country { get; init; }

    /// <summary>What the economy is called.</summary>
    public Phrase Place => EconomyNames.Of(Table.Sectors.Regions[0]);

    /// <summary>The largest source of the shares, with the others counted: what a line of source says.</summary>
    public string Sources =>
        string.Join(
            "; ",
            Spots
                .Where(s => s.Dependence.Source.Length > 0)
                .GroupBy(s => s.Dependence.Source, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.Key)
                .Take(3)
        );

    public WeakSpot Of(Technology technology) => Spots.First(s => s.Technology == technology);

    internal static WeakSpotView Make(RootRanking ranking, DependenceRule rule, TechnologyCatalogue catalogue, WorldInputs inputs)
    {
        string economy = ranking.Table.Sectors.Regions[0].Code;
        var rollUp = new TechnologyRollUp(economy, rule, catalogue, FactLibrary.Holdings(), trade: null);
        Classification edition = TechnologyRollUp.EditionOf(string.Empty);
        return new WeakSpotView
        {
            Economy = economy,
            Table = ranking.Table,
            Rule = rule,
            Spots = WeakSpotMatrix.Of(
                catalogue,
                rollUp.Of,
                t => TechnologyFeasibility.Of(economy, catalogue.CarriersOf(t, edition), profiles: []),
                new WeakSpotContext(ranking, inputs.Of(economy, catalogue))
            ),
            Country = FactLibrary.Countries().FirstOrDefault(c => c.Country == economy),
        };
    }
}

/// <summary>
/// Where the inputs of every economy's industries come from, by the embedded table of the world. The inverse is made when it is first asked
/// for.
/// </summary>
internal sealed class WorldInputs(int threads)
{
    private readonly Lazy<TotalRequirements> _requirements = new(() =>
        TotalRequirements.Of(EmbeddedTables.Read(WeakSpotView.WorldTable), InputOrigin.Domestic, new InverseOptions { Threads = threads })
    );

    /// <summary>Origins by technology; none where the table of the world does not show the economy by itself.</summary>
    public IReadOnlyDictionary<string, InputOrigins> Of(string economy, TechnologyCatalogue catalogue) =>
        _requirements.Value.Table.Sectors.TryFindRegion(economy, out int region)
            ? InputOrigins.Of(_requirements.Value, region, catalogue)
            : new Dictionary<string, InputOrigins>(StringComparer.Ordinal);
}
