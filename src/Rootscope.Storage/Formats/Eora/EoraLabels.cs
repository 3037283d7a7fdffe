using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Eora;

/// <summary>The labels of Eora26: country, code, kind, name in four columns; of primary inputs kind and name in two.</summary>
internal sealed class EoraLabels
{
    private EoraLabels(string path, IReadOnlyList<(string Region, string Name, string Item)> all)
    {
        HasDiscrepancies = all.Count > 1 && all[^1].Region == "ROW" && all[^2].Region != "ROW";
        (string Region, string Name, string Item)[] regular = [.. all.Take(HasDiscrepancies ? all.Count - 1 : all.Count)];
        Dictionary<string, string> names = regular
            .DistinctBy(l => l.Region)
            .ToDictionary(l => l.Region, l => l.Name, StringComparer.Ordinal);
        Sectors = RegionalSectors.Index(
            [.. regular.Select(l => (l.Region, l.Item))],
            code => new Region(code, names.GetValueOrDefault(code, code)),
            name => new Industry(name, name),
            k => $"{path}, line {k + 1}"
        );
    }

    public SectorIndex Sectors { get; }

    /// <summary>Whether the last sector is ROW, the statistical discrepancies.</summary>
    public bool HasDiscrepancies { get; }

    /// <summary>Sectors in the files, discrepancies included.</summary>
    public int Width => Sectors.Count + (HasDiscrepancies ? 1 : 0);

    public IReadOnlyList<FinalDemandCategory> FinalDemand { get; private set; } = [];

    /// <summary>Columns of final demand in the file, those of discrepancies (behind the others) included.</summary>
    public int FinalWidth { get; private set; }

    public IReadOnlyList<ValueAddedCategory> ValueAdded { get; private set; } = [];

    public static EoraLabels Read(SourceFiles files, CancellationToken cancellation)
    {
        string sectorFile = files.Require(f => f is "labels_t.txt", "labels_T.txt");
        List<string[]> sectors = Lines(sectorFile, 4, cancellation);
        var labels = new EoraLabels(sectorFile, [.. sectors.Select(l => (l[1], l[0], l[3]))]);
        labels.ReadFinalDemand(files.Require(f => f is "labels_fd.txt", "labels_FD.txt"), cancellation);
        List<string[]> inputs = Lines(files.Require(f => f is "labels_va.txt", "labels_VA.txt"), 2, cancellation);
        labels.ValueAdded = [.. inputs.Select((l, i) => new ValueAddedCategory($"VA{i + 1}", l[1], PrimaryInputs.KindOf(l[1])))];
        return labels;
    }

    private void ReadFinalDemand(string path, CancellationToken cancellation)
    {
        var categories = new List<FinalDemandCategory>();
        List<string[]> lines = Lines(path, 4, cancellation);
        FinalWidth = lines.Count;
        for (int c = 0; c < lines.Count; c++)
        {
            (string region, string use) = (lines[c][1], lines[c][3]);
            if (HasDiscrepancies && region == "ROW")
            {
                continue;
            }

            bool known = Sectors.TryFindRegion(region, out RegionNumber number);
            if (!known || categories.Count != c)
            {
                throw new TableException(
                    $"{path}, line {c + 1}",
                    $"'{GridCells.Shortened(region)}' is no region of labels_T.txt, or stands behind ROW. Give the labels of the same "
                        + $"table."
                );
            }

            FinalDemandKind kind =
                FinalUses.KindOf(use)
                ?? (
                    use.Contains("abroad", StringComparison.OrdinalIgnoreCase)
                        ? FinalDemandKind.Households
                        : throw new TableException(
                            $"{path}, line {c + 1}",
                            $"'{GridCells.Shortened(use)}' is no final use known (households, non-profit, government, fixed capital, "
                                + $"inventories, valuables, exports)."
                        )
                );
            categories.Add(new FinalDemandCategory($"{region}: {use}", $"{lines[c][0]}: {use}", kind, new(number)));
        }

        FinalDemand = categories;
    }

    private static List<string[]> Lines(string path, int least, CancellationToken cancellation)
    {
        using GridFile file = GridFile.Open(path, '\t', cancellation);
        var lines = new List<string[]>();
        while (file.ReadCells() is { } cells)
        {
            if (cells.All(c => c.Length == 0))
            {
                continue;
            }

            lines.Add(
                cells.Length >= least
                    ? cells
                    : throw new TableException(
                        $"{path}, line {file.Line}",
                        $"has {cells.Length} cells where {least} are expected, separated by tabs."
                    )
            );
        }

        return lines.Count > 0
            ? lines
            : throw new TableException($"{path}, line 1", "the file is empty. Expected one line a sector, use or input.");
    }
}
