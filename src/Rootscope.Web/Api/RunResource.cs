using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;
using Rootscope.Web.Requests;
using Rootscope.Web.Runs;

namespace Rootscope.Web.Api;

/// <summary>What a scenario costs each region, by lens.</summary>
internal static class RunResource
{
    private sealed record RegionLoss(string Lens, Region Region, double Loss);

    private static readonly IReadOnlyList<Column<RegionLoss>> Columns =
    [
        new("lens", string.Empty, "The model.", ColumnStyle.Text, "lens", r => r.Lens),
        new("region", string.Empty, "Code of the region.", ColumnStyle.Text, "region", r => r.Region.Code),
        new("name", string.Empty, "Its name.", ColumnStyle.Text, "name", r => r.Region.Name),
        new(
            "loss",
            "share",
            "Share of real final spending, or of value added under extraction, that is lost; below 0 where the region gains.",
            ColumnStyle.Share,
            "loss",
            r => r.Loss
        ),
    ];

    public static readonly ResourceParameter Run = new("run", "The run's hash, as the answer to sending it says.", null)
    {
        IsRequired = true,
        Example = "0123456789abcdef0123456789abcdef",
    };

    public static readonly Resource Losses = new()
    {
        Name = "run-losses",
        Path = "runs/{run}/losses",
        Summary = "What a scenario costs",
        Description =
            "The losses of a run that is done, one row a lens and region. Until it is done the answer is 409; "
            + "/api/v1/runs/{run}/events tells when.",
        Parameters = [Run],
        Columns = Columns,
        Answer = AnswerAsync,
    };

    /// <summary>The losses of a result.</summary>
    public static Report Of(ScenarioResult result)
    {
        FlowTable table = result.Table.Source;
        return new Report<RegionLoss>(
            "run-losses",
            Columns,
            result
                .Lenses.Where(l => l.HasFigures)
                .SelectMany(l => l.Figures.Regions.Select(r => new RegionLoss(l.Lens.Word, table.Sectors.Regions[r.Region], r.Loss))),
            new Provenance
            {
                Table = table,
                Notes =
                [
                    $"Scenario: {result.Scenario.Name} (hash {result.Scenario.ContentHash}).",
                    .. result.Notes,
                    .. result.Lenses.SelectMany(Unrepresented),
                ],
            }
        );
    }

    private static IEnumerable<string> Unrepresented(LensResult lens) =>
        lens.Unrepresented.Select(u => $"{lens.Lens.Word} does not represent {u.Part}: {u.Reason}");

    private static async Task<Report> AnswerAsync(ResourceQuery query, ResourceContext context, CancellationToken cancellation)
    {
        string id = query.Text("run");
        ScenarioRunState run =
            (context.Runs is { } queue ? await queue.FindAsync(id, cancellation) : null)
            ?? throw new UnknownNameException("run", id, [], "Send the scenario to POST /api/v1/runs; its answer names the run.");
        return run.Result is { } result
            ? Of(result)
            : throw new NotReadyException(
                $"The run is {run.View.Stage.ToString().ToLowerInvariant()}; it has no "
                    + "losses"
                    + (run.View.IsOver ? $". {run.View.Message}" : $" yet. Read /api/v1/runs/{id}/events until it is over, and ask again.")
            );
    }
}
