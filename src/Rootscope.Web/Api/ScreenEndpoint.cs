using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Rootscope.Answers;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Screening;
using Rootscope.Storage.Screening;
using Rootscope.Web.Requests;

namespace Rootscope.Web.Api;

/// <summary>Names against lists over HTTP: the same question as the command line's, sent as a body so that no address
/// carries a name.</summary>
/// <remarks>
/// Neither the question nor the answer is kept, logged or cached. Lists are those of the site's workspace: a file of the machine is never
/// read for a visitor. What was noted with a decision stays on the command line.
/// </remarks>
internal static class ScreenEndpoint
{
    /// <summary>The longest name that is taken. Unit: UTF-16 signs; twice what is compared.</summary>
    public const int LongestName = 1024;

    /// <summary>The most lists that a question may name: a count.</summary>
    public const int MostLists = 20;

    /// <summary>The most matches that are told: a count.</summary>
    public const int MostMatches = 100;

    private const int LargestBody = 16 * 1024;
    private const string Address = $"{ApiEndpoints.Root}/screen";
    private const string Json = "application/json";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(Address, AnswerAsync)
            .DisableAntiforgery()
            .WithName("screen")
            .WithSummary("A name against lists")
            .WithDescription(
                "Looks a name, or an LEI, USCC, ISIN or IMO number, up in the lists that this site's workspace holds. The body is the "
                    + "question: name; lists (names of lists; none for all); threshold; of (any, person, organisation, vessel, aircraft); "
                    + $"top. A name has at most {LongestName} signs, a question names at most {MostLists} lists and is told at most "
                    + $"{MostMatches} matches. The answer has a match a row, with the lists (publisher, date, records, hash), the "
                    + "algorithm and the name as it was compared under provenance. No name is logged or kept. An aid, not legal advice; "
                    + "no match is no statement that somebody is on no list."
            )
            .Accepts<ScreenBody>(Json)
            .Produces<JsonObject>(StatusCodes.Status200OK, Json)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

    /// <summary>The question of a body or of a tool's arguments.</summary>
    /// <exception cref="QuestionException">It is none, or larger than is taken.</exception>
    public static ScreenQuestion Question(string json)
    {
        JsonObject given = Parse(json);
        given["question"] = "screen";
        var question = (ScreenQuestion)Answers.Questions.Question.FromJson(given.ToJsonString());
        QuestionFault[] faults =
        [
            .. string.IsNullOrWhiteSpace(question.Name)
                ? [new QuestionFault("name", "{name} is empty.", "Give the name to look up.")]
                : Array.Empty<QuestionFault>(),
            .. question.Name.Length > LongestName
                ? [new QuestionFault("name", $"{{name}} is longer than {LongestName} signs.", "Shorten it.")]
                : Array.Empty<QuestionFault>(),
            .. question.Lists.Count > MostLists
                ? [new QuestionFault("lists", $"{{lists}} has more than {MostLists} names.", "Ask several times.")]
                : Array.Empty<QuestionFault>(),
            .. question.Lists.Any(l => ListNames.FaultOf(l) is not null)
                ? [new QuestionFault("lists", "{lists} has something that is no name of a list.", "Name lists of the workspace.")]
                : Array.Empty<QuestionFault>(),
            .. question.Top is < 1 or > MostMatches
                ? [new QuestionFault("top", $"{{top}} is not between 1 and {MostMatches}.", "Give a number between them.")]
                : Array.Empty<QuestionFault>(),
        ];
        return faults.Length == 0 ? question : throw new QuestionException(faults);
    }

    /// <summary>The report on a question, without what was noted with decisions.</summary>
    public static Report Of(Analyst analyst, ScreenQuestion question, CancellationToken cancellation)
    {
        ScreenAnswer answer = analyst.Screen(question, cancellation);
        return ScreenReport.Of(
            answer with
            {
                Matches = [.. answer.Matches.Select(m => m with { Latest = m.Latest is { } l ? l with { Note = string.Empty } : null })],
            }
        );
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, Analyst analyst)
    {
        // Forms and plain text can be sent from any page without asking; JSON cannot.
        if (!string.Equals(context.Request.ContentType?.Split(';')[0].Trim(), Json, StringComparison.OrdinalIgnoreCase))
        {
            return ApiProblems.OfMediaType(context);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestBody;
        }

        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        string body = await reader.ReadToEndAsync(context.RequestAborted);
        try
        {
            Report report = await Task.Run(() => Of(analyst, Question(body), context.RequestAborted), context.RequestAborted);
            context.Response.Headers.CacheControl = "no-store";
            return Results.Text(report.ToJson(), "application/json; charset=utf-8");
        }
        catch (RootscopeException fault) when (ApiProblems.IsOfTheRequest(fault))
        {
            return ApiProblems.Of(fault);
        }
    }

    private static JsonObject Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject ?? throw new JsonException();
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            // The reader's own message could carry a part of the name.
            throw new QuestionException([
                new QuestionFault("body", "The body is no JSON object.", "Send an object with a name and the options that are wanted."),
            ]);
        }
    }
}

/// <summary>What is sent: the question of the command line, for the document.</summary>
/// <param name="Name">The name, in any script.</param>
/// <param name="Lists">The lists, by their names in the workspace; none for all.</param>
/// <param name="Threshold">The least score of a match: share above 0 and at most 1.</param>
/// <param name="Of">What the name is of.</param>
/// <param name="Top">The most matches that are told: a count.</param>
internal sealed record ScreenBody(string Name, IReadOnlyList<string>? Lists, double? Threshold, string? Of, int? Top);
