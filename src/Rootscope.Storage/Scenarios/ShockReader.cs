using Rootscope.Catalogue;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Scenarios;

/// <summary>Reads the values of one shock by the fields of its kind.</summary>
internal sealed class ShockReader(
    YamlBlock block,
    IShockKind kind,
    FlowTable? table,
    Lazy<TechnologyBridge?> bridge,
    FaultList faults,
    ICollection<string> notes,
    string? folder
)
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    /// <summary>The shock; null where it has a fault, which is then in the list.</summary>
    public IShock? Read()
    {
        int before = faults.Count;
        foreach (ShockField field in kind.Fields)
        {
            if (faults.Try(() => ValueOf(field)) is { } value)
            {
                _values[field.Name] = value;
            }
        }

        _ = faults.Try<object>(() =>
        {
            block.RequireAllAsked();
            return null;
        });
        if (faults.Count > before || table is null)
        {
            return null;
        }

        var values = new ShockValues(_values);
        return kind.FaultOf(values) is { } fault
            ? throw block.Fault(fault.Field, $"{fault.Message}")
            : kind.Create(values) switch
            {
                { OnList: { HasOneShare: false } firms } listing => listing.Holding(
                    new FirmResolver(block, table, folder, bridge, notes).Of(firms.Firms)
                ),
                var shock => shock,
            };
    }

    private object? ValueOf(ShockField field)
    {
        string key = KeyOf(field);
        if (!block.Has(key))
        {
            return field.IsRequired ? throw block.Fault(key, Missing(field)) : null;
        }

        return field.Type switch
        {
            ShockFieldType.Products => table is null
                ? null
                : new ProductResolver(block, key, table, kind.NeedsCarrier, bridge, notes).Products(),
            ShockFieldType.Regions => table is null ? null : new RegionResolver(block, key, table).Regions(),
            ShockFieldType.Region => table is null ? null : new RegionResolver(block, key, table).One(),
            ShockFieldType.Number => NumberOf(field, key),
            ShockFieldType.Month => ScenarioWords.Moment(block.Text(key))
                ?? throw block.Fault(key, $"'{key}' is '{block.Text(key)}'. Give a moment such as 'month 0' or 'month 6'."),
            ShockFieldType.Months => LengthOf(field, key),
            ShockFieldType.Word => WordOf(field, key),
            ShockFieldType.Texts => TextsOf(key),
            ShockFieldType.Flag => block.Text(key) switch
            {
                "true" or "yes" => true,
                "false" or "no" => false,
                var other => throw block.Fault(key, $"'{key}' is '{other}'. It is true or false."),
            },
            _ => block.Text(key),
        };
    }

    /// <summary>A length of time; what lasts no time at all does not happen.</summary>
    private double LengthOf(ShockField field, string key) =>
        ScenarioWords.Length(block.Text(key)) switch
        {
            0 when field == ShockFields.Duration => throw block.Fault(
                key,
                $"'{key}' is '{block.Text(key)}': a shock that lasts no time does not happen. Give at least '1 month', or leave it out."
            ),
            { } months => months,
            null => throw block.Fault(
                key,
                $"'{key}' is '{block.Text(key)}'. Give a length of time in months or years, such as '6 months'."
            ),
        };

    /// <summary>The key under which a field stands: its name, or one of its aliases; two of them at once are a fault.</summary>
    private string KeyOf(ShockField field)
    {
        string[] given = [.. field.Aliases.Prepend(field.Name).Where(block.Has)];
        return given.Length < 2
            ? given.FirstOrDefault() ?? field.Name
            : throw block.Fault(given[1], $"'{given[1]}' and '{given[0]}' mean the same. Keep one of them.");
    }

    private string Missing(ShockField field)
    {
        string also = field.Aliases.Count > 0 ? $" (or '{string.Join("', '", field.Aliases)}')" : string.Empty;
        string range = field.Range is { } r ? $" It is a number {r.InWords()}." : string.Empty;
        return $"'{field.Name}'{also} is missing in this {kind.Word}. {field.Meaning}{range} Add '{field.Name}: …'.";
    }

    private double NumberOf(ShockField field, string key)
    {
        string text = block.Text(key);
        if (ScenarioWords.Number(text) is not { } value)
        {
            string hint = text.Contains(',', StringComparison.Ordinal)
                ? $" Decimals take a point: {text.Replace(',', '.')}."
                : string.Empty;
            throw block.Fault(key, $"'{key}' is '{text}', which is no number.{hint} Expected a number {field.Range!.InWords()}.");
        }

        return field.Range!.Holds(value) ? value : throw block.Fault(key, $"'{key}' is {text}. Expected a number {field.Range.InWords()}.");
    }

    private string WordOf(ShockField field, string key)
    {
        string text = block.Text(key);
        IReadOnlyList<string> near = NearestNames.Of(text, field.Words);
        return field.Words.Contains(text, StringComparer.Ordinal)
            ? text
            : throw block.Fault(
                key,
                $"'{key}' is '{text}'.{(near.Count > 0 ? $" Nearest: {near[0]}." : string.Empty)} It is one of "
                    + $"{string.Join(", ", field.Words)}."
            );
    }

    private IReadOnlyList<string> TextsOf(string key) =>
        block.OneOrMore(key) is { Count: > 0 } texts ? texts : throw block.Fault(key, $"'{key}' is empty. Give one or more.");
}
