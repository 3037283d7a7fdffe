using System.Globalization;
using System.Text.RegularExpressions;
using Rootscope.Answers.Language;
using Rootscope.Catalogue;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Answers.Reports;

/// <summary>The words of a report for people in a language: headings, cells and sentences.</summary>
/// <remarks>
/// Names are those of the table behind the report and of the catalogue; everything else is listed (<see cref="ChineseTexts"/>). A text
/// with a piece that is not known stays in English as a whole, unless the piece is a name, which is told as it is.
/// </remarks>
internal sealed partial class ReportWords
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> OfCatalogue = new(() =>
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        TechnologyCatalogue catalogue = CatalogueLibrary.Read();
        foreach (Technology technology in catalogue.Technologies)
        {
            Add(names, technology.Name, technology.ChineseName);
        }

        foreach (Area area in catalogue.Areas)
        {
            Add(names, area.Name, area.ChineseName);
        }

        return names;
    });

    private const string NoteMark = "Note: ";
    private const string Capital = " [capital]";
    private const int ShortestCut = 8;

    private static readonly (string English, string Chinese)[] Separators = [("; ", "；"), (" → ", " → "), (" + ", " + "), (", ", "、")];

    private readonly Tongue _tongue;
    private readonly IReadOnlyDictionary<string, string> _names;

    private ReportWords(Tongue tongue, IReadOnlyDictionary<string, string> names) => (_tongue, _names) = (tongue, names);

    /// <summary>The words of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="tongue">The language.</param>
    public static ReportWords Of(Report report, Tongue tongue) => new(tongue, tongue == Tongue.English ? OfCatalogue.Value : Names(report));

    /// <summary>A text in the language; as it stands where it has no other.</summary>
    public string this[string text] => _tongue == Tongue.English ? text : Find(text) ?? text;

    /// <summary>A table with its title, headings and cells in the language.</summary>
    public Section Of(Section section) =>
        _tongue == Tongue.English
            ? section
            : section with
            {
                Title = section.Title is { } title ? this[title] : null,
                Columns = [.. section.Columns.Select(c => c with { Heading = HeadingOf(c) })],
                Rows = [.. section.Rows.Select(row => row.Select((v, c) => Cell(v, section.Columns[c])).ToArray())],
            };

    /// <summary>A heading; the unit behind its last comma stays beside it.</summary>
    private string? HeadingOf(Column column)
    {
        if (column.Heading is not { } heading)
        {
            return null;
        }

        int comma = heading.LastIndexOf(", ", StringComparison.Ordinal);
        return ChineseTexts.FindWhole(heading) is { } whole ? whole
            : UnitOf(heading) is { } unit ? (comma > 0 ? $"{this[heading[..comma]]}，{unit}" : unit)
            : comma > 0 && Find(heading[..comma]) is { } name ? $"{name}，{this[heading[(comma + 2)..]]}"
            : this[heading];
    }

    /// <summary>The unit of a heading that ends with billions, which Chinese tells in 亿; null where it ends with something else.</summary>
    private static string? UnitOf(string heading) =>
        Billions().Match(heading) is { Success: true } match
            ? $"亿{Currencies.InChinese(match.Groups["currency"].Value).TrimStart()}"
            : null;

    /// <summary>Numbers of billions in 亿, of which a billion has ten; they keep their digits.</summary>
    private static string Tenfold(string text) =>
        Numbers()
            .Replace(
                text,
                n =>
                {
                    int digits = Math.Max(0, n.Groups["fraction"].Length - 1);
                    double number = double.Parse(n.Value, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
                    return (number * 10).ToString($"N{digits}", CultureInfo.InvariantCulture);
                }
            );

    private object? Cell(object? value, Column column) =>
        value switch
        {
            string text when column.Heading is { } heading && UnitOf(heading) is not null => Tenfold(text),
            double x when column.Heading is { } heading && UnitOf(heading) is not null => x * 10,
            string text => this[text],
            bool flag => flag ? "是" : "否",
            double x and < 0 when column.IsLoss => Gain(CellText.ForPeople(-x, column.Style)),
            _ => value,
        };

    private static string Gain(string amount) => CellText.Gain(amount) == amount ? amount : $"增加 {amount}";

    private string? Find(string text) =>
        text.Length == 0 ? text
        : text.StartsWith(NoteMark, StringComparison.Ordinal) ? (Find(text[NoteMark.Length..]) is { } note ? $"注：{note}" : null)
        : _names.GetValueOrDefault(text) is { } name ? name
        : ChineseTexts.FindWhole(text) is { } whole ? whole
        : Amount(text) is { } amount ? amount
        : ChineseTexts.InForm(text, Find) is { } form ? form
        : text.StartsWith("the ", StringComparison.Ordinal) && Find(text["the ".Length..]) is { } named ? named
        : text.EndsWith(ChineseTexts.Rest, StringComparison.Ordinal) && Find(text[..^ChineseTexts.Rest.Length]) is { } rest
            ? rest + ChineseTexts.RestInChinese
        : text.EndsWith(Capital, StringComparison.Ordinal) && Find(text[..^Capital.Length]) is { } good ? $"{good}〔资本品〕"
        : Cut(text) is { } cut ? cut
        : Share().Match(text) is { Success: true } share && Find(share.Groups["name"].Value) is { } of
            ? $"{of} {share.Groups["share"].Value}"
        : Holder().Match(text) is { Success: true } holder && Find(holder.Groups["what"].Value) is { } held
            ? $"{holder.Groups["who"].Value} {holder.Groups["share"].Value}（{held}）{holder.Groups["rest"].Value}"
        : Separators.Select(s => List(text, s.English, s.Chinese)).FirstOrDefault(l => l is not null);

    /// <summary>An amount of money in the words of Chinese: 84,361 bn CNY are 84.4 万亿元.</summary>
    private static string? Amount(string text)
    {
        if (Money().Match(text) is not { Success: true } match)
        {
            return null;
        }

        string currency = Currencies.InChinese(match.Groups["currency"].Value);
        return
            match.Groups["amount"].Value is { Length: > 0 } amount
            && double.TryParse(amount, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out double number)
            ? ChineseMoney.Of(number * SizeOf(match.Groups["size"].Value), match.Groups["currency"].Value)
            : NameOf(match.Groups["size"].Value) + currency.TrimStart();
    }

    private static double SizeOf(string word) =>
        word switch
        {
            "bn" => 1e9,
            "m" => 1e6,
            _ => 1e3,
        };

    private static string NameOf(string word) =>
        word switch
        {
            "bn" => "十亿",
            "m" => "百万",
            _ => "千",
        };

    /// <summary>A name that was shortened to fit a picture or a column.</summary>
    private string? Cut(string text) =>
        text.EndsWith('…') && text.Length > ShortestCut
            ? _names.Where(n => n.Key.StartsWith(text[..^1], StringComparison.Ordinal)).Select(n => n.Value).FirstOrDefault()
            : null;

    /// <summary>A list of which every item is known, or is a number, a code or an identifier.</summary>
    private string? List(string text, string between, string inChinese)
    {
        string[] items = (between == ", " ? text.Replace(" and ", between, StringComparison.Ordinal) : text).Split(between);
        if (items.Length < 2)
        {
            return null;
        }

        string?[] found = [.. items.Select(i => IsCode(i) ? i : Find(i))];
        return found.All(f => f is not null) && !found.SequenceEqual(items) ? string.Join(inChinese, found) : null;
    }

    private static bool IsCode(string text) =>
        text.Length > 0 && !text.Contains(' ', StringComparison.Ordinal) && !text.Any(char.IsAsciiLetterLower);

    private static Dictionary<string, string> Names(Report report)
    {
        var names = new Dictionary<string, string>(OfCatalogue.Value, StringComparer.Ordinal);
        if (report.Provenance.Table is not { } table)
        {
            return names;
        }

        foreach (Industry industry in table.Sectors.Industries)
        {
            Add(names, industry.Name, ProductNames.Of(table, industry).Chinese);
        }

        foreach (Region region in table.Sectors.Regions)
        {
            Add(names, region.Name, EconomyNames.Of(region).Chinese);
        }

        return names;
    }

    /// <summary>A name as tables, headings and sentences have it; one without Chinese is known too, and is told as it is.</summary>
    private static void Add(Dictionary<string, string> names, string english, string chinese)
    {
        names[english] = chinese;
        names.TryAdd(BriefName.Of(english), chinese);
        names.TryAdd(BriefName.InSentence(english), chinese);
    }

    [GeneratedRegex(
        @"(^|, )bn (?<currency>[A-Z]{3})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Billions();

    [GeneratedRegex(
        @"\d[\d,]*(\.(?<fraction>\d+))?(E[-+]\d+)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"^(?<amount>-?\d[\d.,]*)? ?(?<size>bn|m|thousand) (?<currency>[A-Z]{3})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Money();

    [GeneratedRegex(
        @"^(?<who>[A-Z+]{3,}) (?<share>(about |at least )?\d[\d.]*%) of (?<what>.+?)(?<rest>, \d{4}.*)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Holder();

    [GeneratedRegex(
        @"^(?<name>.+?) (?<share>[-+]?\d[\d.,]*%?)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Share();
}
