using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;
using Rootscope.Tables.Capital;

namespace Rootscope.Storage.Formats.Lists;

/// <summary>Reads a capital-flow table.</summary>
public static class CapitalFlowReader
{
    /// <summary>
    /// Reads a CSV file with the columns <c>product</c>, <c>industry</c> (codes of the table) and <c>amount</c>; others are passed over.
    /// </summary>
    /// <exception cref="TableException">A column is missing, a cell is empty or no amount of at least 0, or a pair occurs
    /// twice.</exception>
    public static CapitalFlows Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using CsvFile csv = CsvFile.Open(path);
        int product = csv.Column("product");
        int industry = csv.Column("industry");
        int amount = csv.Column("amount");
        var flows = new List<CapitalFlow>();
        while (csv.Read())
        {
            double value = csv.Number(amount);
            if (value < 0)
            {
                throw csv.Fault(
                    amount,
                    FormattableString.Invariant($"the amount is {value:G6}. Give at least 0; what was sold off is no use of capital.")
                );
            }

            flows.Add(new CapitalFlow(Required(csv, product), Required(csv, industry), value));
        }

        return new CapitalFlows(Path.GetFileName(path), flows);
    }

    private static string Required(CsvFile csv, int column) =>
        csv.Text(column) is { Length: > 0 } text
            ? text
            : throw csv.Fault(column, "the cell is empty. Give a code of the table, or remove the row.");
}
