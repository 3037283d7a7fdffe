using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Exiobase;

/// <summary>The body of a file of EXIOBASE: one row a sector, with region and sector before the figures.</summary>
internal static class ExiobaseMatrix
{
    /// <summary>Reads the rows, which must be the sectors in order.</summary>
    /// <exception cref="TableException">A row is another sector, or rows are missing or too many.</exception>
    public static double[] Read(GridFile file, ExiobaseHeader header, IReadOnlyList<(string Region, string Item)> sectors)
    {
        int width = header.Codes.Count;
        var figures = new double[(long)sectors.Count * width];
        int rows = file.ReadRows(
            2,
            width,
            row =>
            {
                if (row.Number >= sectors.Count)
                {
                    throw file.Fault(
                        row.Line,
                        0,
                        $"is a row more than the {sectors.Count} sectors. Remove it, or check that the files belong together."
                    );
                }

                (string region, string item) = sectors[row.Number];
                if (row.Labels[0] != region || row.Labels[1] != item)
                {
                    throw file.Fault(
                        row.Line,
                        0,
                        $"expected {region}, {GridCells.Shortened(item)}, found {GridCells.Shortened(row.Labels[0])}, "
                            + $"{GridCells.Shortened(row.Labels[1])}. "
                            + "Rows must be the sectors of the flows, each once and in the same order."
                    );
                }

                row.Values.CopyTo(figures.AsSpan(row.Number * width));
            }
        );
        return rows == sectors.Count
            ? figures
            : throw new TableException(file.Path, $"has {rows} rows where the table has {sectors.Count} sectors. The file may be cut off.");
    }
}
