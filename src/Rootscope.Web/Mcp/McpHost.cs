using System.Reflection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Storage;
using Rootscope.Web.Answering;
using Rootscope.Web.Api;
using Resource = Rootscope.Web.Api.Resource;

namespace Rootscope.Web.Mcp;

/// <summary>
/// The tools of <c>rootscope mcp</c>: questions that only read, each answer with its source and the hash of what it was made from.
/// </summary>
internal static class McpHost
{
    private const string Rows = "20";
    private static readonly string Largest = QuestionWords.AccountOrders.WordOf(AccountOrder.Value);

    private const string Instructions =
        "Rootscope says which small technologies an economy stands on, how exposed they are and what breaks when they are cut. Begin "
        + "with list_tables and search_catalogue; rank_stakes tells what is at stake, show_stake what is with one product, who stands on "
        + "it and why it is hard to replace, rank_roots ranks by the older measures, show_technology tells one technology by them, "
        + "show_accounts one measure of every sector, "
        + "find_weak_spots says what an economy depends on others for, show_upgrade how it catches up year by year, "
        + "plan_investment where a budget goes and why, run_scenario computes losses, "
        + "screen_name looks a name up in the lists of restricted parties that the user added. Every answer has provenance "
        + "(source, licence, contentHash, notes), columns with units, and rows. Null means that there is no figure; status says why.";

    /// <summary>Answers over standard input and output until the input ends or the token is cancelled.</summary>
    /// <param name="workspaceFolder">The workspace whose tables are there beside the embedded ones; null for the user's own.</param>
    /// <param name="threads">Threads of a computation.</param>
    /// <param name="ready">Called once the tools are there.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task RunAsync(string? workspaceFolder, int threads, Action ready, CancellationToken cancellation)
    {
        McpServerOptions options = OptionsOf(workspaceFolder, threads);
        await using var output = new WholeLines(Console.OpenStandardOutput());
        await using var input = new CheckedLines(Console.OpenStandardInput(), output);
        await using var transport = new StreamServerTransport(input, output, options.ServerInfo!.Name);
        await using McpServer server = McpServer.Create(transport, options);
        ready();
        await server.RunAsync(cancellation);
    }

    /// <summary>What a server of the tools is, however its client is reached.</summary>
    public static McpServerOptions OptionsOf(string? workspaceFolder, int threads)
    {
        var library = new TableLibrary(workspaceFolder);
        return OptionsOf(new SiteAnswers(library, threads, TimeProvider.System), new Analyst(library, threads));
    }

    /// <summary>The same over answers that somebody else keeps.</summary>
    internal static McpServerOptions OptionsOf(SiteAnswers economies, Analyst analyst) =>
        new()
        {
            ServerInfo = new Implementation
            {
                Name = "rootscope",
                Title = "Rootscope",
                Version =
                    typeof(McpHost).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown",
            },
            ServerInstructions = Instructions,
            ToolCollection = [.. Tools(economies, analyst)],
        };

    private static IEnumerable<McpServerTool> Tools(SiteAnswers economies, Analyst analyst)
    {
        var context = new ResourceContext(economies, Runs: null);
        yield return new ResourceTool("list_tables", TableResources.List, context);
        yield return new ResourceTool("rank_stakes", Short(StakeResource.AtStake), context);
        yield return new ResourceTool("show_stake", StakeResource.OfOne, context);
        yield return new ResourceTool("rank_roots", Short(RootResources.Roots), context);
        yield return new ResourceTool("show_technology", CatalogueResources.Technology, context);
        yield return new ResourceTool("show_accounts", Short(AccountsResource.Accounts), context);
        yield return new ResourceTool("find_weak_spots", Short(WeakSpotResource.WeakSpots), context);
        yield return new ResourceTool("show_upgrade", InvestmentResources.Upgrade, context);
        yield return new ResourceTool("plan_investment", InvestmentResources.Plan, context);
        yield return new ScenarioTool(analyst);
        yield return new ScreenTool(analyst);
        yield return new ResourceTool("search_catalogue", CatalogueResources.Search, context);
    }

    /// <summary>
    /// The first rows, the largest where there is another order, unless more are asked for: whoever reads answers word by word pays for
    /// each.
    /// </summary>
    private static Resource Short(Resource resource) =>
        resource with
        {
            Parameters =
            [
                .. resource.Parameters.Select(p =>
                    p.Name switch
                    {
                        "top" => p with { Default = Rows },
                        "sort" => p with { Default = Largest },
                        _ => p,
                    }
                ),
            ],
        };
}
