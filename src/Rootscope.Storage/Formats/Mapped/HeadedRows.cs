using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Mapped;

/// <summary>
/// A file whose columns are named by several lines, and whose rows by several columns, as one label each: what stands in a cell that is
/// empty is what stands to its left, or above it.
/// </summary>
internal sealed class HeadedRows : IRowSource
{
    /// <summary>The name of the column that holds the labels of rows.</summary>
    public const string Label = "(label)";

    private readonly IRowSource _rows;
    private readonly TableMapping _mapping;
    private readonly string[] _above;
    private string _label = string.Empty;

    /// <exception cref="TableException">The file ends among the lines that name its columns.</exception>
    public HeadedRows(IRowSource rows, TableMapping mapping)
    {
        (_rows, _mapping) = (rows, mapping);
        int labels = mapping.LabelColumns;
        _above = new string[labels];
        Array.Fill(_above, string.Empty);
        var lines = new List<string[]> { Filled(rows.Header) };
        while (lines.Count < mapping.HeaderRows)
        {
            if (!rows.Read())
            {
                throw new TableException(
                    $"{rows.Path}, line {rows.Line}",
                    $"the file ends among the {mapping.HeaderRows} lines that name its columns. Correct 'header_rows'."
                );
            }

            lines.Add(Filled([.. Enumerable.Range(0, rows.Header.Count).Select(rows.Text)]));
        }

        Header =
        [
            Label,
            .. Enumerable.Range(labels, rows.Header.Count - labels).Select(c => Joined([.. lines.Select(l => l[c])], mapping.BareColumns)),
        ];
    }

    public string Path => _rows.Path;

    public IReadOnlyList<string> Header { get; }

    public int Line => _rows.Line;

    public bool Read()
    {
        if (!_rows.Read())
        {
            return false;
        }

        for (int c = 0; c < _above.Length; c++)
        {
            _above[c] = _rows.Text(c) is { Length: > 0 } text ? text : _above[c];
        }

        _label = Joined(_above, _mapping.BareRows);
        return true;
    }

    public string Text(int column) => column == 0 ? _label : _rows.Text(Inner(column));

    public ReadOnlySpan<char> Span(int column) => column == 0 ? _label : _rows.Span(Inner(column));

    public double Number(int column) => _rows.Number(Inner(column));

    public TableException Fault(int column, FaultText message) => _rows.Fault(Inner(column), message);

    public int Column(string name) => HeaderNames.Column(Header, name, $"{Path}, line 1");

    public void Dispose() => _rows.Dispose();

    private int Inner(int column) => column == 0 ? 0 : column - 1 + _mapping.LabelColumns;

    /// <summary>One label of several parts; a part that the mapping names by itself stands alone.</summary>
    private string Joined(string[] parts, IReadOnlySet<string> bare)
    {
        string[] used =
            _mapping.HeaderUse.Count == 0 ? parts : [.. _mapping.HeaderUse.Where(u => u <= parts.Length).Select(u => parts[u - 1])];
        return used.LastOrDefault(p => bare.Contains(p)) is { } alone ? alone
            : _mapping.Separator.Length == 0 ? used[^1]
            : string.Join(_mapping.Separator, used.Where(p => p.Length > 0));
    }

    private static string[] Filled(IReadOnlyList<string> cells)
    {
        var filled = new string[cells.Count];
        for (int c = 0; c < filled.Length; c++)
        {
            string text = cells[c].Trim();
            filled[c] = text.Length > 0 || c == 0 ? text : filled[c - 1];
        }

        return filled;
    }
}
