using System.Collections.Concurrent;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Shocks.Equilibrium;
using Rootscope.Storage;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;

namespace Rootscope.Web.Observing;

/// <summary>What the pages show of economies: tables, rankings and the catalogue, each computed once and kept.</summary>
/// <remarks>Safe for use by many requests at once. The number of rankings kept is bounded; the oldest question is forgotten first.</remarks>
internal sealed class ObservedEconomies(TableLibrary library, int? threads, TimeProvider clock)
{
    public const string DefaultTable = "china-2020";

    private const int RankingsKept = 64;
    private static readonly TimeSpan ListKept = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Lazy<FlowTable>> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<RankingKey, Lazy<RootRanking>> _rankings = [];
    private readonly Queue<RankingKey> _order = new();
    private readonly Lock _gate = new();
    private IReadOnlyList<TableSummary>? _tableList;
    private long _listedAt;

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

    /// <summary>The table that a page is about, or one region of it.</summary>
    /// <exception cref="UnknownNameException">There is no such table or region.</exception>
    public FlowTable Economy(PageState state)
    {
        FlowTable table = Table(state.Table);
        return table.Sectors.Regions.Count == 1 && state.Region is null
            ? table
            : RegionalView.Of(table, state.Region is null ? 0 : table.Sectors.FindRegion(state.Region));
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

    /// <summary>The root ranking that a page asks for.</summary>
    public RootRanking Ranking(PageState state)
    {
        FlowTable economy = Economy(state);
        var key = new RankingKey(economy.ContentHash, state.Lens, state.Measure, state.Cut);
        Lazy<RootRanking> entry;
        lock (_gate)
        {
            if (!_rankings.TryGetValue(key, out entry!))
            {
                entry = new Lazy<RootRanking>(() => RootRanking.Of(economy, OptionsOf(state, economy), threads ?? Environment.ProcessorCount, progress: null, CancellationToken.None));
                _rankings.Add(key, entry);
                _order.Enqueue(key);
                if (_order.Count > RankingsKept)
                {
                    _rankings.Remove(_order.Dequeue());
                }
            }
        }

        return entry.Value;
    }

    private static RootOptions OptionsOf(PageState state, FlowTable economy) => new()
    {
        Lens = state.Lens,
        Cut = state.Cut,
        Sort = state.Measure,
        Equilibrium = new EquilibriumOptions { Elasticities = IrreplaceabilityData.Rate(ElasticitySets.Read("short-run"), economy) },
    };

    private readonly record struct RankingKey(string Economy, Shocks.Lens Lens, RootSort Measure, double Cut);
}
