namespace Rootscope.Networks;

/// <summary>What a made network is to be like.</summary>
public sealed record GeneratorOptions
{
    /// <summary>Number of firms, at least 2.</summary>
    public required int Firms { get; init; }

    /// <summary>
    /// Mean number of customers of a firm that is aimed at, above 0. Unit: links. A little less comes out, because a pair is linked once.
    /// </summary>
    public required double MeanDegree { get; init; }

    /// <summary>The sector codes firms are spread over, at least one.</summary>
    public required IReadOnlyList<string> Sectors { get; init; }

    /// <summary>The seed; the same seed and options give the same network on every machine.</summary>
    public required long Seed { get; init; }

    /// <summary>Tail exponent of firms' sizes, a number above 1: the share of firms above size x falls as x to minus this.</summary>
    public double SizeTail { get; init; } = 1.1;

    /// <summary>
    /// Exponent of size in the number of links, a number between 0 and 1; strength then grows with degree to one over this, 1.3 for the
    /// sales and business partners of Japanese firms (Watanabe 2014).
    /// </summary>
    public double DegreeOfSize { get; init; } = 1 / 1.3;

    /// <summary>Share of suppliers found among the suppliers of a supplier, which closes triangles.</summary>
    public double ShareOfTriangles { get; init; } = 0.2;

    /// <summary>How many sectors a sector buys from: a number of sectors, at least 1.</summary>
    public int SectorsBought { get; init; } = 30;

    /// <summary>What is wrong with the values; empty if nothing is.</summary>
    public IReadOnlyList<string> Faults
    {
        get
        {
            var faults = new List<string>();
            Require(faults, Firms >= 2, $"a network has at least 2 firms, not {Firms}");
            Require(faults, Sectors.Count >= 1, "firms need at least one sector");
            Require(faults, SectorsBought >= 1, $"a sector buys from at least 1 sector, not {SectorsBought}");
            Require(
                faults,
                MeanDegree > 0 && MeanDegree < Firms,
                $"the mean degree is above 0 and below the number of firms, not {MeanDegree:R}"
            );
            Require(faults, SizeTail > 1, $"the tail exponent of sizes is above 1, not {SizeTail:R}");
            Require(
                faults,
                DegreeOfSize is > 0 and <= 1,
                $"the exponent of size in the number of links is above 0 and at most 1, not {DegreeOfSize:R}"
            );
            Require(
                faults,
                ShareOfTriangles is >= 0 and < 1,
                $"the share of triangles is at least 0 and below 1, not {ShareOfTriangles:R}"
            );
            return faults;
        }
    }

    private static void Require(List<string> faults, bool holds, string fault)
    {
        if (!holds)
        {
            faults.Add(fault);
        }
    }
}
