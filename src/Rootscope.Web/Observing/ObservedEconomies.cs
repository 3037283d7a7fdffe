using System.Collections.Concurrent;
using Rootscope.Accounts;
using Rootscope.Accounts.Exposure;
using Rootscope.Catalogue;
using Rootscope.Dependence;
using Rootscope.Roots;
using Rootscope.Roots.Bands;
using Rootscope.Roots.Measures;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Storage;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;
using Rootscope.Web.Hosting;
using Rootscope.Web.Language;

namespace Rootscope.Web.Observing;

/// <summary>What the pages show of economies: tables, rankings and the catalogue, each computed once and kept.</summary>
/// <remarks>
/// Safe for use by many requests at once. The number of rankings kept is bounded; the oldest question is forgotten first.
/// </remarks>
internal sealed class ObservedEconomies(TableLibrary library, int? threads, TimeProvider clock)
{
    public const string DefaultTable = "china-2020";

    /// <summary>The largest table whose inverse is made for a page. Unit: sectors.</summary>
    public const int LargestInverse = 3000;

    private const int LargestBands = 500;
    private const long BandSeed = 1;
    private const int InversesKept = 2;
    private const int RankingsKept = 64;
    private const int ViewsKept = 64;
    private static readonly TimeSpan ListKept = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Lazy<FlowTable>> _tables = new(StringComparer.Ordinal);
    private readonly KeptAnswers<RankingKey, RootRanking> _rankings = new(RankingsKept);
    private readonly KeptAnswers<(string Table, string Region), FlowTable> _regions = new(RankingsKept);
    private readonly KeptAnswers<(string Economy, string Region, string Rule), WeakSpotView> _weakSpots = new(ViewsKept);
    private readonly KeptAnswers<(string Economy, double Cut), RootBands> _bands = new(RankingsKept);
    private readonly KeptAnswers<string, InputExposure> _exposures = new(InversesKept);
    private readonly KeptAnswers<string, IReadOnlyList<ReviewFinding>> _reviews = new(ViewsKept);
    private readonly WorldInputs _world = new(threads ?? Environment.ProcessorCount);
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _chineseNames = new(StringComparer.Ordinal);
    private readonly Lock _bandGate = new();
    private readonly Lock _gate = new();
    private IReadOnlyList<TableSummary>? _tableList;
    private long _listedAt;

    /// <summary>Draws of a page's bands.</summary>
    public int BandDraws { get; init; } = ObservatoryOptions.UsualBandDraws;

    public TechnologyCatalogue Catalogue { get; } = CatalogueLibrary.Read();

    /// <summary>The tables that there are, as they were at most a few seconds ago.</summary>
    /// <remarks>Looking means opening the workspace's database; a busy site asks it once, not once a page.</remarks>
    public IReadOnlyList<TableSummary> Tables
    {
        get
        {
            lock (_gate)
            {
                if (_tableList is null || clock.GetElapsedTime(_listedAt) > ListKept)
                {
                    _tableList = library.List();
                    _listedAt = clock.GetTimestamp();
                }

                return _tableList;
            }
        }
    }

    /// <summary>Threads of a computation.</summary>
    public int Threads => threads ?? Environment.ProcessorCount;

    /// <summary>The table that a page is about, or one region of it.</summary>
    /// <exception cref="UnknownNameException">There is no such table or region.</exception>
    public FlowTable Economy(PageState state)
    {
        FlowTable table = Table(state.Table);
        if (table.Sectors.Regions.Count == 1 && state.Region is null)
        {
            return table;
        }

        int region = state.Region is null ? 0 : table.Sectors.FindRegion(state.Region);
        return _regions.Of((table.ContentHash, table.Sectors.Regions[region].Code), () => RegionalView.Of(table, region));
    }

    /// <summary>A table by name.</summary>
    public FlowTable Table(string name)
    {
        Lazy<FlowTable> entry = _tables.GetOrAdd(name, n => new Lazy<FlowTable>(() => library.Read(n)));
        try
        {
            return entry.Value;
        }
        catch
        {
            // A name that is not there today may be imported tomorrow.
            _tables.TryRemove(name, out _);
            throw;
        }
    }

    /// <summary>
    /// The state of a page with its tables and regions held against what there is; what is not there is read as its default, and named.
    /// </summary>
    public PageState Known(PageState state)
    {
        PageState own = KnownTable(state);
        if (own.With is null)
        {
            return own;
        }

        PageState other = KnownTable(own.Other with { Faults = [] });
        return other.Faults.Count == 0 ? own : own with { Faults = [.. own.Faults, .. other.Faults], With = null };
    }

    /// <summary>The root ranking that a page asks for.</summary>
    public RootRanking Ranking(PageState state)
    {
        FlowTable economy = Economy(state);
        return _rankings.Of(
            new RankingKey(economy.ContentHash, state.Lens, state.Measure, state.Cut),
            () => RootRanking.Of(economy, OptionsOf(state, economy), Threads, progress: null, CancellationToken.None)
        );
    }

    /// <summary>
    /// How sure the ranking by leverage is under the equilibrium model and a page's cut; seconds of work when it is asked for first.
    /// </summary>
    public RootBands Bands(PageState state) => _bands.Of(BandKeyOf(state), () => DrawBands(state));

