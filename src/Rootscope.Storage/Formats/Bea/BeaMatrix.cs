using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Bea;

/// <summary>
/// One BEA file as it stands there: codes of the rows in the first column, codes of the columns in the first line, figures between.
/// </summary>
internal sealed class BeaMatrix
{
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<double[]> _figures = [];
    private readonly List<int> _lines = [];

    private BeaMatrix(string path)
    {
        Path = path;
    }

    /// <summary>The file, as the user named it.</summary>
    public string Path { get; }

    /// <summary>The codes of the rows, in the order of the file.</summary>
    public IEnumerable<string> Rows => _rows.Keys;

    /// <summary>The codes of the columns, in the order of the file.</summary>
    public IEnumerable<string> Columns => _columns.Keys;

    /// <summary>Reads a file.</summary>
    /// <exception cref="TableException">The file is no such matrix: a code occurs twice, or a cell is no number.</exception>
    public static BeaMatrix Read(string path, CancellationToken cancellation)
    {
        using CsvFile file = CsvFile.Open(path, cancellation);
        var matrix = new BeaMatrix(path);
        for (int c = 1; c < file.Header.Count; c++)
        {
            string code = file.Header[c].Trim();
            if (!matrix._columns.TryAdd(code, c - 1))
            {
                throw new TableException(
                    $"{path}, line 1, column {c + 1}",
                    $"column '{code}' occurs twice. Remove one, or give it a code of its own."
                );
            }
        }

        while (file.Read())
        {
            string code = file.Text(0);
            if (!matrix._rows.TryAdd(code, matrix._figures.Count))
            {
                throw file.Fault(0, $"row '{code}' occurs twice. Remove one, or give it a code of its own.");
            }

            var figures = new double[file.Header.Count - 1];
            for (int c = 0; c < figures.Length; c++)
            {
                figures[c] = file.Number(c + 1);
            }

            matrix._figures.Add(figures);
            matrix._lines.Add(file.Line);
        }

        return matrix;
    }

    /// <summary>The file with the line of a row, for errors.</summary>
    public string PlaceOf(string row) => $"{Path}, line {_lines[_rows[row]]}";

    /// <summary>The figures at the given rows and columns, row-major.</summary>
    /// <exception cref="TableException">A row or a column is not in the file.</exception>
    public double[] Block(IReadOnlyList<string> rows, IReadOnlyList<string> columns)
    {
        int[] places = [.. columns.Select(c => PlaceIn(_columns, "column", c, ", line 1"))];
        var block = new double[rows.Count * columns.Count];
        for (int r = 0; r < rows.Count; r++)
        {
            double[] figures = _figures[PlaceIn(_rows, "row", rows[r], string.Empty)];
            for (int c = 0; c < places.Length; c++)
            {
                block[(r * places.Length) + c] = figures[places[c]];
            }
        }

        return block;
    }

    private int PlaceIn(Dictionary<string, int> places, string kind, string code, string line)
    {
        if (places.TryGetValue(code, out int place))
        {
            return place;
        }

        IReadOnlyList<string> near = NearestNames.Of(code, places.Keys);
        string hint = near.Count > 0 ? $" Nearest: {string.Join(", ", near)}." : string.Empty;
        throw new TableException(
            Path + line,
            $"there is no {kind} '{code}', which another file of the table has.{hint} "
                + "Take Use, Make and Import of the same year, detail and treatment of redefinitions."
        );
    }
}
