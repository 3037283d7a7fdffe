using Rootscope.Answers.Questions;
using Rootscope.Answers.Stake;
using Rootscope.Answers.Upgrading;
using Rootscope.Answers.WeakSpots;
using Rootscope.Catalogue;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Tables;
using Rootscope.Upgrading;
using Rootscope.WeakSpots;

namespace Rootscope.Answers;

/// <content>Questions about how an economy catches up.</content>
public sealed partial class Analyst
{
    /// <summary>How an economy catches up in technologies.</summary>
    /// <param name="question">The question.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops between sweeps and draws.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="TableException">A file does not fit its layout.</exception>
    /// <exception cref="ModelException">A parameter is out of its range.</exception>
    public UpgradeAnswer Upgrade(
        UpgradeQuestion question,
        IProgress<AnswerProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        return Upgrade(question, [], () => WeakSpots(SpotsOf(question), progress, cancellation), cancellation);
    }

    /// <summary>The question of dependence and stake that a loop rests on.</summary>
    /// <param name="question">The question.</param>
    internal static WeakSpotQuestion SpotsOf(UpgradeQuestion question) =>
        // Its own measure and supply: a foreign cut until it is replaced; where inputs come from is not asked.
        question.Asked with
        {
            Measure = WeakSpotMeasure.AtStake,
            Supply = SupplyScope.Imported,
            Exposure = InputOriginUse.Off,
        };

    /// <summary>How an economy catches up, from dependence and stake that somebody may have already.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cuts">Cuts that what is at stake has to be solved at, beside the usual ones.</param>
    /// <param name="spotsOf">The answer to <see cref="SpotsOf"/>, once names and parameters are known to be there.</param>
    /// <param name="cancellation">Stops between sweeps and draws.</param>
    internal UpgradeAnswer Upgrade(
        UpgradeQuestion question,
        IReadOnlyList<double> cuts,
        Func<WeakSpotAnswer> spotsOf,
        CancellationToken cancellation
    )
    {
        question.Validate();
        Technology[] technologies =
            question.Technologies.Count == 0
                ? [.. Catalogue.Technologies.Where(t => t.Tier == TechnologyTier.Core)]
                : [.. question.Technologies.Select(t => Catalogue.Find(t)).Distinct()];

        UpgradingParameters parameters = UpgradeAnswering.ParametersOf(question);
        UpgradingCalibration? calibration = CalibrationOf(question, parameters);
        WeakSpotAnswer spots = spotsOf();
        return UpgradeAnswering.Of(
            question,
            spots,
            StakeByCut(spots, technologies, cuts, cancellation),
            technologies,
            calibration is null ? parameters : parameters.With(calibration.Rate),
            _threads,
            cancellation
        ) with
        {
            Calibration = calibration,
        };
    }

    /// <summary>The rate at which the gap closed over the tables that the question names; null where it names none.</summary>
    private UpgradingCalibration? CalibrationOf(UpgradeQuestion question, UpgradingParameters parameters)
    {
        if (question.History.Count == 0)
        {
            return null;
        }

        FlowTable[] tables = [.. question.History.Distinct(StringComparer.Ordinal).Select(_tables).OrderBy(t => t.Metadata.Year)];
        return UpgradingCalibration.Of(
            ProductHistories.Of(tables, question.Asked.Economy, Catalogue),
            parameters,
            $"tables of {question.Asked.Economy} of {string.Join(", ", tables.SkipLast(1).Select(t => t.Metadata.Year))}",
            question.Seed
        );
    }

    /// <summary>What is at stake with the carriers asked about at several cuts around the one asked about, ascending.</summary>
    private (double Cut, StakeRanking Ranking)[] StakeByCut(
        WeakSpotAnswer spots,
        IReadOnlyList<Technology> technologies,
        IReadOnlyList<double> cuts,
        CancellationToken cancellation
    )
    {
        StakeAnswer central = spots.Stake!;
        IndustryNumber[] carriers =
        [
            .. spots
                .Spots.Where(t => technologies.Contains(t.Technology))
                .Select(t => t.Stake?.Product)
                .OfType<IndustryNumber>()
                .Distinct()
                .OrderBy(i => (int)i),
        ];
        double asked = central.Question.Cut;
        double[] all = UpgradeStarts.CutsOf(asked, cuts);
        double[] others = [.. all.Where(c => c != asked)];

        // What worn-out capital goods cost after the product was replaced is no part of what is at stake.
        IReadOnlyList<StakeRanking> solved = StakeRanking.OfCuts(
            central.Ranking.Inputs,
            central.Ranking.Options with
            {
                WithTail = false,
            },
            others,
            carriers,
            _threads,
            progress: null,
            cancellation
        );
        return [.. all.Select(c => (c, c == asked ? central.Ranking : solved[Array.IndexOf(others, c)]))];
    }
}
