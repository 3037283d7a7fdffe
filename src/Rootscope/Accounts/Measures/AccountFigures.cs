using Rootscope.Tables;

namespace Rootscope.Accounts.Measures;

/// <summary>What a measure's computation hands over: rows, and notes of its own.</summary>
internal sealed record AccountFigures(IReadOnlyList<AccountRow> Rows, IReadOnlyList<string> Notes)
{
    /// <summary>One value a sector, in table order.</summary>
    public static AccountFigures OfSectors(FlowTable table, ReadOnlySpan<double> values, params IEnumerable<string> notes)
    {
        int industries = table.Sectors.Industries.Count;
        var rows = new AccountRow[values.Length];
        for (int k = 0; k < rows.Length; k++)
        {
            rows[k] = new AccountRow(new AccountKey(k / industries, k % industries), Partner: null, values[k]);
        }

        return new AccountFigures(rows, [.. notes]);
    }
}
