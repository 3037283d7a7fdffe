using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rootscope.Tables;

namespace Rootscope.Answers.Questions;

/// <summary>All that is asked, with valid defaults: what the library, the command line, the web and assistants put to an analyst.</summary>
/// <remarks>
/// Questions are values: equal ones have equal answers. Their JSON has every option in a fixed order, defaults included; it is what a
/// result's provenance carries, and its hash names a run.
/// </remarks>
public abstract record Question
{
    /// <summary>What kind of question it is, such as <c>roots</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Every fault at once, each with the option it concerns and a repair; empty where it can be asked.</summary>
    public abstract IReadOnlyList<QuestionFault> Faults();

    /// <summary>Checks every option.</summary>
    /// <exception cref="QuestionException">Some cannot be as they are; all of them are told.</exception>
    public void Validate()
    {
        if (Faults() is { Count: > 0 } faults)
        {
            throw new QuestionException(faults);
        }
    }

    /// <summary>The question as JSON on one line: every option in a fixed order, defaults included.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(json);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>SHA-256 of <see cref="ToJson"/>, in lower-case hexadecimal digits.</summary>
    public string ContentHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToJson())));

    /// <summary>Reads a question that <see cref="ToJson"/> wrote, or one with fewer options; those that are not there have their
    /// defaults.</summary>
    /// <exception cref="QuestionException">It is no question, or has an option that its kind does not take.</exception>
    public static Question FromJson(string json)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(json);
        using JsonDocument document = Parse(json);
        JsonElement root = document.RootElement;
        string kind =
            root.ValueKind == JsonValueKind.Object && root.TryGetProperty(KindName, out JsonElement named)
                ? named.ToString()
                : string.Empty;
        return QuestionKinds.Find(kind) is { } start
            ? start.Read(root)
            : throw new QuestionException([
                new QuestionFault(
                    KindName,
                    $"There is no question {QuestionFault.Quoted(kind)}.",
                    $"It is one of {string.Join(", ", QuestionKinds.Names)}."
                ),
            ]);
    }

    /// <summary>Writes the question as a JSON object.</summary>
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString(KindName, Kind);
        foreach ((string name, object? value) in Values())
        {
            WriteValue(json, name, value);
        }

        json.WriteEndObject();
    }

    /// <summary>Every option with its value, in a fixed order.</summary>
    internal abstract IEnumerable<KeyValuePair<string, object?>> Values();

    /// <summary>A question with the options that JSON has.</summary>
    internal static T Read<T>(T question, IReadOnlyList<QuestionField<T>> fields, JsonElement json)
        where T : Question
    {
        var faults = new List<QuestionFault>();
        foreach (JsonProperty property in json.EnumerateObject().Where(p => p.Name != KindName))
        {
            if (fields.FirstOrDefault(f => f.Name == property.Name) is not { } field)
            {
                faults.Add(Unknown(property.Name, fields.Select(f => f.Name)));
                continue;
            }

            try
            {
                question = field.With(question, property.Value);
            }
            catch (QuestionException e)
            {
                faults.AddRange(e.Faults);
            }
            catch (Exception e) when (e is InvalidOperationException or FormatException)
            {
                faults.Add(new QuestionFault(field.Name, $"{{{field.Name}}} cannot be {property.Value}.", "Give a value of its kind."));
            }
        }

        return faults.Count == 0 ? question : throw new QuestionException(faults);
    }

    private const string KindName = "question";

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            throw new QuestionException([new QuestionFault(KindName, $"The question cannot be read as JSON: {e.Message}", "Mend it.")]);
        }
    }

    private static QuestionFault Unknown(string name, IEnumerable<string> known) =>
        new(
            name,
            $"There is no option {QuestionFault.Quoted(name)}.",
            NearestNames.Of(name, known) is [var near, ..] ? $"Nearest: {near}." : $"There are {string.Join(", ", known)}."
        );

    private static void WriteValue(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(name);
                break;
            case double number:
                json.WriteNumber(name, number);
                break;
            case long whole:
                json.WriteNumber(name, whole);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case IReadOnlyList<string> texts:
                json.WriteStartArray(name);
                foreach (string text in texts)
                {
                    json.WriteStringValue(text);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteString(name, (string)value);
                break;
        }
    }
}

