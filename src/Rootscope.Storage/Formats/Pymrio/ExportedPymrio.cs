using Rootscope.Storage.Codec;
using Rootscope.Storage.Export;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Pymrio;

/// <summary>
/// Reads back the pymrio folder that <c>data export</c> writes: its file <c>rootscope.json</c> holds what pymrio has no place for.
/// </summary>
internal static class ExportedPymrio
{
    /// <summary>
    /// Whether a folder is one: pymrio itself does not keep that file, so that a system it has saved again is read as its own.
    /// </summary>
    public static bool Is(string folder) => File.Exists(Path.Combine(folder, ExportedHeader.FileName));

    /// <summary>The table with every bit; its content hash is checked against the export's.</summary>
    /// <exception cref="TableException">A file is missing or does not fit, or the figures are not those that were exported.</exception>
    public static FlowTable Read(PymrioFolder folder, string id, CancellationToken cancellation)
    {
        string place = Path.Combine(folder.Path, ExportedHeader.FileName);
        ExportedHeader exported = ExportedHeader.Read(place);
        TableHeader header = exported.Table;
        var index = new SectorIndex(header.Regions, header.Industries);
        string[][] sectors =
        [
            .. Enumerable.Range(0, index.Count).Select(s => (string[])[index.RegionOf(new(s)).Code, index.IndustryOf(new(s)).Code]),
        ];
        string[][] uses = [.. exported.Uses(place).Select(u => (string[])[u.Region, u.Category])];
        PymrioMatrix final = folder.Read("Y", cancellation);
        bool hasImports = final.Columns.Count == uses.Length + 1 && final.Columns[^1][^1] == Export.PymrioFolder.ImportCategory;
        double[] demand = Figures(final, sectors, hasImports ? [.. uses, final.Columns[^1]] : uses);
        int width = final.Columns.Count;
        bool byOrigin = File.Exists(Path.Combine(folder.Path, "Z_imported.txt"));
        FlowTable table = header.ToTable(
            Figures(folder.Read("Z", cancellation), sectors, sectors),
            hasImports ? [.. demand.Where((_, i) => i % width < width - 1)] : demand,
            PrimaryInputs(folder, [.. header.ValueAddedCategories.Select(v => (string[])[v.Code])], sectors, cancellation),
            Figures(
                folder.Read("x", cancellation),
                sectors,
                [
                    ["indout"],
                ]
            ),
            hasImports ? [.. demand.Where((_, i) => i % width == width - 1).Select(x => -x)] : null,
            byOrigin ? Apart(folder, "Z_imported.txt", sectors, sectors, cancellation) : null,
            byOrigin ? Apart(folder, "Y_imported.txt", sectors, uses, cancellation) : null
        );
        return exported.Checked(table, id, place);
    }

    private static double[] PrimaryInputs(PymrioFolder folder, string[][] inputs, string[][] sectors, CancellationToken cancellation) =>
        inputs.Length == 0
            ? []
            : Figures(PymrioFolder.Open(Path.Combine(folder.Path, "factor_inputs")).Read("F", cancellation), inputs, sectors);

    private static double[] Apart(PymrioFolder folder, string name, string[][] rows, string[][] columns, CancellationToken cancellation) =>
        Figures(PymrioMatrix.Read(Path.Combine(folder.Path, name), indexColumns: 2, headerLines: 2, cancellation), rows, columns);

    private static double[] Figures(PymrioMatrix matrix, string[][] rows, string[][] columns)
    {
        Require(matrix, matrix.Rows, rows, "rows");
        Require(matrix, matrix.Columns, columns, "columns");
        return [.. matrix.Figures.SelectMany(row => row)];
    }

    private static void Require(PymrioMatrix matrix, IReadOnlyList<string[]> found, string[][] expected, string what)
    {
        for (int i = 0; i < Math.Max(found.Count, expected.Length); i++)
        {
            string wanted = i < expected.Length ? string.Join(", ", expected[i]) : "no more";
            string there = i < found.Count ? string.Join(", ", found[i]) : "none";
            if (wanted != there)
            {
                throw new TableException(
                    matrix.Path,
                    $"{what} keep the order of the export: expected ({wanted}) in place {i + 1}, found ({there}). Export the table "
                        + $"again, or take {ExportedHeader.FileName} "
                        + "away to have the folder read as one that pymrio saved."
                );
            }
        }
    }
}
