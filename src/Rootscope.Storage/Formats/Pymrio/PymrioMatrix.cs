using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Pymrio;

/// <summary>
/// One matrix as pymrio (pandas) writes it: lines of column labels, a line with the names of the row labels, then labels and figures, tabs
/// between.
/// </summary>
internal sealed class PymrioMatrix
{
    private PymrioMatrix(
        string path,
        List<string[]> columns,
        List<string[]> rows,
        List<int> lines,
        List<double[]> figures,
        List<string[]> texts
    )
    {
        Path = path;
        Columns = columns;
        Rows = rows;
        Lines = lines;
        Figures = figures;
        Texts = texts;
    }

    public string Path { get; }

    /// <summary>The labels of every column, outermost first.</summary>
    public IReadOnlyList<string[]> Columns { get; }

    /// <summary>The labels of every row, outermost first.</summary>
    public IReadOnlyList<string[]> Rows { get; }

    /// <summary>The line of every row.</summary>
    public IReadOnlyList<int> Lines { get; }

    /// <summary>The figures, row by row; empty in a matrix of text.</summary>
    public IReadOnlyList<double[]> Figures { get; }

    /// <summary>The cells of a matrix of text, such as units.</summary>
    public IReadOnlyList<string[]> Texts { get; }

    public static PymrioMatrix Read(string path, int indexColumns, int headerLines, CancellationToken cancellation)
    {
        bool isText = System.IO.Path.GetFileNameWithoutExtension(path) is "unit";
        using CsvFile file = CsvFile.Open(path, '\t', cancellation);
        int width = file.Header.Count - indexColumns;
        if (width < 1)
        {
            throw new TableException(
                $"{path}, line 1",
                $"has {file.Header.Count} cells, of which {indexColumns} are row labels: there is no column. Expected text with tabs "
                    + $"between cells."
            );
        }

        List<List<string>> header =
        [
            [.. file.Header.Skip(indexColumns).Select(h => h.Trim())],
        ];
        var matrix = new PymrioMatrix(path, [], [], [], [], []);
        while (file.Read())
        {
            if (header.Count < headerLines)
            {
                header.Add([.. Enumerable.Range(indexColumns, width).Select(file.Text)]);
            }
            else if (matrix.Rows.Count > 0 || !IsNamesOfLabels(file, indexColumns, headerLines))
            {
                matrix.Add(file, indexColumns, width, isText);
            }
        }

        ((List<string[]>)matrix.Columns).AddRange(Enumerable.Range(0, width).Select(c => header.Select(h => h[c]).ToArray()));
        return header.Count == headerLines
            ? matrix
            : throw new TableException(
                path,
                $"ends before its {headerLines} lines of column labels do. The file is cut off: save the system again."
            );
    }

    /// <summary>Whether the line under the labels of columns holds nothing but the names of the labels of rows.</summary>
    private static bool IsNamesOfLabels(CsvFile file, int indexColumns, int headerLines) =>
        headerLines > 1
        && file.Line == headerLines + 1
        && Enumerable.Range(indexColumns, file.Header.Count - indexColumns).All(c => file.Text(c).Length == 0);

    private void Add(CsvFile file, int indexColumns, int width, bool isText)
    {
        ((List<string[]>)Rows).Add([.. Enumerable.Range(0, indexColumns).Select(file.Text)]);
        ((List<int>)Lines).Add(file.Line);
        if (isText)
        {
            ((List<string[]>)Texts).Add([.. Enumerable.Range(indexColumns, width).Select(file.Text)]);
            return;
        }

        var figures = new double[width];
        for (int c = 0; c < width; c++)
        {
            figures[c] = file.Number(indexColumns + c);
        }

        ((List<double[]>)Figures).Add(figures);
    }
}
