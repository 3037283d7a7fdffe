using Rootscope.Accounts;
using Rootscope.Answers.Questions;
using Rootscope.Catalogue;
using Rootscope.Storage;
using Rootscope.Tables;
using Rootscope.WeakSpots;

namespace Rootscope.Answers.WeakSpots;

/// <summary>
/// Where the inputs of every economy's industries come from, by the embedded table of the world. Its inverse is the same for whoever asks:
/// it is made when it is first asked for, and kept for the process.
/// </summary>
internal sealed class WorldInputs(InverseOptions inverse)
{
    private static readonly Lock Gate = new();
    private static TotalRequirements? kept;

    /// <summary>Origins by technology, with the table; none where the table of the world does not show the economy by itself.</summary>
    public (IReadOnlyDictionary<string, InputOrigins> Origins, FlowTable? World) Of(
        string economy,
        TechnologyCatalogue catalogue,
        CancellationToken cancellation
    )
    {
        FlowTable world = EmbeddedTables.Read(WeakSpotQuestion.WorldTable);
        int region = world.Sectors.Regions.Select(r => r.Code).ToList().IndexOf(economy);
        return region < 0
            ? (new Dictionary<string, InputOrigins>(StringComparer.Ordinal), null)
            : (InputOrigins.Of(Requirements(world, cancellation), new(region), catalogue), world);
    }

    private TotalRequirements Requirements(FlowTable world, CancellationToken cancellation)
    {
        lock (Gate)
        {
            return kept ??= TotalRequirements.Of(world, InputOrigin.Domestic, inverse, cancellation);
        }
    }
}
