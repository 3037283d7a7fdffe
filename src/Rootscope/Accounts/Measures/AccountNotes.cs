using System.Globalization;
using Rootscope.Tables;
using Rootscope.Tables.Regions;

namespace Rootscope.Accounts.Measures;

/// <summary>The sentences that go with an account so that nobody has to guess what was assumed.</summary>
internal static class AccountNotes
{
    private const int MostNamed = 8;

    /// <summary>What holds for every measure of a table.</summary>
    public static IEnumerable<string> Common(FlowTable table)
    {
        var silent = new List<string>();
        for (int k = 0; k < table.Size; k++)
        {
            if (table.Output[k] == 0)
            {
                silent.Add(table.Sectors.LabelOf(new(k)));
            }
        }

        if (silent.Count > 0)
        {
            yield return "Sectors without output stand alone (output multiplier and stages 1; shares, value added and losses 0): "
                + $"{Named(silent)}.";
        }
    }

    /// <summary>Why a measure is empty that needs exports.</summary>
    public static string HiddenExports =>
        "The source does not tell exports from other final uses, and the measure needs them: it is undefined here. Use a table with a "
        + "column of exports.";

    /// <summary>How domestic inputs were told from imported ones.</summary>
    public static IEnumerable<string> Domestic(FlowTable table)
    {
        if (!table.HasImports)
        {
            yield break;
        }

        if (table.HasImportedFlows)
        {
            yield return "Domestic inputs only; the source gives imports by user.";
            yield break;
        }

        yield return "Domestic inputs only; imports stand in one column, and every user is given the product's import share "
            + "(proportionality).";
        IReadOnlyList<string> outOfRange = ImportShares.Of(table).OutOfRange;
        if (outOfRange.Count > 0)
        {
            yield return $"Import shares outside 0 to 1 were clamped: {Named(outOfRange)}.";
        }
    }

    /// <summary>That imported inputs count as if they were made at home.</summary>
    public static IEnumerable<string> Total(FlowTable table)
    {
        if (table.HasImports)
        {
            yield return "Domestic and imported inputs together, imported ones as if they were made at home.";
        }
    }

    public static IEnumerable<string> DomesticUse(DirectAllocation allocation)
    {
        if (allocation.Table.HasImports)
        {
            yield return "One region: uses are taken over domestic use (output less exports plus imports), row by row.";
        }

        if (allocation.WithoutUse.Count > 0)
        {
            yield return "More goes abroad or on stock than is made and imported, so that the product counts as final (1 stage): "
                + $"{Named(allocation.WithoutUse)}.";
        }
    }

    /// <summary>How far the values can be from the exact ones.</summary>
    public static string Bound(SeriesSum sum) =>
        sum.ErrorBound is { } bound
            ? string.Create(CultureInfo.InvariantCulture, $"Summed as a series; no value is off by more than {bound:0.0E+0}.")
            : "Summed as a series; no bound on the error could be proved, because inputs are negative or the spectral radius is very "
                + "near to 1.";

    public static IEnumerable<string> NegativeValueAdded(ValueAddedShares shares)
    {
        if (shares.Negative.Count > 0)
        {
            yield return $"Value added is negative and used as the table has it: {Named(shares.Negative)}.";
        }
    }

    /// <summary>That a measure between regions has nothing to say of a table of one.</summary>
    public static IEnumerable<string> ManyRegions(FlowTable table)
    {
        if (table.Sectors.Regions.Count == 1)
        {
            yield return "The table has one region, and the measure compares regions: it is undefined here. Use a table of many "
                + "regions, such as world-2011.";
        }
    }

    private static string Named(IReadOnlyList<string> labels) =>
        labels.Count <= MostNamed
            ? string.Join(", ", labels)
            : $"{string.Join(", ", labels.Take(MostNamed))} and {labels.Count - MostNamed} more";
}
