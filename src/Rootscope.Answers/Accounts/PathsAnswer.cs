using Rootscope.Accounts;
using Rootscope.Accounts.Paths;
using Rootscope.Answers.Questions;
using Rootscope.Tables;

namespace Rootscope.Answers.Accounts;

/// <summary>What a <see cref="PathsQuestion"/> comes to.</summary>
public sealed record PathsAnswer
{
    internal PathsAnswer() { }

    /// <summary>The question.</summary>
    public required PathsQuestion Question { get; init; }

    /// <summary>The table.</summary>
    public required FlowTable Table { get; init; }

    /// <summary>The paths, the strongest first, and what they cover.</summary>
    public required StructuralPaths Paths { get; init; }

    /// <summary>Codes of what they begin at: <c>TWN.c14</c>, or <c>c14</c> for all regions and in a table of one.</summary>
    public required string Label { get; init; }

    /// <summary>Its name, as a sentence has it.</summary>
    public required string Name { get; init; }

    /// <summary>What a reader must know to trust the figures.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Answers a question.</summary>
    internal static PathsAnswer Of(PathsQuestion question, FlowTable table, CancellationToken cancellation)
    {
        var notes = new List<string>();
        SectorSelection sectors = SectorSelection.Of(table, question.Sector, question.Region, notes);
        var direct = DirectRequirements.Of(table, InputOrigin.Domestic);
        double[] contributions =
            question.Indicator == PathIndicator.Output ? [.. Enumerable.Repeat(1.0, table.Size)] : [.. ValueAddedShares.Of(table).Values];
        double[] finalDemand = direct.FinalDemand();
        return new PathsAnswer
        {
            Question = question,
            Table = table,
            Paths = question.Root is not null
                ? StructuralPaths.Downstream(direct, sectors.Only(contributions), finalDemand, question.Options, cancellation)
                : StructuralPaths.Upstream(direct, contributions, sectors.Only(finalDemand), question.Options, cancellation),
            Label = sectors.Label,
            Name = sectors.Name,
            Notes = notes,
        };
    }
}
