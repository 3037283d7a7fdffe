namespace Rootscope.Networks;

/// <summary>What a made network is to be like.</summary>
public sealed record GeneratorOptions
{
    /// <summary>Number of firms, at least 2.</summary>
    public required int Firms { get; init; }

    /// <summary>Mean number of customers of a firm that is aimed at: a number of links, above 0. A little less comes out, because a pair is linked once.</summary>
    public required double MeanDegree { get; init; }

    /// <summary>The sector codes firms are spread over, at least one.</summary>
    public required IReadOnlyList<string> Sectors { get; init; }

    /// <summary>The seed; the same seed and options give the same network on every machine.</summary>
    public required long Seed { get; init; }

    /// <summary>Tail exponent of firms' sizes, a number above 1: the share of firms above size x falls as x to minus this.</summary>
    public double SizeTail { get; init; } = 1.1;

    /// <summary>Exponent of size in the number of links, a number between 0 and 1; strength then grows with degree to one over this, 1.3 in real networks.</summary>
    public double DegreeOfSize { get; init; } = 1 / 1.3;

    /// <summary>Share of suppliers found among the suppliers of a supplier, which closes triangles.</summary>
    public double ShareOfTriangles { get; init; } = 0.2;

    /// <summary>How many sectors a sector buys from: a number of sectors, at least 1.</summary>
    public int SectorsBought { get; init; } = 30;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Firms, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(SectorsBought, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Sectors.Count, 1, nameof(Sectors));
        Require(MeanDegree > 0 && MeanDegree < Firms, $"The mean degree is above 0 and below the number of firms, not {MeanDegree}.");
        Require(SizeTail > 1, $"The tail exponent of sizes is above 1, not {SizeTail}.");
        Require(DegreeOfSize is > 0 and <= 1, $"The exponent of size in the number of links is above 0 and at most 1, not {DegreeOfSize}.");
        Require(ShareOfTriangles is >= 0 and < 1, $"The share of triangles is at least 0 and below 1, not {ShareOfTriangles}.");
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message);
        }
    }
}
