using Rootscope.Answers.Scenarios;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;
using Rootscope.Web.Requests;
using Rootscope.Web.Runs;
using Rootscope.Web.Security;

namespace Rootscope.Web.Api;

/// <summary>What a scenario costs each region, by lens.</summary>
internal static class RunResource
{
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
        Columns = ScenarioColumns.Losses,
        Answer = AnswerAsync,
    };

    /// <summary>The losses of a result.</summary>
    public static Report Of(ScenarioAnswer answer)
    {
        (ScenarioStudy study, ScenarioResult result) = answer;
        var lines = new ScenarioLines(result, ScenarioView.Everything);
        return new Report<ScenarioLine>(
            "run-losses",
            ScenarioColumns.Losses,
            result.Lenses.Where(l => l.HasFigures).SelectMany(lines.Regions),
            new Provenance
            {
                Table = result.Table.Source,
                Question = study.Question,
                Steps = study.Economy.Steps,
                Notes =
                [
                    $"Scenario: {result.Scenario.Name} (hash {result.Scenario.ContentHash}).",
                    .. study.Reading.Notes,
                    .. result.Notes,
                    .. result.Lenses.SelectMany(Unrepresented),
                ],
            }
        );
    }

    private static IEnumerable<string> Unrepresented(LensResult lens) =>
        lens.Unrepresented.Select(u => $"{lens.Lens.Word} does not represent {u.Part}: {u.Reason}");

    private static Task<Report> AnswerAsync(ResourceQuery query, ResourceContext context, CancellationToken cancellation)
    {
        string id = query.Text("run");
        RunQueue runs = context.Runs ?? throw new UnknownNameException("run", id, [], "This face keeps no runs.");
        if (runs.Find(id) is not { } run)
        {
            throw runs.FaultOf(id, Clients.Unknown);
        }

        return run.Answer is { } answer
            ? Task.FromResult(Of(answer))
            : throw new NotReadyException(
                $"The run is {run.View.Stage.ToString().ToLowerInvariant()}; it has no "
                    + "losses"
                    + (run.View.IsOver ? $". {run.View.Message}" : $" yet. Read /api/v1/runs/{id}/events until it is over, and ask again.")
            );
    }
}
