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
    private SplitLayout(IReadOnlyList<SplitSector> sectors, int[][] partsOf, int[] ofReference)
    {
        Sectors = sectors;
        PartsOf = partsOf;
        OfReference = ofReference;
    }

    /// <summary>The new sectors: old ones in order, each replaced by its parts, the rest last.</summary>
    public IReadOnlyList<SplitSector> Sectors { get; }

    /// <summary>Numbers of the new sectors by old sector.</summary>
    public int[][] PartsOf { get; }

    /// <summary>The new sector that each sector of the reference table belongs to.</summary>
    public int[] OfReference { get; }

    /// <summary>The same layout with other sizes of parts.</summary>
    public SplitLayout With(Func<SplitPart, SplitPart> resized) =>
        new([.. Sectors.Select(s => s.Part is null ? s : s with { Part = resized(s.Part) })], PartsOf, OfReference);

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
        return new SplitLayout(sectors, partsOf, ofReference);
    }

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

            if (part.References.Count == 0)
            {
                throw Fault(part, "names no code of the reference table. Name at least one.");
            }

            foreach (string code in part.References)
            {
                if (!reference.Sectors.TryFindIndustry(code, out IndustryNumber r))
                {
                    throw Fault(part, $"{reference.Metadata.Id} has no industry '{code}'.");
                }

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

    private static TableException Fault(SplitPart part, string message) => new($"part '{part.Code}' of '{part.Parent}'", message);
}
