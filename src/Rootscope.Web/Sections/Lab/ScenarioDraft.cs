using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Rootscope.Shocks.Kinds;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage.Scenarios;
using Rootscope.Web.Addresses;
using Rootscope.Web.Language;

namespace Rootscope.Web.Sections.Lab;

/// <summary>
/// A scenario of one shock, put together from the choices of a form: the text to begin with, which people then read and change.
/// </summary>
/// <param name="Kind">The kind of shock.</param>
/// <param name="Product">The product, by any name that scenario files take.</param>
/// <param name="From">Who sells, or the region that is hit; several are divided by commas.</param>
/// <param name="To">Who buys; several are divided by commas.</param>
/// <param name="Amount">How much. Unit: per cent.</param>
internal sealed record ScenarioDraft(IShockKind Kind, string Product, string From, string To, double Amount) : ITakesQuery
{
    private const double UsualAmount = 50;

    /// <summary>The least that happens: all of something is gone. Unit: per cent.</summary>
    public const double LeastAmount = -100;

    /// <summary>The most that happens. Unit: per cent.</summary>
    public const double MostAmount = 1000;

    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The kinds that need no more than a product, regions and one number.</summary>
    public static IReadOnlyList<IShockKind> Kinds { get; } = [.. ShockKinds.Default.All.Where(IsSimple)];

    /// <summary>What the address of the form may say.</summary>
    public static IReadOnlyList<QueryField> Fields { get; } =
    [
        new("kind") { Words = [.. Kinds.Select(k => k.Word)] },
        new("product"),
        new("from"),
        new("to"),
        new("amount")
        {
            Check = (
                v => QueryField.NumberOf(v) is { } amount && amount is >= LeastAmount and <= MostAmount and not 0,
                new(
                    FormattableString.Invariant($"Write a number of per cent from {LeastAmount} to {MostAmount}, not 0."),
                    FormattableString.Invariant($"请填写 {LeastAmount} 至 {MostAmount} 的百分数，不为 0。")
                )
            ),
        },
        new("template") { Words = ScenarioFiles.Templates },
    ];

    /// <summary>The kind that a form begins with: one that happens in a single region, so that it fits every table.</summary>
    private static IShockKind Usual { get; } = Kinds.First(k => !HasSides(k));

    /// <summary>The choices that an address says; those of the form's first sight where it says none.</summary>
    public static ScenarioDraft Read(IQueryCollection query, string region)
    {
        string kind = Word(query, "kind");
        return new ScenarioDraft(
            Kinds.FirstOrDefault(k => k.Word == kind) ?? Usual,
            Word(query, "product"),
            Word(query, "from") is { Length: > 0 } from ? from : region,
            Word(query, "to"),
            QueryField.NumberOf(Word(query, "amount")) ?? UsualAmount
        );
    }

    /// <summary>Whether an address asks for a text.</summary>
    public static bool IsAsked(IQueryCollection query) => Word(query, "product").Length > 0;

    /// <summary>The scenario's text. Words of the form stand in quotes, so that they stay words whatever they hold.</summary>
    public string ToText(string table)
    {
        ShockField size = AmountOf(Kind)!;
        bool isShare = size.Unit.StartsWith("share", StringComparison.Ordinal);
        string amount = Amount.ToString("0.####", CultureInfo.InvariantCulture) + (isShare ? "%" : string.Empty);
        IEnumerable<string> fields = Own(Kind)
            .Where(f => f.Type is ShockFieldType.Products or ShockFieldType.Region or ShockFieldType.Regions || f == size)
            .Select(f => $"{f.Name}: {ValueOf(f, amount)}");
        string name = $"{Phrases.ShockCalled(Kind).English}: {Product}, {amount}";
        return $"name: {Quoted(name)}\ntable: {Quoted(table)}\nshocks:\n  - {Kind.Word}: {{ {string.Join(", ", fields)} }}\n"
            + "elasticities: short-run\n";
    }

    /// <summary>Whether a kind is about deliveries from one side to another.</summary>
    private static bool HasSides(IShockKind kind) => Own(kind).Any(f => f.Type == ShockFieldType.Regions);

    private static bool IsSimple(IShockKind kind) =>
        AmountOf(kind) is { } amount
        && Own(kind)
            .Where(f => f.IsRequired)
            .All(f => f == amount || f.Type is ShockFieldType.Products or ShockFieldType.Region or ShockFieldType.Regions);

    /// <summary>The number that says how much: the first of the kind's own.</summary>
    private static ShockField? AmountOf(IShockKind kind) => Own(kind).FirstOrDefault(f => f.Type == ShockFieldType.Number);

    /// <summary>The fields of a kind without those that say how a product is taken.</summary>
    private static IEnumerable<ShockField> Own(IShockKind kind) => kind.Fields.Except(ShockFields.OfProducts);

    private string ValueOf(ShockField field, string amount) =>
        (field.Type, field.Name) switch
        {
            (ShockFieldType.Number, _) => amount,
            (ShockFieldType.Products, _) => Quoted(Product),
            (ShockFieldType.Region, _) => Quoted(From),
            (_, "to") => List(To.Length > 0 ? To : "all"),
            _ => List(From),
        };

    private static string List(string names) =>
        $"[{string.Join(", ", names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Quoted))}]";

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Quoting);

    private static string Word(IQueryCollection query, string name) => query[name].ToString().Trim();
}
