using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Figaro;

/// <summary>The figures of a FIGARO table under their codes, whatever form they came in.</summary>
internal sealed class FigaroCells
{
    /// <summary>Units that lines of a flat file name, each once; none where it names none.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Makes room for the figures and checks the codes.</summary>
    /// <param name="sectorCodes">Codes of sectors in order (AT_A01).</param>
    /// <param name="useCodes">Codes of final uses in order (AT_P3_S14).</param>
    /// <param name="inputCodes">Codes of primary inputs (W2_D1).</param>
    /// <param name="place">Where sector number k, or use number k behind the sectors, stands.</param>
    /// <exception cref="TableException">Sectors are not region after region, or a use is of no region.</exception>
    public FigaroCells(
        IReadOnlyList<string> sectorCodes,
        IReadOnlyList<string> useCodes,
        IReadOnlyList<string> inputCodes,
        Func<int, string> place
    )
    {
        SectorCodes = sectorCodes;
        InputCodes = inputCodes;
        Sectors = RegionalSectors.Index(
            [.. sectorCodes.Select(c => FigaroReader.Split(c)!.Value)],
            LayoutNames.RegionOf,
            FigaroReader.IndustryOf,
            place
        );
        var uses = new List<FinalDemandCategory>();
        for (int c = 0; c < useCodes.Count; c++)
        {
            (string region, string use) = FigaroReader.Split(useCodes[c])!.Value;
            uses.Add(
                Sectors.TryFindRegion(region, out RegionNumber number)
                    ? FinalUses.Of(useCodes[c], use, Sectors.Regions[number], number)
                    : throw new TableException(
                        place(sectorCodes.Count + c),
                        $"'{useCodes[c]}' is a final use of '{region}', which has no sectors in the table."
                    )
            );
        }

        FinalDemandCategories = uses;
        int n = sectorCodes.Count;
        Flows = new double[n * n];
        FinalDemand = new double[n * uses.Count];
        ValueAdded = new double[inputCodes.Count * n];
    }

    private FigaroCells(FigaroCells other, IReadOnlyList<string> inputCodes, double[] valueAdded)
    {
        SectorCodes = other.SectorCodes;
        InputCodes = inputCodes;
        Sectors = other.Sectors;
        FinalDemandCategories = other.FinalDemandCategories;
        (Flows, FinalDemand, ValueAdded) = (other.Flows, other.FinalDemand, valueAdded);
    }

    public IReadOnlyList<string> SectorCodes { get; }

    public IReadOnlyList<string> InputCodes { get; }

    public SectorIndex Sectors { get; }

    public IReadOnlyList<FinalDemandCategory> FinalDemandCategories { get; }

    public double[] Flows { get; }

    public double[] FinalDemand { get; }

    public double[] ValueAdded { get; }

    /// <summary>The same figures with primary inputs that were found later.</summary>
    public FigaroCells With(IReadOnlyList<string> inputCodes, double[] valueAdded) => new(this, inputCodes, valueAdded);
}
