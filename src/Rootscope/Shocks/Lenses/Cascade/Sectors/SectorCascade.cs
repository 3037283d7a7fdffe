using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses.Cascade.Sectors;

/// <summary>What falls short at the start: what a sector makes, what is imported of its product, or what crosses a border.</summary>
/// <param name="Node">Number of the node.</param>
/// <param name="Share">Share that is missing, above 0 and at most 1.</param>
internal readonly record struct Shortfall(int Node, double Share);

/// <summary>The cascade through the sectors of a table, at its limit.</summary>
/// <remarks>
/// No sector replaces another beyond its share of what a buyer has of the product: homemade and foreign goods of one kind are one input.
/// Important inputs count by their shares of all cost, value added included; were they shares of purchases, which sum to 1, nothing would
/// fade in a closed world, and the limit would be near collapse whatever fails. No sector loses a larger share than the largest shortfall.
/// </remarks>
internal sealed class SectorCascade
{
    private readonly CascadeModel _model;
    private readonly int _sectors;

    private SectorCascade(CascadeModel model, SectorNodes nodes, int sectors) => (_model, Nodes, _sectors) = (model, nodes, sectors);

    public SectorNodes Nodes { get; }

    /// <summary>Prepares a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="ratings">How essential inputs are; null counts every input by its share of all cost.</param>
    /// <param name="borders">Deliveries that a shock may stop.</param>
    /// <exception cref="TableException">An industry is not rated.</exception>
    public static SectorCascade Of(FlowTable table, EssentialityMatrix? ratings, IReadOnlyList<Border>? borders = null)
    {
        var nodes = SectorNodes.Of(table, borders ?? []);
        var options = new CascadeOptions
        {
            Essentiality = Ratings(table, ratings, hasBorders: borders is { Count: > 0 }),
            Market = CascadeMarket.None,
            Stop = CascadeStop.FixedPoint,
            UseCosts = false,
        };
        return new SectorCascade(CascadeModel.Of(nodes.Network, options), nodes, table.Size);
    }

    /// <summary>The losses of all nodes.</summary>
    public FirmLosses Lose(IReadOnlyList<Shortfall> shortfalls, CancellationToken cancellation) =>
        _model.RunByFirm([.. shortfalls.Select(s => new CapacityLoss(new(s.Node), s.Share))], cancellation);

    /// <summary>Share of its output that each sector loses, the worse of the two channels.</summary>
    public double[] BySector(FirmLosses losses) =>
        [.. Enumerable.Range(0, _sectors).Select(s => Math.Max(losses.Downstream[s], losses.Upstream[s]))];

    /// <summary>
    /// Ratings between industries, and value added as an input that counts by its share. What crosses a border depends on who made it,
    /// whatever the rating of own use.
    /// </summary>
    private static EssentialityMatrix Ratings(FlowTable table, EssentialityMatrix? ratings, bool hasBorders)
    {
        string[] codes = [.. table.Sectors.Industries.Select(i => i.Code), SectorNodes.Factors];
        ratings?.Require(codes[..^1]);
        byte[] cells = new byte[codes.Length * codes.Length];
        Array.Fill(cells, (byte)InputRating.Important);
        for (int i = 0; ratings is not null && i < codes.Length - 1; i++)
        {
            for (int j = 0; j < codes.Length - 1; j++)
            {
                InputRating rating = ratings.RatingOf(codes[i], codes[j]);
                cells[(i * codes.Length) + j] = (byte)(
                    i == j && hasBorders && rating == InputRating.Negligible ? InputRating.Important : rating
                );
            }
        }

        return new EssentialityMatrix(ratings?.Name ?? nameof(InputRating.Important), ratings?.Place ?? "made", codes, codes, cells);
    }
}
