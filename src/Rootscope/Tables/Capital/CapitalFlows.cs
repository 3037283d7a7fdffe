using System.Globalization;

namespace Rootscope.Tables.Capital;

/// <summary>Capital goods of one product that one industry bought or used.</summary>
/// <param name="Product">Code of the product.</param>
/// <param name="Industry">Code of the industry.</param>
/// <param name="Amount">How much, at least 0. Unit: any, the same for all; only proportions count.</param>
public sealed record CapitalFlow(string Product, string Industry, double Amount);

/// <summary>A capital-flow table: which industries take which capital goods.</summary>
/// <remarks>
/// Only its proportions are used: <see cref="CapitalUse"/> scales them to the table's capital formation and to its depreciation. Flows of
/// another economy say so by <see cref="Outputs"/>; flows for a table whose industries were split by <see cref="Parents"/>.
/// </remarks>
public sealed class CapitalFlows
{
    /// <summary>Takes the flows over and checks them.</summary>
    /// <param name="name">What it is called in provenance.</param>
    /// <param name="flows">The flows; pairs that are absent are zero.</param>
    /// <exception cref="TableException">An amount is negative or not finite, a pair occurs twice, or all amounts are zero.</exception>
    public CapitalFlows(string name, IEnumerable<CapitalFlow> flows)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(flows);
        Name = name;
        Flows = [.. flows];
        var seen = new HashSet<(string, string)>();
        foreach (CapitalFlow flow in Flows)
        {
            if (!(flow.Amount >= 0) || !double.IsFinite(flow.Amount))
            {
                throw Fault(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{flow.Product} used by {flow.Industry} is {flow.Amount}. Give an amount of at least 0."
                    )
                );
            }

            if (!seen.Add((flow.Product, flow.Industry)))
            {
                throw Fault($"{flow.Product} used by {flow.Industry} is given twice. Add the two up, or remove one.");
            }
        }

        if (Flows.All(f => f.Amount == 0))
        {
            throw Fault("no amount is above 0. Give at least one.");
        }
    }

    /// <summary>What it is called in provenance.</summary>
    public string Name { get; }

    /// <summary>The flows, in the order given.</summary>
    public IReadOnlyList<CapitalFlow> Flows { get; }

    /// <summary>
    /// Outputs of the industries in the economy that the flows are of, by code; an industry of another size takes capital goods in
    /// proportion to its output. Unit: any, the same for all. Null, the default: the flows are of the table's own industries.
    /// </summary>
    public IReadOnlyDictionary<string, double>? Outputs { get; init; }

    /// <summary>
    /// How much of the spread by depreciation may be mixed into proportions that cannot be scaled to both totals. Unit: share, 0 to 1.
    /// Default 0: such proportions are a fault. Above 0 they are not: where even this much is not enough, all is spread.
    /// </summary>
    public double MostMixed { get; init; }

    /// <summary>
    /// For a table whose industries were split: the industry that each part belongs to, by the code of the part. Capital use is then that
    /// of the whole industries, divided among their parts. Empty by default.
    /// </summary>
    public IReadOnlyDictionary<string, string> Parents { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Flows of parts for flows that know only whole industries: how the use of those of <see cref="Parents"/> is divided. Null, the
    /// default: these flows say it themselves where they name parts, and where they name none all is divided by size.
    /// </summary>
    public CapitalFlows? AmongParts { get; init; }

    /// <summary>The same flows for a table whose industries were split.</summary>
    /// <param name="parents">The industry that each part belongs to, by the code of the part.</param>
    /// <param name="amongParts">How the use of whole industries is divided among parts; it is not needed, and not taken, where these flows
    /// name parts themselves. Null: by size.</param>
    /// <remarks>Capital use of the whole industries stays what these flows make of it.</remarks>
    public CapitalFlows ForParts(IReadOnlyDictionary<string, string> parents, CapitalFlows? amongParts = null)
    {
        ArgumentNullException.ThrowIfNull(parents);
        return new CapitalFlows(Name, Flows)
        {
            Outputs = Outputs,
            MostMixed = MostMixed,
            Parents = parents,
            AmongParts = NamePartsOf(parents) ? null : amongParts?.AmongParts ?? amongParts,
        };
    }

    /// <summary>Whether they know parts, and not only the whole industries that parts belong to.</summary>
    internal bool NameParts => NamePartsOf(Parents);

    /// <summary>The flows as a matrix of the industries of a table, products × industries, row-major.</summary>
    internal double[] Over(SectorIndex sectors)
    {
        int n = sectors.Industries.Count;
        var matrix = new double[n * n];
        foreach (CapitalFlow flow in Flows)
        {
            matrix[(Find(sectors, flow.Product) * n) + Find(sectors, flow.Industry)] = flow.Amount;
        }

        return matrix;
    }

    /// <summary>The flows added up in whole industries, products × industries, row-major.</summary>
    /// <param name="sectors">The industries of the table, for faults.</param>
    /// <param name="numberOf">The number of each whole industry, by its code and by those of its parts.</param>
    /// <param name="count">How many whole industries there are.</param>
    internal double[] OverWholes(SectorIndex sectors, IReadOnlyDictionary<string, int> numberOf, int count)
    {
        var matrix = new double[count * count];
        foreach (CapitalFlow flow in Flows)
        {
            matrix[(NumberOf(flow.Product) * count) + NumberOf(flow.Industry)] += flow.Amount;
        }

        return matrix;

        int NumberOf(string code) =>
            numberOf.TryGetValue(code, out int number) ? number : numberOf[sectors.Industries[Find(sectors, code)].Code];
    }

    private bool NamePartsOf(IReadOnlyDictionary<string, string> parents) =>
        Flows.Any(f => parents.ContainsKey(f.Product) || parents.ContainsKey(f.Industry));

    private int Find(SectorIndex sectors, string code)
    {
        if (sectors.TryFindIndustry(code, out IndustryNumber industry))
        {
            return industry;
        }

        IReadOnlyList<string> near = NearestNames.Of(code, sectors.Industries.Select(i => i.Code));
        throw Fault(
            $"the table has no industry '{code}'.{(near.Count > 0 ? $" Nearest: {string.Join(", ", near)}." : string.Empty)} Use the "
                + $"table's codes."
        );
    }

    private TableException Fault(string message) => new($"capital flows '{Name}'", message);
}
