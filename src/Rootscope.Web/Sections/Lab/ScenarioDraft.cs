using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Lab;

/// <summary>
/// A scenario of one shock, put together from the choices of a form: the text to begin with, which people then read and change.
/// </summary>
/// <param name="Kind">The kind of shock, as scenario files call it.</param>
/// <param name="Product">The product, by any name that scenario files take.</param>
/// <param name="From">Who sells, or the region that is hit; several are divided by commas.</param>
/// <param name="To">Who buys; several are divided by commas.</param>
/// <param name="Amount">How much. Unit: per cent.</param>
internal sealed record ScenarioDraft(string Kind, string Product, string From, string To, double Amount)
{
    private const int LongestWord = 200;
    private const double UsualAmount = 50;

    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<(string Word, Phrase Called)> Kinds { get; } =
    [
        ("supply_cut", new("part of a supply is gone", "部分供给消失")),
        ("ban", new("deliveries are banned", "禁止交付")),
        ("tariff", new("a tariff comes on top", "加征关税")),
        ("uplift", new("productivity rises", "生产率提升")),
    ];

    /// <summary>Whether the kind is about deliveries from one side to another.</summary>
    public bool HasSides => Kind is "ban" or "tariff";

    /// <summary>The choices that an address says; those of the form's first sight where it says none.</summary>
    public static ScenarioDraft Read(IQueryCollection query, string region)
    {
        string kind = Word(query, "kind");
        return new ScenarioDraft(
            Kinds.Any(k => k.Word == kind) ? kind : Kinds[0].Word,
            Word(query, "product"),
            Word(query, "from") is { Length: > 0 } from ? from : region,
            Word(query, "to"),
            double.TryParse(Word(query, "amount"), NumberStyles.Float, CultureInfo.InvariantCulture, out double amount)
            && amount is > 0 and <= 1000
                ? amount
                : UsualAmount
        );
    }

    /// <summary>Whether an address asks for a text.</summary>
    public static bool IsAsked(IQueryCollection query) => Word(query, "product").Length > 0;

    /// <summary>The scenario's text. Words of the form stand in quotes, so that they stay words whatever they hold.</summary>
    public string ToText(string table)
    {
        string amount = Amount.ToString("0.####", CultureInfo.InvariantCulture) + "%";
        string sides = HasSides ? $"from: {List(From)}, to: {List(To.Length > 0 ? To : "all")}" : $"region: {Quoted(From)}";
        string size = Kind switch
        {
            "tariff" => $"rate: {amount}",
            "uplift" => $"productivity: {amount}",
            _ => $"share: {amount}",
        };
        string name = $"{Kinds.First(k => k.Word == Kind).Called.English}: {Product}, {amount}";
        return $"name: {Quoted(name)}\ntable: {Quoted(table)}\nshocks:\n  - {Kind}: {{ product: {Quoted(Product)}, {sides}, {size} "
            + $"}}\nelasticities: short-run\n";
    }

    private static string List(string names) =>
        $"[{string.Join(", ", names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Quoted))}]";

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Quoting);

    private static string Word(IQueryCollection query, string name)
    {
        string text = query[name].ToString().Trim();
        return text.Length <= LongestWord ? text : string.Empty;
    }
}
