using Rootscope.Answers.Questions;
using Rootscope.Dependence;
using Rootscope.Dependence.Indicators;
using Rootscope.Dependence.Panels;
using Rootscope.Dependence.Rules;
using Rootscope.Storage;
using Rootscope.Storage.Formats.Lists;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Storage.Formats.Trade;
using Rootscope.Storage.Workspaces;

namespace Rootscope.Answers.Trade;

/// <summary>What a <see cref="DependenceQuestion"/> comes to.</summary>
public sealed record DependenceAnswer
{
    internal DependenceAnswer() { }

    /// <summary>The question.</summary>
    public required DependenceQuestion Question { get; init; }

    /// <summary>The trade, with blocs that count as one joined.</summary>
    public required TradePanel Panel { get; init; }

    /// <summary>Who buys.</summary>
    public required Bloc Buyer { get; init; }

    /// <summary>Blocs that count as one economy.</summary>
    public required IReadOnlyList<Bloc> AsOne { get; init; }

    /// <summary>Production in the place of exports; null where none was given.</summary>
    public ProductionFigures? Production { get; init; }

    /// <summary>The verdicts on every product.</summary>
    public required DependenceResult Result { get; init; }

    /// <summary>The verdicts that are asked for, in the order that is asked for.</summary>
    public required IReadOnlyList<DependenceRow> Selected { get; init; }

    /// <summary>Of these, those that are told.</summary>
    public IReadOnlyList<DependenceRow> Rows => Question.Top == 0 ? Selected : [.. Selected.Take(Question.Top)];

    /// <summary>Answers a question.</summary>
    /// <param name="question">The question, checked.</param>
    /// <param name="workspace">Where sets of trade are; null where there is none.</param>
    /// <param name="threads">Most threads.</param>
    /// <param name="cancellation">Stops between steps.</param>
    internal static DependenceAnswer Of(
        DependenceQuestion question,
        FolderWorkspace? workspace,
        int threads,
        CancellationToken cancellation
    )
    {
        DependenceRule rule = DependenceRules.Read(question.Rule);
        IReadOnlyList<int>? years = question.YearNumbers;
        Bloc[] asOne = [.. question.AsOne.Select(EconomyLists.FindBloc)];
        ProductionFigures? production = question.Production is { } path ? ProductionReader.Read(path, cancellation) : null;
        var reading = new TradeReading
        {
            Years = years is null ? null : [.. years.Concat(Enumerable.Range(years.Max() - rule.Window + 1, rule.Window)).Distinct()],
            Countries = question.Countries,
            Columns = question.Columns,
            Threads = threads,
        };
        TradePanel panel = JoinedEconomies.In(TradeSource.Open(workspace, question.Trade, reading, cancellation), asOne);
        Bloc buyer = question.Bloc is { } bloc ? EconomyLists.FindBloc(bloc) : Bloc.Of(panel.CodeOf(question.Importer!));
        var options = new DependenceOptions
        {
            Years = years,
            Production = production,
            WithClustering = question.Network,
            Changes = EconomyLists.Changes,
            Threads = threads,
        };
        DependenceResult result = DependenceAnalysis.Of(panel, buyer, rule, options, cancellation);
        return new DependenceAnswer
        {
            Question = question,
            Panel = panel,
            Buyer = buyer,
            AsOne = asOne,
            Production = production,
            Result = result,
            Selected = [.. Ordered(Asked(question, result, panel), question.Sort)],
        };
    }

    private static IEnumerable<DependenceRow> Asked(DependenceQuestion question, DependenceResult result, TradePanel panel)
    {
        IReadOnlyList<string> beginnings = question.Products;
        foreach (string beginning in beginnings.Where(b => !panel.Products.Any(p => p.StartsWith(b, StringComparison.Ordinal))))
        {
            // A code that is no product's beginning names none.
            _ = panel.FindProduct(beginning);
        }

        return result
            .Rows.Where(r => beginnings.Count == 0 || beginnings.Any(b => r.Product.StartsWith(b, StringComparison.Ordinal)))
            .Where(r =>
                question.Only switch
                {
                    DependenceSelection.Flagged => r.Verdict.IsDependent == true,
                    DependenceSelection.Close => r.Verdict.IsClose,
                    _ => true,
                }
            );
    }

    private static IEnumerable<DependenceRow> Ordered(IEnumerable<DependenceRow> rows, DependenceOrder order) =>
        order switch
        {
            DependenceOrder.Product => rows,
            DependenceOrder.Imports => rows.OrderByDescending(r => r.Indicators?[DependenceIndicator.Imports].Value ?? -1),
            _ => rows.OrderByDescending(r => r.Verdict.Margin ?? double.NegativeInfinity),
        };
}
