using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Wiod2016;

/// <summary>The rows of a world table: sectors in the order of the columns, then totals and primary inputs by code.</summary>
internal sealed class WiotBody(GridFile file, WiotHeader header)
{
    private readonly Lock _lock = new();
    private readonly (string Code, string Name)[] _industries = new (string, string)[header.Sectors.Count];
    private readonly Dictionary<string, (int Line, double[] Values)> _below = new(StringComparer.Ordinal);

    public double[] Flows { get; } = new double[header.Sectors.Count * header.Sectors.Count];

    public double[] FinalDemand { get; } = new double[header.Sectors.Count * header.FinalDemand.Count];

    public double[] RowSums { get; } = new double[header.Sectors.Count];

    /// <summary>The column TOT.</summary>
    public double[] Totals { get; } = new double[header.Sectors.Count];

    /// <summary>The column Year of the first row, where it holds one.</summary>
    public int? Year { get; private set; }

    public void Read()
    {
        int rows = file.ReadRows(header.Labels, header.Width, Take);
        if (rows < header.Sectors.Count)
        {
            throw new TableException(
                file.Path,
                $"has {header.Sectors.Count} columns of sectors but {rows} rows. Rows and columns must be the same sectors in the same "
                    + $"order; the file may be cut off."
            );
        }
    }

    public string Label(int sector) => $"{header.Sectors[sector].Region}_{_industries[sector].Code}";

    public bool Has(string code) => _below.ContainsKey(code);

    /// <summary>A row below the sectors, by its code; the figures of sectors only.</summary>
    /// <exception cref="TableException">There is none.</exception>
    public double[] Below(string code) =>
        _below.TryGetValue(code, out (int Line, double[] Values) row)
            ? row.Values[..header.Sectors.Count]
            : throw new TableException(
                file.Path,
                $"there is no row '{code}' below the sectors. Expected TXSP, EXP_adj, PURR, PURNR, VA, IntTTM and GO; the file may be "
                    + $"cut off."
            );

    /// <summary>The index, with the codes and names of industries as the rows give them.</summary>
    public SectorIndex Sectors()
    {
        int size = header.Sectors.TakeWhile(s => s.Region == header.Sectors[0].Region).Count();
        for (int k = size; k < _industries.Length; k++)
        {
            if (_industries[k].Code != _industries[k % size].Code)
            {
                throw file.Fault(
                    k + header.Lines + 1,
                    0,
                    $"expected industry '{_industries[k % size].Code}', found '{_industries[k].Code}'. Every region needs the same "
                        + $"industries in the same order."
                );
            }
        }

        return new SectorIndex(
            [.. header.Sectors.Where((_, k) => k % size == 0).Select(s => LayoutNames.RegionOf(s.Region))],
            [.. _industries[..size].Select(i => new Industry(i.Code, i.Name.Length > 0 ? i.Name : LayoutNames.IndustryOf(i.Code).Name))]
        );
    }

    private void Take(GridRow row)
    {
        int n = header.Sectors.Count;
        int k = header.FinalDemand.Count;
        if (row.Number >= n)
        {
            lock (_lock)
            {
                if (!_below.TryAdd(row.Labels[0], (row.Line, row.Values.ToArray())))
                {
                    throw file.Fault(
                        row.Line,
                        0,
                        $"row '{GridCells.Shortened(row.Labels[0])}' occurs twice below the sectors. Remove one."
                    );
                }
            }

            return;
        }

        string region = header.Sectors[row.Number].Region;
        if (!string.Equals(row.Labels[2], region, StringComparison.OrdinalIgnoreCase) || row.Labels[0].Length == 0)
        {
            throw file.Fault(
                row.Line,
                2,
                $"expected a sector of {region}, found '{GridCells.Shortened(row.Labels[0])}' of "
                    + $"'{GridCells.Shortened(row.Labels[2])}'. Rows must be the sectors of the columns, each once and in the same order."
            );
        }

        _industries[row.Number] = (row.Labels[0], row.Labels[1]);
        ReadOnlySpan<double> values = row.Values;
        values[..n].CopyTo(Flows.AsSpan(row.Number * n));
        values.Slice(n, k).CopyTo(FinalDemand.AsSpan(row.Number * k));
        RowSums[row.Number] = Sums.Of(values[..(n + k)]);
        Totals[row.Number] = values[^1];
        if (row.Number == 0 && row.Labels.Length > 4 && int.TryParse(row.Labels[4], out int year) && year is >= 1980 and <= 2100)
        {
            Year = year;
        }
    }
}