    /// <summary>Whether <see cref="Bands"/> is there; where it is not, it is begun.</summary>
    public bool HasBands(PageState state) => _bands.TryOf(BandKeyOf(state), () => DrawBands(state), out _);

    /// <summary>
    /// Whether pages of an economy begin to draw bands: of up to 500 industries, and for the default cut. Whoever wants those of another
    /// cut asks for the figure's data.
    /// </summary>
    public bool MayDrawBands(PageState state) => Economy(state).Size <= LargestBands && state.Cut.Equals(new PageState().Cut);

    /// <summary>The weak spots of the economy that a page is about. Their leverage is that of the default model, measure and cut.</summary>
    public WeakSpotView WeakSpots(PageState state)
    {
        FlowTable economy = Economy(state);
        return _weakSpots.Of(
            (economy.ContentHash, economy.Sectors.Regions[0].Code, state.Rule),
            () =>
                WeakSpotView.Make(
                    Ranking(new PageState { Table = state.Table, Region = state.Region }),
                    DependenceRules.Read(state.Rule),
                    Catalogue,
                    _world
                )
        );
    }

    /// <summary>
    /// Where the inputs of a table's industries come from through all tiers; null for a table of one region, or one too large to invert for
    /// a page.
    /// </summary>
    public InputExposure? InputsOf(FlowTable table) =>
        table.Sectors.Regions.Count == 1 || table.Size > LargestInverse
            ? null
            : _exposures.Of(
                table.ContentHash,
                () => InputExposure.Of(TotalRequirements.Of(table, InputOrigin.Domestic, new InverseOptions { Threads = Threads }))
            );

    /// <summary>A table held against what is known outside it.</summary>
    public IReadOnlyList<ReviewFinding> Review(FlowTable table) => _reviews.Of(table.ContentHash, () => TableReview.Of(table));

    /// <summary>What an industry is called; in Chinese where the list of its classification says so.</summary>
    public Phrase NameOf(FlowTable table, Industry industry) => NameOf(table.Metadata, industry.Code, industry.Name);

    /// <summary>What an industry is called, by its code and name in a table.</summary>
    public Phrase NameOf(TableMetadata metadata, string code, string name)
    {
        IReadOnlyDictionary<string, string> chinese = _chineseNames.GetOrAdd(
            metadata.Classification,
            id =>
                Classification.Find(id) is { } known
                    ? CatalogueLibrary.ChineseNamesOf(known)
                    : new Dictionary<string, string>(StringComparer.Ordinal)
        );
        return new Phrase(name, chinese.GetValueOrDefault(code, name));
    }

    private PageState KnownTable(PageState state)
    {
        if (!Tables.Any(t => t.Name == state.Table))
        {
            string near = string.Join(", ", NearestNames.Of(state.Table, Tables.Select(t => t.Name)));
            Phrase perhaps = near.Length > 0 ? new($" Perhaps {near}.", $"也许是 {near}。") : new(string.Empty, string.Empty);
            var fault = new Phrase(
                $"There is no table '{state.Table}'; that choice is left out.{perhaps.English}",
                $"没有名为“{state.Table}”的表，已忽略该选择。{perhaps.Chinese}"
            );
            return state with { Table = DefaultTable, Region = null, Faults = [.. state.Faults, fault] };
        }

        SectorIndex sectors = Table(state.Table).Sectors;
        if (state.Region is null || sectors.TryFindRegion(state.Region, out _))
        {
            return state;
        }

        var absent = new Phrase(
            $"The table {state.Table} has no region '{state.Region}'; that choice is left out.",
            $"表 {state.Table} 中没有地区“{state.Region}”，已忽略该选择。"
        );
        return state with { Region = null, Faults = [.. state.Faults, absent] };
    }

    private static RootOptions OptionsOf(PageState state, FlowTable economy) =>
        new()
        {
            Lens = state.Lens,
            Cut = state.Cut,
            Sort = state.Measure,
            Equilibrium = new EquilibriumOptions { Elasticities = IrreplaceabilityData.Rate(ElasticitySets.Read("short-run"), economy) },
        };

    private (string Economy, double Cut) BandKeyOf(PageState state) => (Economy(state).ContentHash, state.Cut);

    private RootBands DrawBands(PageState state)
    {
        FlowTable economy = Economy(state);
        RootOptions options = OptionsOf(state with { Lens = PageState.UsualLens, Measure = RootMeasures.Leverage }, economy);
        var question = new BandQuestion
        {
            Table = economy,
            Options = options,
            Traits = options.Equilibrium.Elasticities.RatedBy is null ? null : IrreplaceabilityData.EvidenceBehind(economy).Products,
        };

        // One at a time: draws keep every processor busy, and pages come first.
        lock (_bandGate)
        {
            return RootBands.Of(
                question,
                new BandOptions
                {
                    Draws = BandDraws,
                    Seed = BandSeed,
                    SourcesOf = [],
                    Threads = Threads,
                }
            );
        }
    }

    private readonly record struct RankingKey(string Economy, ILens Lens, RootMeasure Measure, double Cut);
}
