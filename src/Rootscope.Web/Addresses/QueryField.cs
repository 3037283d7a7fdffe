using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rootscope.Tables;
using Rootscope.Web.Language;
using Rootscope.Web.Requests;

namespace Rootscope.Web.Addresses;

/// <summary>A value of an address that is not understood.</summary>
/// <param name="Field">The name of its field.</param>
/// <param name="Said">What is wrong.</param>
/// <param name="Repair">What is allowed.</param>
internal sealed record QueryFault(string Field, Phrase Said, Phrase Repair)
{
    private const int LongestShown = 40;

    /// <summary>A value that its field does not take.</summary>
    public static QueryFault OfValue(string field, string value, Phrase repair)
    {
        string shown = ForeignText.Contained(value, LongestShown);
        return new QueryFault(field, new($"'{shown}' is no value of '{field}'.", $"“{field}”不能取值“{shown}”。"), repair);
    }

    /// <summary>A field that an address does not take.</summary>
    public static QueryFault OfName(string field, IReadOnlyList<QueryField> fields)
    {
        string shown = ForeignText.Contained(field, LongestShown);
        string near = NearestNames.Of(field, fields.Select(f => f.Name)) is [var nearest, ..] ? nearest : string.Empty;
        string all = string.Join(", ", fields.Select(f => f.Name));
        return new QueryFault(
            shown,
            new($"There is no parameter '{shown}' here.", $"此处没有参数“{shown}”。"),
            new(
                (near.Length > 0 ? $"Perhaps '{near}'. " : string.Empty) + (all.Length > 0 ? $"It takes {all}." : "It takes none."),
                (near.Length > 0 ? $"也许是“{near}”。" : string.Empty) + (all.Length > 0 ? $"可用：{all}。" : "不接受任何参数。")
            )
        );
    }

    /// <summary>The same for programs.</summary>
    public ParameterFault ForPrograms => new(Field, Said.English, Repair.English);
}

/// <summary>A field of the query of an address, and which values it takes.</summary>
/// <param name="Name">Its name.</param>
internal sealed record QueryField(string Name)
{
    /// <summary>The words that it takes; null for any.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>The longest value. Unit: characters.</summary>
    public int Longest { get; init; } = 200;

    /// <summary>Whether it takes a value, and what to write where it does not; null for any.</summary>
    public (Func<string, bool> Holds, Phrase Otherwise)? Check { get; init; }

    /// <summary>A field that takes a whole number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="least">The least that it takes.</param>
    /// <param name="most">The most that it takes.</param>
    public static QueryField OfCount(string name, int least, int most = int.MaxValue) =>
        new(name)
        {
            Check = (
                v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count >= least && count <= most,
                most == int.MaxValue
                    ? new($"Write a whole number of at least {least}.", $"请填写不小于 {least} 的整数。")
                    : new($"Write a whole number from {least} to {most}.", $"请填写 {least} 至 {most} 的整数。")
            ),
        };

    /// <summary>A field that takes a number between two, both excluded.</summary>
    public static QueryField OfNumber(string name, double above, double below, string? example) =>
        new(name)
        {
            Check = (
                v => NumberOf(v) is { } number && number > above && number < below,
                new(
                    FormattableString.Invariant($"Write a number above {above} and below {below}, such as {example}."),
                    FormattableString.Invariant($"请填写大于 {above} 且小于 {below} 的数，例如 {example}。")
                )
            ),
        };

    /// <summary>A field that takes a number from one to another, both included.</summary>
    public static QueryField OfAmount(string name, double least, double most, string? example) =>
        new(name)
        {
            Check = (
                v => NumberOf(v) is { } number && number >= least && number <= most,
                new(
                    FormattableString.Invariant($"Write a number from {least} to {most}, without a unit, such as {example}."),
                    FormattableString.Invariant($"请填写 {least} 至 {most} 的数，不带单位，例如 {example}。")
                )
            ),
        };

    /// <summary>The number that a value is; null where it is none.</summary>
    public static double? NumberOf(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    /// <summary>What is wrong with a value; null where nothing is.</summary>
    public QueryFault? FaultOf(string value)
    {
        Phrase? repair =
            value.Length > Longest ? new($"Write at most {Longest} characters.", $"至多 {Longest} 个字符。")
            : Words is { } words && !words.Contains(value, StringComparer.Ordinal) ? OneOf(words)
            : Check is { } check && !check.Holds(value) ? check.Otherwise
            : null;
        return repair is { } told ? QueryFault.OfValue(Name, value, told) : null;
    }

    /// <summary>What is wrong with the values that a query gives to fields. What is empty is not given.</summary>
    public static IEnumerable<QueryFault> FaultsOf(IQueryCollection query, IReadOnlyList<QueryField> fields)
    {
        foreach (QueryField field in fields)
        {
            string[] values = [.. query[field.Name].Where(v => !string.IsNullOrEmpty(v)).Select(v => v!)];
            if (values.Length > 1)
            {
                yield return new QueryFault(
                    field.Name,
                    new($"The parameter '{field.Name}' is given more than once.", $"参数“{field.Name}”出现多次。"),
                    new("Give it once.", "请只给出一次。")
                );
            }
            else if (values is [var value] && field.FaultOf(value) is { } fault)
            {
                yield return fault;
            }
        }
    }

    /// <summary>The names in a query that are none of the fields.</summary>
    public static IEnumerable<QueryFault> UnknownIn(IQueryCollection query, IReadOnlyList<QueryField> fields) =>
        query
            .Keys.Where(k => !fields.Any(f => string.Equals(f.Name, k, StringComparison.OrdinalIgnoreCase)))
            .Select(k => QueryFault.OfName(k, fields));

    private static Phrase OneOf(IReadOnlyList<string> words) =>
        words.Count == 1
            ? new($"Write {words[0]}, or leave it out.", $"请填写 {words[0]}，或省略。")
            : new(
                $"Write {string.Join(", ", words.SkipLast(1))} or {words[^1]}.",
                $"请填写 {string.Join("、", words.SkipLast(1))} 或 {words[^1]}。"
            );
}
