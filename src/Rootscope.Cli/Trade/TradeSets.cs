using System.CommandLine;
using System.Globalization;
using Rootscope.Cli.Data;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Dependence.Panels;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Storage.Formats.Trade;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;

namespace Rootscope.Cli.Trade;

/// <summary>
/// Sets of trade in the workspace: kept by <c>data add baci|trade</c>, listed by <c>data list --trade</c>, named where a file may be.
/// </summary>
internal static class TradeSets
{
    public static readonly Option<string?> Countries = new("--countries")
    {
        Description = "The file of country codes that comes with BACI, which turns its numbers into letters.",
        HelpName = "FILE",
    };

    public static readonly Option<string?> Columns = new("--columns")
    {
        Description =
            "Which columns of trade are what, where their names do not tell: country=geo,partner=to,product=hs,value=usd,year=t,flow=dir.",
        HelpName = "PAIRS",
    };

    private static readonly IReadOnlyList<Column<TradeSummary>> Shown =
    [
        new("name", string.Empty, "The name the set is called by.", ColumnStyle.Text, "set", t => t.Name),
        new("title", string.Empty, "What it is.", ColumnStyle.Text, "title", t => t.Title),
        new("firstYear", "year", "The first year with flows.", ColumnStyle.Whole, "from", t => t.FirstYear),
        new("lastYear", "year", "The last year with flows.", ColumnStyle.Whole, "to", t => t.LastYear),
        new("economies", "count", "Number of economies.", ColumnStyle.Whole, "economies", t => t.Economies),
        new("products", "count", "Number of products.", ColumnStyle.Whole, "products", t => t.Products),
        new("flows", "count", "Number of flows.", ColumnStyle.Whole, "flows", t => t.Flows),
        new("unit", string.Empty, "The unit of values.", ColumnStyle.Text, "unit", t => t.Unit),
        new("classification", string.Empty, "The list its product codes belong to.", ColumnStyle.Text, null, t => t.Classification),
        new("source", string.Empty, "Who published the figures.", ColumnStyle.Text, null, t => t.Source),
        new("licence", string.Empty, "The licence or terms, as far as known.", ColumnStyle.Text, "licence", t => t.Licence),
        new("mayBePassedOn", string.Empty, "Whether the terms let the figures be passed on.", ColumnStyle.Flag, null, t => t.MayBePassedOn),
        new("sha256", string.Empty, "SHA-256 of its codes and flows.", ColumnStyle.Text, null, t => t.ContentHash),
    ];

    /// <summary>Reads files into the workspace under a name.</summary>
    public static int Add(
        ParseResult parsed,
        ITradeFormat format,
        string[] files,
        string name,
        bool replace,
        CancellationToken cancellation,
        int? year = null,
        IReadOnlyList<string>? told = null
    )
    {
        FolderWorkspace workspace = RequireName(parsed, name, replace);
        RequireColumns(parsed.GetValue(Columns));

        TradePanel panel;
        using (ImportProgress.Of(parsed, files))
        {
            panel = format.Read(
                files,
                new TradeReading
                {
                    Years = year is { } only ? [only] : null,
                    Countries = parsed.GetValue(Countries),
                    Columns = parsed.GetValue(Columns),
                    Threads = GlobalOptions.ThreadsOf(parsed),
                },
                cancellation
            );
            cancellation.ThrowIfCancellationRequested();
            workspace.PutTrade(name, panel);
        }

        ReportWriter.Write(
            ReportOf(
                told is null ? "data add" : "data get",
                [TradeSummary.Of(name, panel)],
                [.. told ?? [], $"Imported into {workspace.Place}.", .. panel.Metadata.Derivations.Select(d => $"Derived: {d}")]
            ),
            parsed
        );
        return ExitCode.Ok;
    }

    /// <summary>The workspace that a set of that name goes into.</summary>
    /// <exception cref="UsageException">The name cannot be had: reserved, embedded, taken or not well formed.</exception>
    public static FolderWorkspace RequireName(ParseResult parsed, string name, bool replace)
    {
        FolderWorkspace workspace = WorkspaceOf(parsed);
        return FaultOf(workspace, name, replace) is { } fault ? throw new UsageException(fault) : workspace;
    }

    /// <summary>The sets that are there.</summary>
    public static Report List(ParseResult parsed)
    {
        FolderWorkspace workspace = WorkspaceOf(parsed);
        return ReportOf("data list --trade", workspace.ListTrade(), [$"Sets of trade are in {workspace.Place}."]);
    }

    /// <summary>Forgets a set; false where there is none of that name.</summary>
    public static bool Remove(ParseResult parsed, string name) => WorkspaceOf(parsed).RemoveTrade(name);

    private static void RequireColumns(string? columns)
    {
        try
        {
            _ = columns is null ? null : TradeColumnNames.Parse(columns);
        }
        catch (FormatException e)
        {
            throw new UsageException($"--columns cannot be read: {e.Message}");
        }
    }

    private static FolderWorkspace WorkspaceOf(ParseResult parsed) =>
        new(WorkspaceFolder.Resolve(parsed.GetValue(TableArgument.Workspace)));

    private static string? FaultOf(FolderWorkspace workspace, string name, bool replace) =>
        TableNames.FaultOf(name)
        ?? (
            workspace.List().Any(t => t.Name == name)
                ? $"the workspace {workspace.Place} has a table '{name}'. Take another name for the trade, such as '{name}-trade'."
            : !replace && workspace.ListTrade().Any(t => t.Name == name)
                ? $"the workspace {workspace.Place} has trade '{name}' already. Add --replace, or take another name."
            : null
        );

    private static Report ReportOf(string command, IReadOnlyList<TradeSummary> sets, IReadOnlyList<string> remarks) =>
        new Report<TradeSummary>("trade-sets", Shown, sets, new Provenance { Command = command }) { Remarks = remarks };
}
