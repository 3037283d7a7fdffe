using System.Collections.Concurrent;
using Rootscope.Dependence;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.WeakSpots;
using Rootscope.Web.Observing;

namespace Rootscope.Web.Api;

/// <summary>The weak spots of an economy, with the table behind the leverage.</summary>
internal sealed record WeakSpotAnswer(FlowTable Table, DependenceRule Rule, IReadOnlyList<WeakSpot> Spots);

/// <summary>Weak spots of economies, each question computed once and kept.</summary>
/// <remarks>Dependence rests on published shares of makers: trade between economies is no part of what this site holds. The questions are few, so all answers are kept.</remarks>
internal sealed class WeakSpotAnswers(ObservedEconomies economies)
{
    private const string WorldTable = "world-2011";

    private static readonly Dictionary<string, string> Tables = new(StringComparer.Ordinal) { ["CHN"] = "china-2020", ["USA"] = "usa-2017" };

    private readonly ConcurrentDictionary<(string Economy, string Rule), Lazy<WeakSpotAnswer>> _answers = new();

    /// <summary>The weak spots of an economy by a rule.</summary>
    /// <param name="economy">Three-letter code of the economy.</param>
    /// <param name="rule">One of <see cref="DependenceRules.Names"/>.</param>
    /// <exception cref="UnknownNameException">No table has such an economy.</exception>
    public WeakSpotAnswer Of(string economy, string rule)
    {
        // The economy is looked up first, so that only answers that can be had are kept.
        var state = Tables.TryGetValue(economy, out string? own) ? new PageState { Table = own } : new PageState { Table = WorldTable, Region = economy };
        _ = economies.Economy(state);
        return _answers.GetOrAdd((economy, rule), key => new Lazy<WeakSpotAnswer>(() => Compute(key.Economy, key.Rule, state))).Value;
    }

    private WeakSpotAnswer Compute(string economy, string ruleName, PageState state)
    {
        DependenceRule rule = DependenceRules.Read(ruleName);
        var rollUp = new TechnologyRollUp(economy, rule, economies.Catalogue, FactLibrary.Holdings(), null);
        var edition = TechnologyRollUp.EditionOf(string.Empty);
        IReadOnlyList<WeakSpot> spots = WeakSpotMatrix.Of(
            economies.Catalogue,
            rollUp.Of,
            t => TechnologyFeasibility.Of(economy, economies.Catalogue.CarriersOf(t, edition), []),
            new WeakSpotContext(economies.Ranking(state), new Dictionary<string, InputOrigins>()));
        return new WeakSpotAnswer(economies.Economy(state), rule, spots);
    }
}
