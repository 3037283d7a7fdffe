using Rootscope.Answers.Language;
using Rootscope.Tables;

namespace Rootscope.Answers.Reports;

/// <summary>
/// Tables for people whose money is told in a unit that nobody misreads, "bn CNY" rather than "10 000 yuan", and named beside the heading.
/// </summary>
internal static class MoneyForPeople
{
    /// <summary>The unit that fits the money of a table's rows; null where there is none, or nothing says what its money is.</summary>
    public static MoneyScale? ScaleOf(
        FlowTable? table,
        IReadOnlyList<Column> columns,
        IEnumerable<object?[]> rows,
        Tongue tongue = Tongue.English
    )
    {
        if (table is null)
        {
            return null;
        }

        int[] money = [.. Enumerable.Range(0, columns.Count).Where(c => IsMoney(columns[c], table))];
        double[] amounts = [.. rows.SelectMany(row => money.Select(c => row[c]).OfType<double>().Select(Math.Abs))];
        return amounts.Length == 0 ? null : new MoneyScale(table.Metadata, amounts.Max(), tongue: tongue);
    }

    /// <summary>Whether a column holds amounts of a table's money, which are told in another unit.</summary>
    public static bool IsMoney(Column column, FlowTable table) =>
        column.Style == ColumnStyle.Money && (column.Unit == Column.Money || column.Unit == table.Metadata.Unit);

    /// <summary>The table with its amounts in that unit; the same table where none is in the money of the flow table.</summary>
    public static Section Of(Section section, FlowTable? table, Tongue tongue = Tongue.English) =>
        ScaleOf(table, section.Columns, section.Rows, tongue) is not { } scale
            ? section
            : section with
            {
                Columns =
                [
                    .. section.Columns.Select(c =>
                        IsMoney(c, table!) ? c with { Unit = scale.Unit, Heading = HeadingOf(c, scale, table!) } : c
                    ),
                ],
                Rows =
                [
                    .. section.Rows.Select(row =>
                        row.Select((v, c) => v is double x && IsMoney(section.Columns[c], table!) ? scale.Text(x) : v).ToArray()
                    ),
                ],
            };

    private static string HeadingOf(Column column, MoneyScale scale, FlowTable table)
    {
        string given = $", {table.Metadata.Unit}";
        string heading = column.Heading ?? column.Name;
        return (heading.EndsWith(given, StringComparison.Ordinal) ? heading[..^given.Length] : heading) + $", {scale.Unit}";
    }
}
