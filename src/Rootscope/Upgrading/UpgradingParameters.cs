using System.Globalization;
using Rootscope.Tables;

namespace Rootscope.Upgrading;

/// <summary>All figures that the loop rests on, by name; none is in code.</summary>
public sealed class UpgradingParameters
{
    /// <summary>What a doubling takes off cost. Unit: share a doubling.</summary>
    public const string LearningRate = "learning-rate";

    /// <summary>Deviation of the yearly change of cost. Unit: log points a year.</summary>
    public const string Shock = "shock";

    /// <summary>How much of a shock the next year carries on. Unit: ratio.</summary>
    public const string ShockAutocorrelation = "shock-autocorrelation";

    /// <summary>Correlation of the shocks of home and foreign makers. Unit: ratio.</summary>
    public const string ShockCorrelation = "shock-correlation";

    /// <summary>How market shares answer prices. Unit: elasticity.</summary>
    public const string ShareElasticity = "share-elasticity";

    /// <summary>Growth of home demand. Unit: share a year.</summary>
    public const string HomeGrowth = "home-growth";

    /// <summary>Growth of demand in the rest of the world. Unit: share a year.</summary>
    public const string ForeignGrowth = "foreign-growth";

    /// <summary>The economy's share of the world market. Unit: share.</summary>
    public const string WorldShare = "world-share";

    /// <summary>Profit over sales. Unit: share.</summary>
    public const string Markup = "markup";

    /// <summary>Research over profit. Unit: share.</summary>
    public const string ResearchOfProfit = "research-of-profit";

    /// <summary>What more research does to quality in the long run. Unit: elasticity.</summary>
    public const string KnowledgeElasticity = "knowledge-elasticity";

    /// <summary>How fast knowledge is obsolete. Unit: share a year.</summary>
    public const string KnowledgeDepreciation = "knowledge-depreciation";

    /// <summary>How fast the one behind takes over knowledge. Unit: share of the gap a year.</summary>
    public const string Spill = "spill";

    /// <summary>How much of the spill a full ban closes. Unit: share.</summary>
    public const string SpillClosed = "spill-closed";

    /// <summary>How much a unit made by the other side counts as experience, beside one of one's own. Unit: share.</summary>
    public const string ExperienceShared = "experience-shared";

    /// <summary>The chance that a missing capability is acquired at feasibility 0. Unit: share a year.</summary>
    public const string GateFar = "gate-far";

    /// <summary>The same at feasibility 1. Unit: share a year.</summary>
    public const string GateNear = "gate-near";

    /// <summary>The range that a parameter has to stay within, by name.</summary>
    private static readonly Dictionary<string, (double Low, double High)> Bounds = new(StringComparer.Ordinal)
    {
        [LearningRate] = (0, 0.9),
        [Shock] = (0, 2),
        [ShockAutocorrelation] = (-1, 1),
        [ShockCorrelation] = (0, 1),
        [ShareElasticity] = (0.1, 50),
        [HomeGrowth] = (-0.2, 0.5),
        [ForeignGrowth] = (-0.2, 0.5),
        [WorldShare] = (0.001, 0.999),
        [Markup] = (0, 1),
        [ResearchOfProfit] = (0, 1),
        [KnowledgeElasticity] = (0, 1),
        [KnowledgeDepreciation] = (0, 1),
        [Spill] = (0, 1),
        [SpillClosed] = (0, 1),
        [ExperienceShared] = (0, 1),
        [GateFar] = (0, 1),
        [GateNear] = (0, 1),
    };

    private readonly Dictionary<string, UpgradingParameter> _byName;

    /// <summary>Takes the parameters over and checks them, all faults at once.</summary>
    /// <param name="parameters">One of each name.</param>
    /// <exception cref="ModelException">One is missing, unknown, twice there or out of range.</exception>
    public UpgradingParameters(IReadOnlyList<UpgradingParameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        string[] faults =
        [
            .. Bounds.Keys.Where(n => parameters.Count(p => p.Name == n) != 1).Select(n => $"'{n}' has to be there once"),
            .. parameters.Where(p => !Bounds.ContainsKey(p.Name)).Select(p => $"'{p.Name}' is none of the loop"),
            .. parameters
                .Where(p => Bounds.TryGetValue(p.Name, out (double Low, double High) b) && !IsWithin(p, b))
                .Select(p =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"'{p.Name}' is {p.Low}, {p.Central}, {p.High}, which has to ascend from {Bounds[p.Name].Low} to "
                            + $"{Bounds[p.Name].High}"
                    )
                ),
        ];
        if (faults.Length > 0)
        {
            throw new ModelException($"The parameters of upgrading: {string.Join("; ", faults)}.");
        }

        All = [.. parameters];
        _byName = parameters.ToDictionary(p => p.Name, StringComparer.Ordinal);
    }

    /// <summary>All of them, in the order of data.</summary>
    public IReadOnlyList<UpgradingParameter> All { get; }

    /// <summary>One of them.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="UnknownNameException">There is none of that name.</exception>
    public UpgradingParameter this[string name] =>
        _byName.TryGetValue(name, out UpgradingParameter? found)
            ? found
            : throw new UnknownNameException("parameter", name, NearestNames.Of(name, _byName.Keys), "Name a parameter of the loop.");

    /// <summary>The same with one figure set, without a range.</summary>
    /// <param name="name">Which.</param>
    /// <param name="value">The figure, in the parameter's unit.</param>
    /// <exception cref="UnknownNameException">There is none of that name.</exception>
    /// <exception cref="ModelException">It is out of range.</exception>
    public UpgradingParameters With(string name, double value)
    {
        UpgradingParameter old = this[name];
        return With(old with { Low = value, Central = value, High = value, Source = "set in the question", IsAssumption = true });
    }

    /// <summary>The same with another parameter in the place of the one of its name.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <exception cref="UnknownNameException">There is none of that name.</exception>
    /// <exception cref="ModelException">It is out of range.</exception>
    public UpgradingParameters With(UpgradingParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        UpgradingParameter old = this[parameter.Name];
        return new UpgradingParameters([.. All.Select(p => p == old ? parameter : p)]);
    }

    private static bool IsWithin(UpgradingParameter parameter, (double Low, double High) bounds) =>
        parameter.Low >= bounds.Low
        && parameter.Low <= parameter.Central
        && parameter.Central <= parameter.High
        && parameter.High <= bounds.High;
}
