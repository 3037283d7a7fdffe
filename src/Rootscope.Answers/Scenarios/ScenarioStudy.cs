using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage.Scenarios;

namespace Rootscope.Answers.Scenarios;

/// <summary>A scenario with the economy that it happens to, ready to be run.</summary>
public sealed record ScenarioStudy
{
    internal ScenarioStudy() { }

    /// <summary>The question.</summary>
    public required ScenarioQuestion Question { get; init; }

    /// <summary>What the text held: the scenario as written, its table, and notes on how names were read.</summary>
    public required ScenarioReading Reading { get; init; }

    /// <summary>How the economy was made, before the use of capital goods was put among its flows.</summary>
    public required EconomyUnderStudy Economy { get; init; }

    /// <summary>The scenario as it is run: with the elasticities and ratings of the question.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>The table that is shocked.</summary>
    public required ScenarioEconomy Made { get; init; }
}

/// <summary>What a <see cref="ScenarioQuestion"/> comes to.</summary>
/// <param name="Study">What was run.</param>
/// <param name="Result">What all lenses say.</param>
public sealed record ScenarioAnswer(ScenarioStudy Study, ScenarioResult Result);
