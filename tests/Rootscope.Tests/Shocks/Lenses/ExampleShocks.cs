using System.Globalization;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Tests.Shocks.Lenses;

/// <summary>A shock of any kind, made of what the kind says of its fields.</summary>
internal static class ExampleShocks
{
    /// <summary>The shock that the examples of the fields describe; fields that do not go with the others stay out.</summary>
    public static IShock Of(IShockKind kind, FlowTable table)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (ShockField field in kind.Fields.Where(f => f.IsRequired))
        {
            values[field.Name] = ValueOf(field, table);
        }

        foreach (ShockField field in kind.Fields.Where(f => !f.IsRequired && f.Range is not null && f != ShockFields.ShareOfCarrier))
        {
            var more = new Dictionary<string, object>(values, StringComparer.Ordinal) { [field.Name] = ValueOf(field, table) };
            values = kind.FaultOf(new ShockValues(more)) is null ? more : values;
        }

        Assert.Null(kind.FaultOf(new ShockValues(values)));
        return kind.Create(new ShockValues(values));
    }

    private static object ValueOf(ShockField field, FlowTable table)
    {
        bool many = table.Sectors.Regions.Count > 1;
        string own = table.Sectors.Regions[0].Code;
        string other = many ? table.Sectors.Regions[1].Code : ScenarioTable.AbroadWord;
        return field.Type switch
        {
            ShockFieldType.Products => (IReadOnlyList<ScenarioProduct>)[new ScenarioProduct(table.Sectors.Industries[1].Code)],
            ShockFieldType.Regions => (IReadOnlyList<string>)[field.Name == "from" ? other : own],
            ShockFieldType.Region => (IReadOnlyList<string>)[own],
            ShockFieldType.Number => double.Parse(field.Range!.Example, NumberStyles.Float, CultureInfo.InvariantCulture),
            ShockFieldType.Month or ShockFieldType.Months => 1.0,
            ShockFieldType.Flag => true,
            ShockFieldType.Texts => (IReadOnlyList<string>)["Example Instruments"],
            ShockFieldType.Word => field.Words[0],
            _ => "example",
        };
    }
}
