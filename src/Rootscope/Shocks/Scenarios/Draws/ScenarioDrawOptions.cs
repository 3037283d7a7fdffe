namespace Rootscope.Shocks.Scenarios.Draws;

/// <summary>How far what a scenario does not know is drawn. 0 leaves a source at its point.</summary>
/// <remarks>Where the widths are from: docs/methods/scenarios.md.</remarks>
public sealed record ScenarioWidths
{
    /// <summary>
    /// Standard deviation of the log odds of every share that is cut, and of the log of every rate and of every other change. Unit: log
    /// points.
    /// </summary>
    public double Sizes { get; init; } = 0.25;

    /// <summary>Standard deviation of the log of a factor on the elasticities of each nest. Unit: log points.</summary>
    public double Elasticities { get; init; } = 0.42;

    /// <summary>Standard deviation of the log of a factor on the days of stock. Unit: log points.</summary>
    public double Stocks { get; init; } = 0.42;
}

/// <summary>How many draws are made of a scenario, and from what.</summary>
public sealed record ScenarioDrawOptions
{
    /// <summary>Number of draws, at least 1.</summary>
    public required int Draws { get; init; }

    /// <summary>The seed: one seed gives the same bands on any machine and number of threads.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>How widely each source is drawn.</summary>
    public ScenarioWidths Widths { get; init; } = new();

    /// <summary>Most threads to use.</summary>
    public int Threads { get; init; } = 1;
}
