using Rootscope.Tables;

namespace Rootscope.Storage.Workspaces;

/// <summary>What a list of tables says of each, without its figures.</summary>
/// <param name="Name">The name it is called by.</param>
/// <param name="Title">What it is, in one line.</param>
/// <param name="Year">The year of the flows.</param>
/// <param name="Regions">Number of regions.</param>
/// <param name="Industries">Number of industries in each.</param>
/// <param name="Unit">The unit of its figures.</param>
/// <param name="Licence">The licence or terms, as far as known.</param>
/// <param name="ContentHash">SHA-256 of its figures and codes (<see cref="FlowTable.ContentHash"/>).</param>
public sealed record TableSummary(
    string Name,
    string Title,
    int Year,
    int Regions,
    int Industries,
    string Unit,
    string Licence,
    string ContentHash
)
{
    /// <summary>The summary of a table.</summary>
    public static TableSummary Of(FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        TableMetadata about = table.Metadata;
        return new TableSummary(
            about.Id,
            about.Title,
            about.Year,
            table.Sectors.Regions.Count,
            table.Sectors.Industries.Count,
            about.Unit,
            about.Licence,
            table.ContentHash
        );
    }
}
