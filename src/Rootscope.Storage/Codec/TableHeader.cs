using System.Text.Json.Serialization;
using Rootscope.Tables;

namespace Rootscope.Storage.Codec;

/// <summary>Everything of a table but its figures.</summary>
internal sealed record TableHeader(
    TableMetadata Metadata,
    double Step,
    IReadOnlyList<Region> Regions,
    IReadOnlyList<Industry> Industries,
    IReadOnlyList<FinalDemandCategory> FinalDemandCategories,
    IReadOnlyList<ValueAddedCategory> ValueAddedCategories
)
{
    public static TableHeader Of(FlowTable table, double step) =>
        new(table.Metadata, step, table.Sectors.Regions, table.Sectors.Industries, table.FinalDemandCategories, table.ValueAddedCategories);

    public FlowTable ToTable(
        double[] flows,
        double[] finalDemand,
        double[] valueAdded,
        double[]? output,
        double[]? imports,
        double[]? importedFlows,
        double[]? importedFinal
    ) =>
        new(
            new FlowTableParts
            {
                Metadata = Metadata,
                Sectors = new SectorIndex(Regions, Industries),
                FinalDemandCategories = FinalDemandCategories,
                ValueAddedCategories = ValueAddedCategories,
                Flows = flows,
                FinalDemand = finalDemand,
                ValueAdded = valueAdded,
                Output = output,
                Imports = imports,
                ImportedFlows = importedFlows,
                ImportedFinalDemand = importedFinal,
            }
        );
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(RegionNumberJson)],
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(TableHeader))]
internal sealed partial class TableHeaderJson : JsonSerializerContext;
