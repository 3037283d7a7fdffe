using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Roots;
using Rootscope.Answers.Stake;
using Rootscope.Answers.Trade;
using Rootscope.Answers.WeakSpots;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;
using Rootscope.WeakSpots;

namespace Rootscope.Answers;

/// <content>Questions about trade between economies, and what it says of technologies.</content>
public sealed partial class Analyst
{
    /// <summary>The weak spots of an economy.</summary>
    /// <param name="question">The question.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="TableException">A file does not fit its layout.</exception>
    public WeakSpotAnswer WeakSpots(
        WeakSpotQuestion question,
        IProgress<AnswerProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        return WeakSpots(question, stake: null, progress, cancellation);
    }

    /// <summary>The weak spots of an economy, from a ranking that somebody has already.</summary>
    /// <param name="question">The question.</param>
    /// <param name="stake">The answer to <see cref="StakeOf"/>; null to cut the products that carry technologies, and no others.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    internal WeakSpotAnswer WeakSpots(
        WeakSpotQuestion question,
        StakeAnswer? stake,
        IProgress<AnswerProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        question.Validate();
        var files = WeakSpotFiles.Read(question, Library.Workspace as FolderWorkspace, _threads, cancellation);
        (StakeAnswer? stakes, RootAnswer? roots) =
            question.Measure == WeakSpotMeasure.Leverage
                ? ((StakeAnswer?)null, Roots(question.LeverageOf(IsOneRegion(question)), progress, cancellation))
                : (stake ?? StakeOfCarriers(question, progress, cancellation), null);
        return WeakSpotAnalysis.Of(question, files, stakes, roots, Catalogue, _inputs, _threads, cancellation);
    }

    /// <summary>One technology among the weak spots of an economy.</summary>
    /// <param name="question">The question.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="TableException">A file does not fit its layout.</exception>
    public WeakSpotOfOneAnswer WeakSpotOfOne(
        WeakSpotOfOneQuestion question,
        IProgress<AnswerProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        string id = Catalogue.Find(question.Technology).Id;
        WeakSpotAnswer all = WeakSpots(question.Asked, progress, cancellation);
        return new WeakSpotOfOneAnswer(question, all, all.Spots.Single(s => s.Technology.Id == id));
    }

    /// <summary>What is at stake with the technologies whose weak spots are asked about, as a question.</summary>
    internal StakeQuestion StakeOf(WeakSpotQuestion question) => question.StakeOf(IsOneRegion(question));

    /// <summary>Whether the table that says how much rests on technologies is of one region, which has to be the one asked about.</summary>
    private bool IsOneRegion(WeakSpotQuestion question)
    {
        IReadOnlyList<Region> regions = _tables(question.TableOfWeight).Sectors.Regions;
        return regions.Count != 1 || string.Equals(regions[0].Code, question.Economy, StringComparison.OrdinalIgnoreCase)
            ? regions.Count == 1
            : throw new QuestionException([
                new QuestionFault(
                    "table",
                    $"{{table}} is {question.TableOfWeight}, a table of {regions[0].Code} alone, and {{region}} is {question.Region}.",
                    $"Ask about {regions[0].Code}, or name a table that has {question.Region}."
                ),
            ]);
    }

    /// <summary>
    /// Only products that carry technologies are cut: each by itself, so that their figures are those of the whole ranking.
    /// </summary>
    private StakeAnswer StakeOfCarriers(WeakSpotQuestion question, IProgress<AnswerProgress>? progress, CancellationToken cancellation)
    {
        StakeQuestion stake = StakeOf(question);
        EconomyUnderStudy economy = Economy(stake.RatedEconomy, aboutTechnologies: true);
        return StakeAnswering.Of(
            stake,
            [stake.Supply],
            economy,
            _threads,
            progress,
            cancellation,
            TechnologyStake.CarriersIn(economy.Table, Catalogue, economy.Bridge)
        )[0];
    }

    /// <summary>What countries make and how hard it is.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellation">Stops between steps.</param>
    /// <exception cref="QuestionException">The question has faults, or the exports have no years.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="TableException">A file does not fit its layout.</exception>
    /// <exception cref="ModelException">The country that is asked about is not compared.</exception>
    public ComplexityAnswer Complexity(ComplexityQuestion question, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        return ComplexityAnswering.Of(question, Library.Workspace as FolderWorkspace, _threads, cancellation);
    }

    /// <summary>Which products an economy or a bloc depends on others for.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellation">Stops between steps.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="TableException">A file does not fit its layout.</exception>
    public DependenceAnswer Dependence(DependenceQuestion question, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        return DependenceAnswer.Of(question, Library.Workspace as FolderWorkspace, _threads, cancellation);
    }
}
