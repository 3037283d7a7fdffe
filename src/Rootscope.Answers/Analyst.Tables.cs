using Rootscope.Accounts;
using Rootscope.Accounts.Decomposition;
using Rootscope.Accounts.Exposure;
using Rootscope.Answers.Accounts;
using Rootscope.Answers.Questions;
using Rootscope.Tables;

namespace Rootscope.Answers;

/// <content>Questions about tables as they were published.</content>
public sealed partial class Analyst
{
    /// <summary>One measure of every sector, region or pair of a table.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellation">Stops between blocks of an inverse.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names a table, sector or region that is not there.</exception>
    /// <exception cref="ModelException">The table is not productive, or the measure has no meaning on it.</exception>
    public AccountsAnswer Accounts(AccountsQuestion question, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        return AccountsAnswer.Of(question, _tables(question.Table), _inverse, cancellation);
    }

    /// <summary>Where the industries of a region get their inputs, through all tiers and at face value.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellation">Stops between blocks of the inverse.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="ModelException">The table has one region, or is not productive.</exception>
    public ExposureAnswer Exposure(ExposureQuestion question, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        FlowTable table = _tables(question.Table);
        return ExposureAnswer.Of(question, table, () => ExposureOf(table, question.Of, cancellation));
    }

    /// <summary>The exposure of every sector of a table; who asks about several regions keeps it.</summary>
    internal InputExposure ExposureOf(FlowTable table, ExposureBase of, CancellationToken cancellation) =>
        InputExposure.Of(TotalRequirements.Of(table, InputOrigin.Domestic, _inverse, cancellation), of);

    /// <summary>The strongest chains of purchases behind a final product, or from a root down.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="ModelException">The table is not productive, or no industry of it carries the technology.</exception>
    public PathsAnswer Paths(PathsQuestion question, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        return PathsAnswer.Of(question, _tables(question.Table), cancellation);
    }

    /// <summary>Why output or value added changed between two tables.</summary>
    /// <param name="question">The question.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names a table that is not there.</exception>
    /// <exception cref="TableException">The tables do not have the same sectors and unit.</exception>
    /// <exception cref="ModelException">A table is not productive.</exception>
    public DecompositionAnswer Decomposition(DecompositionQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        (FlowTable before, FlowTable after) = (_tables(question.Before), _tables(question.After));
        return new DecompositionAnswer(
            question,
            before,
            after,
            StructuralDecomposition.Of(before, after, question.Measure, question.Method)
        );
    }
}