/// <summary>The kinds of question there are: one line each.</summary>
internal static class QuestionKinds
{
    private static readonly (string Name, QuestionKind Kind)[] All =
    [
        (RootQuestion.Name, new QuestionKind(json => Question.Read(new RootQuestion(), RootQuestion.Fields, json))),
        (
            TechnologyQuestion.Word,
            new QuestionKind(json => Question.Read(new TechnologyQuestion(string.Empty), TechnologyQuestion.Fields, json))
        ),
        (StakeQuestion.Name, new QuestionKind(json => Question.Read(new StakeQuestion(), StakeQuestion.Fields, json))),
        (
            StakeOfOneQuestion.Word,
            new QuestionKind(json => Question.Read(new StakeOfOneQuestion(string.Empty), StakeOfOneQuestion.Fields, json))
        ),
        (ScenarioQuestion.Name, new QuestionKind(json => Question.Read(new ScenarioQuestion(string.Empty), ScenarioQuestion.Fields, json))),
        (AccountsQuestion.Name, new QuestionKind(json => Question.Read(new AccountsQuestion(), AccountsQuestion.Fields, json))),
        (WeakSpotQuestion.Name, new QuestionKind(json => Question.Read(new WeakSpotQuestion(), WeakSpotQuestion.Fields, json))),
        (
            WeakSpotOfOneQuestion.Name,
            new QuestionKind(json =>
                Question.Read(new WeakSpotOfOneQuestion(string.Empty, new WeakSpotQuestion()), WeakSpotOfOneQuestion.Fields, json)
            )
        ),
        (UpgradeQuestion.Name, new QuestionKind(json => Question.Read(new UpgradeQuestion(), UpgradeQuestion.Fields, json))),
        (BriefQuestion.Name, new QuestionKind(json => Question.Read(new BriefQuestion(), BriefQuestion.Fields, json))),
        (PlanQuestion.Name, new QuestionKind(json => Question.Read(new PlanQuestion(), PlanQuestion.Fields, json))),
        (SweepQuestion.Name, new QuestionKind(json => Question.Read(new SweepQuestion(string.Empty), SweepQuestion.Fields, json))),
        (
            ValidityQuestion.Name,
            new QuestionKind(json =>
                Question.Read(new ValidityQuestion(EconomyQuestion.DefaultTable, string.Empty), ValidityQuestion.Fields, json)
            )
        ),
        (ExposureQuestion.Name, new QuestionKind(json => Question.Read(new ExposureQuestion(string.Empty), ExposureQuestion.Fields, json))),
        (PathsQuestion.Name, new QuestionKind(json => Question.Read(new PathsQuestion(), PathsQuestion.Fields, json))),
        (
            DecompositionQuestion.Name,
            new QuestionKind(json =>
                Question.Read(new DecompositionQuestion(string.Empty, string.Empty), DecompositionQuestion.Fields, json)
            )
        ),
        (
            DependenceQuestion.Name,
            new QuestionKind(json => Question.Read(new DependenceQuestion(Array.Empty<string>()), DependenceQuestion.Fields, json))
        ),
        (
            ComplexityQuestion.Name,
            new QuestionKind(json => Question.Read(new ComplexityQuestion(string.Empty), ComplexityQuestion.Fields, json))
        ),
        (ScreenQuestion.Word, new QuestionKind(json => Question.Read(new ScreenQuestion(string.Empty), ScreenQuestion.Fields, json))),
        (
            OwnersQuestion.Word,
            new QuestionKind(json => Question.Read(new OwnersQuestion(string.Empty, string.Empty), OwnersQuestion.Fields, json))
        ),
        (
            NetworkRiskQuestion.Name,
            new QuestionKind(json => Question.Read(new NetworkRiskQuestion(string.Empty, string.Empty), NetworkRiskQuestion.Fields, json))
        ),
        (
            BlacklistQuestion.Name,
            new QuestionKind(json =>
                Question.Read(new BlacklistQuestion(string.Empty, string.Empty, string.Empty), BlacklistQuestion.Fields, json)
            )
        ),
        (
            NetworkLinksQuestion.Name,
            new QuestionKind(json => Question.Read(new NetworkLinksQuestion(string.Empty, string.Empty), NetworkLinksQuestion.Fields, json))
        ),
        (MadeNetworkQuestion.Name, new QuestionKind(json => Question.Read(new MadeNetworkQuestion(), MadeNetworkQuestion.Fields, json))),
        (NetworkQuestion.Name, new QuestionKind(json => Question.Read(new NetworkQuestion(), NetworkQuestion.Fields, json))),
        (
            NetworkEnsembleQuestion.Name,
            new QuestionKind(json => Question.Read(new NetworkEnsembleQuestion(), NetworkEnsembleQuestion.Fields, json))
        ),
    ];

    /// <summary>Their words.</summary>
    public static IEnumerable<string> Names => All.Select(k => k.Name);

    /// <summary>The kind of a word; null where there is none.</summary>
    public static QuestionKind? Find(string name) => Array.Find(All, k => k.Name == name).Kind;
}

/// <summary>How a kind of question is read.</summary>
/// <param name="Read">The question of a JSON object.</param>
internal sealed record QuestionKind(Func<JsonElement, Question> Read);
