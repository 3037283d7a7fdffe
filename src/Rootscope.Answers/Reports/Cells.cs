namespace Rootscope.Answers.Reports;

/// <summary>Values of rows as they stand in a report: text, a number, a truth or nothing; never NaN, never infinite.</summary>
internal static class Cells
{
    /// <summary>The values of a row.</summary>
    public static object?[] Of<TRow>(IReadOnlyList<Column<TRow>> columns, TRow row)
    {
        var cells = new object?[columns.Count];
        for (int c = 0; c < cells.Length; c++)
        {
            object? value = columns[c].Value(row);
            cells[c] = value is Enum member ? StatusWords.Of(member) : value;
        }

        return cells;
    }

    /// <summary>A report whose every number is one.</summary>
    /// <exception cref="InvalidOperationException">A number is NaN or infinite: the model should have said so by a status.</exception>
    public static Report Checked(Report report)
    {
        Require(report.Kind, report.Columns, report.Rows);
        foreach (Section section in report.ForPeople ?? [])
        {
            Require(report.Kind, section.Columns, section.Rows);
        }

        return report;
    }

    private static void Require(string kind, IReadOnlyList<Column> columns, IReadOnlyList<object?[]> rows)
    {
        for (int r = 0; r < rows.Count; r++)
        {
            for (int c = 0; c < rows[r].Length; c++)
            {
                if (rows[r][c] is double x && !double.IsFinite(x))
                {
                    throw new InvalidOperationException(
                        $"Report '{kind}' has {x} in column '{columns[c].Name}', row {r + 1}: a report holds numbers, or nothing with a "
                            + "status that says why."
                    );
                }
            }
        }
    }
}
