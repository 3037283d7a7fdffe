using System.Globalization;
using Rootscope.Tables.Aggregation;

namespace Rootscope.Tables.Splitting;

/// <summary>One sector of the new table.</summary>
/// <param name="Industry">Its code and name.</param>
/// <param name="Parent">Number of the old sector.</param>
/// <param name="Part">What was asked for; null for a whole industry or the rest of a split one.</param>
internal sealed record SplitSector(Industry Industry, int Parent, SplitPart? Part);

/// <summary>Which sectors a split table has, and where the reference table's sectors belong in it.</summary>
internal sealed class SplitLayout
{
    private SplitLayout(IReadOnlyList<SplitSector> sectors, int[][] partsOf, int[] ofReference, int[][] lenders)
    {
        Sectors = sectors;
        PartsOf = partsOf;
        OfReference = ofReference;
        Lenders = lenders;
    }

    /// <summary>The new sectors: old ones in order, each replaced by its parts, the rest last.</summary>
    public IReadOnlyList<SplitSector> Sectors { get; }

    /// <summary>Numbers of the new sectors by old sector.</summary>
    public int[][] PartsOf { get; }

    /// <summary>The new sector that each sector of the reference table belongs to.</summary>
    public int[] OfReference { get; }

    /// <summary>
    /// By new sector: the sectors of the reference table that lend it their pattern without belonging to it; those of the whole industry
    /// for a slice. Empty for all others.
    /// </summary>
    public int[][] Lenders { get; }

    /// <summary>Whether a new sector takes part in every flow of its industry alike.</summary>
    public bool IsSlice(int sector) => Sectors[sector].Part?.Basis == PartBasis.Carrier;

    /// <summary>The same layout with other sizes of parts.</summary>
    public SplitLayout With(Func<SplitPart, SplitPart> resized) =>
        new([.. Sectors.Select(s => s.Part is null ? s : s with { Part = resized(s.Part) })], PartsOf, OfReference, Lenders);

    public static SplitLayout Of(FlowTable table, IReadOnlyList<SplitPart> parts, FlowTable reference, Concordance toTable)
    {
        if (table.Sectors.Regions.Count > 1 || reference.Sectors.Regions.Count > 1)
        {
            throw new ModelException(
                $"A technology split needs a table and a reference of one region each. Name it with {Repair.Option("region")}."
            );
        }

        int[] target = TargetsOf(table, reference, toTable);
        int[] claimed = Claims(table, parts, reference, target);
        var sectors = new List<SplitSector>();
        var partsOf = new int[table.Size][];
        int[] numberOf = new int[parts.Count];
        for (int p = 0; p < table.Size; p++)
        {
            Industry industry = table.Sectors.Industries[p];
            int start = sectors.Count;
            int[] own =
            [
                .. Enumerable.Range(0, parts.Count).Where(k => string.Equals(parts[k].Parent, industry.Code, StringComparison.Ordinal)),
            ];
            foreach (int k in own)
            {
                numberOf[k] = sectors.Count;
                sectors.Add(new SplitSector(new Industry(parts[k].Code, parts[k].Name), p, parts[k]));
            }

            // Where parts claim all that the reference has of the industry, there is no rest.
            bool isWhole = own.Length == 0;
            if (isWhole || Enumerable.Range(0, target.Length).Any(r => target[r] == p && claimed[r] < 0))
            {
                sectors.Add(
                    new SplitSector(
                        isWhole ? industry : industry with { Name = $"{industry.Name}, rest", LocalName = string.Empty },
                        p,
                        null
                    )
                );
            }

            partsOf[p] = [.. Enumerable.Range(start, sectors.Count - start)];
        }

        int[] ofReference = [.. target.Select((p, r) => claimed[r] >= 0 ? numberOf[claimed[r]] : partsOf[p][^1])];
        return new SplitLayout(sectors, partsOf, ofReference, [.. sectors.Select(s => LendersOf(s, reference, target))]);
    }

    private static int[] LendersOf(SplitSector sector, FlowTable reference, int[] target) =>
        sector.Part switch
        {
            { Basis: PartBasis.Lent } part => [.. part.References.Select(code => reference.Sectors.FindIndustry(code))],
            { Basis: PartBasis.Carrier } => [.. Enumerable.Range(0, target.Length).Where(r => target[r] == sector.Parent)],
            _ => [],
        };

