using Rootscope.Dependence.Panels;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Storage.Formats.Trade;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;

namespace Rootscope.Answers.Trade;

/// <summary>Trade between economies as questions name it: files, or a set in the workspace.</summary>
internal static class TradeSource
{
    /// <summary>The flows of files, or of a set in the workspace where no file has that name.</summary>
    /// <exception cref="UnknownNameException">There is neither file nor set.</exception>
    public static TradePanel Open(
        FolderWorkspace? workspace,
        IReadOnlyList<string> files,
        TradeReading reading,
        CancellationToken cancellation
    ) =>
        files.Count > 1 || workspace is null || Path.Exists(files[0]) || Path.GetExtension(files[0]).Length > 0
            ? TradePanelReader.Read([.. files], reading, cancellation)
            : workspace.FindTrade(files[0])
                ?? throw new UnknownNameException(
                    "file or set of trade",
                    files[0],
                    NearestNames.Of(files[0], workspace.ListTrade().Select(t => t.Name)),
                    $"For the sets of {workspace.Place} see {Repair.Step(RepairStep.ListTrade)}; "
                        + $"{Repair.Step(RepairStep.ImportTrade)} makes one."
                );
}
