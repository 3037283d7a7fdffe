using System.Globalization;

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

    /// <summary>Rows whose every number is one: no format, table, page or picture can then carry another.</summary>
    /// <exception cref="ModelException">A number is NaN or infinite: the model should have said so by a status.</exception>
    public static IReadOnlyList<object?[]> Finite(IReadOnlyList<object?[]> rows, IReadOnlyList<Column>? columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        for (int r = 0; r < rows.Count; r++)
        {
            for (int c = 0; c < rows[r].Length; c++)
            {
                if (rows[r][c] is double x && !double.IsFinite(x))
                {
                    string column = c < columns?.Count ? columns[c].Name : $"{c + 1}";
                    throw new ModelException(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"The result has {x} in column '{column}', row {r + 1}, which is no number: a figure that is not known "
                                + $"has to be empty, with a status that says why. This is an error of the program, not of the table; "
                                + $"please report it with the command."
                        )
                    );
                }
            }
        }

        return rows;
    }
}
