using System.Text.Json;

namespace Rootscope.Answers.Questions;

/// <summary>One option of a question, declared once: its name, its value, and the question with another value.</summary>
/// <typeparam name="TQuestion">The question.</typeparam>
/// <param name="Name">Its name, camelCase: what JSON, provenance and faults call it.</param>
/// <param name="Value">Its value: string, double, int, long, bool, a list of strings, or null.</param>
/// <param name="With">The question with the value that JSON has.</param>
internal sealed record QuestionField<TQuestion>(string Name, Func<TQuestion, object?> Value, Func<TQuestion, JsonElement, TQuestion> With)
{
    /// <summary>The same option of a question that this one is a part of.</summary>
    public QuestionField<TWhole> In<TWhole>(Func<TWhole, TQuestion> part, Func<TWhole, TQuestion, TWhole> with) =>
        new(Name, q => Value(part(q)), (q, json) => with(q, With(part(q), json)));

    /// <summary>The same option of a kind of the question.</summary>
    public QuestionField<TKind> Of<TKind>()
        where TKind : TQuestion => new(Name, q => Value(q), (q, json) => (TKind)With(q, json)!);
}

/// <summary>Options by the kind of their values.</summary>
internal static class QuestionFields
{
    public static QuestionField<T> Text<T>(string name, Func<T, string?> value, Func<T, string?, T> with) =>
        new(name, value, (q, json) => with(q, json.GetString()));

    public static QuestionField<T> Number<T>(string name, Func<T, double> value, Func<T, double, T> with) =>
        new(name, q => value(q), (q, json) => with(q, json.GetDouble()));

    public static QuestionField<T> NumberOrNone<T>(string name, Func<T, double?> value, Func<T, double?, T> with) =>
        new(name, q => value(q), (q, json) => with(q, json.ValueKind == JsonValueKind.Null ? null : json.GetDouble()));

    public static QuestionField<T> Whole<T>(string name, Func<T, long> value, Func<T, long, T> with) =>
        new(name, q => value(q), (q, json) => with(q, json.GetInt64()));

    public static QuestionField<T> WholeOrNone<T>(string name, Func<T, long?> value, Func<T, long?, T> with) =>
        new(name, q => value(q), (q, json) => with(q, json.ValueKind == JsonValueKind.Null ? null : json.GetInt64()));

    public static QuestionField<T> Flag<T>(string name, Func<T, bool> value, Func<T, bool, T> with) =>
        new(name, q => value(q), (q, json) => with(q, json.GetBoolean()));

    public static QuestionField<T> Texts<T>(string name, Func<T, IReadOnlyList<string>> value, Func<T, IReadOnlyList<string>, T> with) =>
        new(name, value, (q, json) => with(q, [.. json.EnumerateArray().Select(e => e.GetString()!)]));

    public static QuestionField<T> Word<T, TWord>(string name, OptionWords<TWord> words, Func<T, TWord?> value, Func<T, TWord?, T> with)
        where TWord : struct, Enum =>
        new(
            name,
            q => value(q) is { } v ? words.WordOf(v) : null,
            (q, json) => with(q, json.GetString() is { } word ? words.Read(name, word) : null)
        );
}