    private static int[] TargetsOf(FlowTable table, FlowTable reference, Concordance toTable)
    {
        int[] group = toTable.Map([.. reference.Sectors.Industries.Select(i => i.Code)], out IReadOnlyList<string> codes);
        int[] numbers = [.. codes.Select(code => table.Sectors.TryFindIndustry(code, out IndustryNumber p) ? p : -1)];
        int missing = Array.IndexOf(numbers, -1);
        return missing < 0
            ? [.. group.Select(g => numbers[g])]
            : throw new TableException(
                $"concordance '{toTable.Name}'",
                $"leads to '{codes[missing]}', which {table.Metadata.Id} does not have. Take a concordance to the table's classification."
            );
    }

    /// <summary>The part that claims each sector of the reference; -1 where none does.</summary>
    private static int[] Claims(FlowTable table, IReadOnlyList<SplitPart> parts, FlowTable reference, int[] target)
    {
        var claimed = new int[target.Length];
        Array.Fill(claimed, -1);
        for (int k = 0; k < parts.Count; k++)
        {
            SplitPart part = parts[k];
            if (!table.Sectors.TryFindIndustry(part.Parent, out IndustryNumber parent))
            {
                IReadOnlyList<string> near = NearestNames.Of(part.Parent, table.Sectors.Industries.Select(i => i.Code));
                throw Fault(part, $"{table.Metadata.Id} has no industry '{part.Parent}'. Nearest: {string.Join(", ", near)}.");
            }

            if (FaultOf(part, reference) is { } fault)
            {
                throw Fault(part, fault);
            }

            foreach (string code in part.Basis == PartBasis.Class ? part.References : [])
            {
                int r = reference.Sectors.FindIndustry(code);
                if (target[r] != parent || claimed[r] >= 0)
                {
                    throw Fault(
                        part,
                        claimed[r] >= 0
                            ? $"'{code}' stands for '{parts[claimed[r]].Code}' already. Give it to one part."
                            : $"'{code}' belongs to '{table.Sectors.Industries[target[r]].Code}', not to '{part.Parent}'. Take a code "
                                + $"that the concordance sends there."
                    );
                }

                claimed[r] = k;
            }
        }

        return claimed;
    }

    private static string? FaultOf(SplitPart part, FlowTable reference)
    {
        bool isSlice = part.Basis == PartBasis.Carrier;
        PartBuyer? unfit = part.Buyers.FirstOrDefault(b => !(b.Weight > 0) || !double.IsFinite(b.Weight) || !IsKnown(b));
        return isSlice != (part.References.Count == 0)
            ? isSlice
                ? "is a slice of its industry and names codes of the reference table. Leave them out, or say what they are to it."
                : "names no code of the reference table. Name at least one."
            : part.References.FirstOrDefault(c => !reference.Sectors.TryFindIndustry(c, out _)) is { } unknown
                ? $"{reference.Metadata.Id} has no industry '{unknown}'."
                : part.Basis != PartBasis.Class && part.OutputShare is null
                    ? "has no size of its own in the reference table. Give its outputShare."
                    : part.Buyers.Count == 0 && part.Use != PartUse.AsLent
                        ? "says what it is used as, and not by whom. Name its buyers."
                        : part.Basis != PartBasis.Lent && part.Buyers.Count > 0
                            ? "names buyers, and its buyers are those of its codes or of its industry. Leave them out."
                            : unfit is not null
                                ? string.Create(
                                    CultureInfo.InvariantCulture,
                                    $"names the buyer '{unfit.Code}' with weight {unfit.Weight}. Name codes of {reference.Metadata.Id}, "
                                        + $"or how they begin, with weights above 0."
                                )
                                : null;

        bool IsKnown(PartBuyer buyer) =>
            buyer
                .Code.Split('+')
                .All(b => b.Length > 0 && reference.Sectors.Industries.Any(i => i.Code.StartsWith(b, StringComparison.Ordinal)));
    }

    private static TableException Fault(SplitPart part, string message) => new($"part '{part.Code}' of '{part.Parent}'", message);
}
