using Rootscope.Shocks.Scenarios;

namespace Rootscope.Shocks.Lenses;

/// <summary>
/// A model that shocks are seen through. It answers cuts of one product's supply in an economy of one region, and scenarios.
/// </summary>
/// <remarks>
/// None is the truth; together they bound it. Every lens has a folder of its own below <c>Shocks/Lenses</c> with its model, its kernels and
/// both answers, and a line in <see cref="LensRegistry"/>. A lens keeps nothing between questions: one object serves all threads.
/// </remarks>
public interface ILens
{
    /// <summary>The word for it in commands, addresses and files, such as "equilibrium".</summary>
    string Word { get; }

    /// <summary>What it assumes, in one sentence.</summary>
    string Meaning { get; }

    /// <summary>What it is called and how it is explained to readers of pages.</summary>
    LensDescription Description { get; }

    /// <summary>The stretch of time that it speaks of, in words.</summary>
    string Horizon { get; }

    /// <summary>What its loss is a share of: "real final spending" or "value added".</summary>
    string LossOf { get; }

    /// <summary>Whether it follows scenarios through time and uses when shocks begin and end; others compare two states of rest.</summary>
    bool KnowsTime => false;

    /// <summary>What sets its cuts apart from those of other lenses.</summary>
    CutTraits Cuts { get; }

    /// <summary>Answers cuts, each for itself.</summary>
    /// <param name="economy">What is cut.</param>
    /// <param name="cuts">The cuts.</param>
    /// <param name="threads">Most threads to use; the answers are the same bits on any number.</param>
    /// <param name="progress">Told how many cuts are done, where they take time.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <returns>One answer a cut, in their order.</returns>
    /// <exception cref="ModelException">The table cannot be such an economy.</exception>
    CutAnswers Cut(
        CutEconomy economy,
        IReadOnlyList<SupplyCut> cuts,
        int threads = 1,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    );

    /// <summary>The lens with stocks so many times as large at the start; itself where it knows none.</summary>
    /// <param name="factor">The factor, above 0.</param>
    ILens WithStocks(double factor) => this;

    /// <summary>What it makes of scenarios on such a table: the changes that it takes up, and how they are solved together.</summary>
    ScenarioModel ScenarioOn(ScenarioTable table);
}
