using System.Globalization;
using System.Reflection;
using Rootscope.Catalogue;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;
using Rootscope.Tables.Aggregation;
using Rootscope.Tables.Capital;
using Rootscope.Tables.Splitting;

namespace Rootscope.Storage.Capital;

/// <summary>What is known of a table's capital goods: who uses them, and how fast they wear.</summary>
/// <param name="Flows">Which industries take which capital goods, for <see cref="CapitalUse"/>; null where no pattern leads to the table's
/// classes, so that every product is spread in the same way.</param>
/// <param name="Depreciation">Yearly rate at which a capital good wears, geometric, for every industry code of the table. Unit: share a
/// year, above 0 and below 1.</param>
/// <param name="Origin">Where both are from, in a sentence.</param>
public sealed record CapitalEvidence(CapitalFlows? Flows, IReadOnlyDictionary<string, double> Depreciation, string Origin);

/// <summary>
/// The embedded evidence of who uses which capital goods, compiled by eng/capital.cs with sources in data/capital/sources.csv, carried to
/// the classes of any table that a concordance leads to.
/// </summary>
/// <remarks>
/// The pattern is that of the United States in 2017: K of a product goes to industries in proportion to what they wear out of that kind of
/// asset, special machines to the users that their classes name, what government pays for to government. It is brought to industries of
/// another size by output. Method: docs/methods/capital-use.md; data: docs/data/capital.md.
/// </remarks>
public static class CapitalData
{
    /// <summary>The classification of the embedded evidence.</summary>
    public const string Classification = "bea2017";

    /// <summary>How much of the spread by depreciation may be mixed in where the pattern cannot be scaled. Unit: share.</summary>
    public const double MostMixed = 0.15;

    private const string Prefix = "data/capital/";

    private static readonly Lazy<CapitalSheet> Sheet = new(CapitalSheet.Read);

    /// <summary>What is known of the capital goods of a table.</summary>
    /// <param name="table">A table of one or many regions.</param>
    /// <param name="parts">Where industries of the table were split: the parts, with the classes of <see cref="Classification"/> that stand
    /// for them. Other industries that the table lacks are passed over.</param>
    public static CapitalEvidence For(FlowTable table, IReadOnlyList<SplitPart>? parts = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        CapitalSheet sheet = Sheet.Value;
        string[] codes = [.. table.Sectors.Industries.Select(i => i.Code)];
        SplitPart[] present = [.. (parts ?? []).Where(p => table.Sectors.TryFindIndustry(p.Code, out _))];
        var whole = codes.Except(present.Select(p => p.Code)).Concat(present.Select(p => p.Parent)).ToHashSet(StringComparer.Ordinal);
        Concordance? toTable = CapitalConcordances.To(table, whole, sheet.Codes);
        if (toTable is null)
        {
            return new CapitalEvidence(
                null,
                codes.ToDictionary(c => c, _ => sheet.UsualRate, StringComparer.Ordinal),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"No capital pattern is known for the classes of '{table.Metadata.Classification}': every capital good is spread over "
                        + $"industries in the same way, and wears at {sheet.UsualRate * 100:0.#}% a year as equipment does on average."
                )
            );
        }

        Dictionary<string, string> plain = TargetsOf(toTable, sheet.Codes, []);
        Dictionary<string, string> targets = TargetsOf(toTable, sheet.Codes, present);
        Dictionary<string, CapitalLoan> loans = LoansOf(present, plain);
        var carrier = new CapitalCarrier(sheet, table.Metadata.Classification, targets, codes, loans);
        Dictionary<string, string> parents = present.ToDictionary(p => p.Code, p => p.Parent, StringComparer.Ordinal);
        CapitalFlows flows = FlowsOf(carrier, parents);
        if (loans.Count > 0)
        {
            // What is lent counts twice among parts; whole industries are those of the table before it was split.
            string[] wholes = [.. codes.Select(c => parents.GetValueOrDefault(c, c)).Distinct(StringComparer.Ordinal)];
            var unsplit = new CapitalCarrier(sheet, table.Metadata.Classification, plain, wholes, LoansOf([], plain));
            flows = FlowsOf(unsplit, parents, flows);
        }

        return new CapitalEvidence(
            flows,
            carrier.Rates(),
            $"Who uses which capital goods: stocks of the United States by industry and kind of asset, 2017, and users that classes name; "
                + $"brought to the table by '{toTable.Name}' and by output."
        );
    }

    private static CapitalFlows FlowsOf(CapitalCarrier carrier, Dictionary<string, string> parents, CapitalFlows? amongParts = null) =>
        new("capital pattern of the USA, 2017", carrier.Flows())
        {
            Outputs = carrier.Outputs(),
            MostMixed = MostMixed,
            Parents = parents,
            AmongParts = amongParts,
        };

    /// <summary>Parts that no class belongs to, with the classes that lend them their pattern: those of the carrier for a slice.</summary>
    private static Dictionary<string, CapitalLoan> LoansOf(SplitPart[] parts, Dictionary<string, string> targets) =>
        parts
            .Where(p => p.Basis != PartBasis.Class)
            .ToDictionary(
                p => p.Code,
                p => new CapitalLoan(
                    p.Basis == PartBasis.Lent ? p.References : [.. targets.Where(t => t.Value == p.Parent).Select(t => t.Key)],
                    p.Buyers
                ),
                StringComparer.Ordinal
            );

    internal static CsvFile Open(string name) =>
        CsvFile.Open(
            new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Prefix}{name}.csv")!),
            $"embedded capital {name}"
        );

    /// <summary>The table's code of every class: that of a part where one claims the class.</summary>
    private static Dictionary<string, string> TargetsOf(Concordance toTable, IReadOnlyList<string> classes, SplitPart[] parts)
    {
        int[] target = toTable.Map(classes, out IReadOnlyList<string> reached);
        var targets = classes.Select((c, i) => (c, reached[target[i]])).ToDictionary(p => p.c, p => p.Item2, StringComparer.Ordinal);
        foreach (SplitPart part in parts.Where(p => p.Basis == PartBasis.Class))
        {
            foreach (string reference in part.References.Where(r => targets.GetValueOrDefault(r) == part.Parent))
            {
                targets[reference] = part.Code;
            }
        }

        return targets;
    }
}
