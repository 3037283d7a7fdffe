namespace Rootscope.Upgrading;

/// <summary>What a technology cost, and how much of it had been made, year by year.</summary>
/// <remarks>Years ascend, one apart or more; costs and cumulative production are above 0.</remarks>
public sealed class ExperienceSeries
{
    private readonly int[] _years;
    private readonly double[] _costs;
    private readonly double[] _cumulative;

    /// <summary>Takes the figures over and checks them.</summary>
    /// <param name="id">Its identifier.</param>
    /// <param name="years">The years, ascending.</param>
    /// <param name="costs">Cost or price of a unit in each year, above 0.</param>
    /// <param name="cumulative">All that had been made by the end of each year, above 0 and never falling.</param>
    /// <exception cref="ModelException">A figure is missing or out of range.</exception>
    public ExperienceSeries(string id, IReadOnlyList<int> years, IReadOnlyList<double> costs, IReadOnlyList<double> cumulative)
    {
        ArgumentNullException.ThrowIfNull(years);
        ArgumentNullException.ThrowIfNull(costs);
        ArgumentNullException.ThrowIfNull(cumulative);
        if (years.Count != costs.Count || years.Count != cumulative.Count)
        {
            throw new ModelException($"{id}: {years.Count} years, {costs.Count} costs and {cumulative.Count} sums of production.");
        }

        for (int i = 0; i < years.Count; i++)
        {
            if (
                !(costs[i] > 0 && double.IsFinite(costs[i]))
                || !(cumulative[i] > 0 && double.IsFinite(cumulative[i]))
                || (i > 0 && (years[i] <= years[i - 1] || cumulative[i] < cumulative[i - 1]))
            )
            {
                throw new ModelException($"{id}: years have to ascend, and costs and cumulative production to be above 0, in {years[i]}.");
            }
        }

        Id = id;
        _years = [.. years];
        _costs = [.. costs];
        _cumulative = [.. cumulative];
    }

    /// <summary>Its identifier.</summary>
    public string Id { get; }

    /// <summary>Its English name.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Identifiers of the technologies whose learning it tells.</summary>
    public IReadOnlyList<string> Technologies { get; init; } = [];

    /// <summary>What costs are measured in.</summary>
    public string CostUnit { get; init; } = string.Empty;

    /// <summary>What production is measured in.</summary>
    public string ProductionUnit { get; init; } = string.Empty;

    /// <summary>Where the figures are from.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>The published learning rate in words; empty where none is given.</summary>
    public string Published { get; init; } = string.Empty;

    /// <summary>The range of published learning rates. Unit: share a doubling; null where none is given.</summary>
    public (double Low, double High)? PublishedRange { get; init; }

    /// <summary>The years.</summary>
    public IReadOnlyList<int> Years => _years;

    /// <summary>Cost of a unit. Unit: <see cref="CostUnit"/>.</summary>
    public IReadOnlyList<double> Costs => _costs;

    /// <summary>All that had been made. Unit: <see cref="ProductionUnit"/>.</summary>
    public IReadOnlyList<double> Cumulative => _cumulative;

    /// <summary>The first years alone.</summary>
    internal ExperienceSeries First(int count) =>
        new(Id, _years[..count], _costs[..count], _cumulative[..count]) { Name = Name, Technologies = Technologies };
}
