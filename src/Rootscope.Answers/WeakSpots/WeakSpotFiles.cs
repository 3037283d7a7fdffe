using Rootscope.Answers.Trade;
using Rootscope.Complexity;
using Rootscope.Dependence;
using Rootscope.Answers.Questions;
using Rootscope.Dependence.Panels;
using Rootscope.Dependence.Rules;
using Rootscope.Storage;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Storage.Formats.Trade;
using Rootscope.Storage.Workspaces;
using Rootscope.WeakSpots;

namespace Rootscope.Answers.WeakSpots;

/// <summary>
/// What the files hold that a question of weak spots names. They are read before anything is solved, so that a wrong one is told at once.
/// </summary>
/// <param name="Rule">The rule of dependence.</param>
/// <param name="Panel">Trade between economies; null where none was named.</param>
/// <param name="Exports">Exports by country and product, of a file of their own or of the trade; null where there is neither.</param>
/// <param name="Holdings">Shares of suppliers: those that ship and those of a file.</param>
internal sealed record WeakSpotFiles(DependenceRule Rule, TradePanel? Panel, ExportMatrix? Exports, IReadOnlyList<HoldingFact> Holdings)
{
    /// <summary>Reads them.</summary>
    /// <param name="question">The question, checked.</param>
    /// <param name="workspace">Where sets of trade are; null where there is none.</param>
    /// <param name="threads">Most threads.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static WeakSpotFiles Read(WeakSpotQuestion question, FolderWorkspace? workspace, int threads, CancellationToken cancellation)
    {
        DependenceRule rule = DependenceRules.Read(question.Rule);
        IReadOnlyList<HoldingFact> holdings =
        [
            .. FactLibrary.Holdings(),
            .. question.Holdings is { } own ? FactLibrary.ReadHoldings(own) : [],
        ];
        ExportMatrix? exports = question.Exports is { } file
            ? ExportFile
                .Read(file, question.Columns is { } text ? TradeColumnNames.Parse(text) : null, question.Countries, cancellation)
                .Years[^1]
                .Exports
            : null;
        TradePanel? panel = PanelOf(question, workspace, threads, cancellation);
        return new WeakSpotFiles(rule, panel, exports ?? (panel is null ? null : PanelExports.Of(panel, panel.Years[^1])), holdings);
    }

    private static TradePanel? PanelOf(
        WeakSpotQuestion question,
        FolderWorkspace? workspace,
        int threads,
        CancellationToken cancellation
    ) =>
        question.Trade.Count == 0
            ? null
            : TradeSource.Open(
                workspace,
                question.Trade,
                new TradeReading
                {
                    Countries = question.Countries,
                    Columns = question.Columns,
                    Threads = threads,
                },
                cancellation
            );
}
