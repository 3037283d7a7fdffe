using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Bea;

/// <summary>
/// The three files of a BEA table, told apart by what is in them, and the names of the commodities if a code list is there.
/// </summary>
/// <param name="Use">Commodities × industries and final demand, with value added below.</param>
/// <param name="Make">Industries × commodities.</param>
/// <param name="Import">The imported part of the use table.</param>
/// <param name="Names">Official names by commodity code; may lack some or all.</param>
internal sealed record BeaFiles(BeaMatrix Use, BeaMatrix Make, BeaMatrix Import, IReadOnlyDictionary<string, string> Names)
{
    public static BeaFiles Read(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        BeaMatrix? use = null,
            make = null,
            import = null;
        var lists = new List<string>();
        foreach (string path in paths)
        {
            RefuseAfterRedefinitions(path);
            if (IsCodeList(path))
            {
                lists.Add(path);
                continue;
            }

            var matrix = BeaMatrix.Read(path, cancellation);
            if (!matrix.Columns.Any(BeaCodes.IsFinalDemand))
            {
                make = Once(make, matrix, "Make", "no columns of final demand");
            }
            else if (matrix.Rows.Any(BeaCodes.IsValueAdded))
            {
                use = Once(use, matrix, "Use", "rows of value added");
            }
            else
            {
                import = Once(import, matrix, "Import", "final demand and no rows of value added");
            }
        }

        string given = string.Join(", ", paths);
        BeaMatrix foundUse =
            use ?? throw Missing(given, "Use", "columns of final demand (F01000 or F010) and rows of value added (V00100 or V001)");
        return new BeaFiles(
            foundUse,
            make ?? throw Missing(given, "Make", "industries in the rows and commodities in the columns"),
            import ?? throw Missing(given, "Import", "the imported part of every use, columns of final demand and no rows of value added"),
            NamesFrom(lists.Count > 0 ? lists : CodeListsBeside(foundUse.Path), [.. foundUse.Rows])
        );
    }

    private static BeaMatrix Once(BeaMatrix? before, BeaMatrix now, string what, string mark) =>
        before is null
            ? now
            : throw new TableException(
                now.Path,
                $"is a second {what} table beside {before.Path} (both have {mark}). Give one Use, one Make and one Import file."
            );

    private static TableException Missing(string given, string what, string mark) =>
        new(given, $"there is no {what} table among the files. It is the one with {mark}.");

    // The Import matrix is published before redefinitions only, and the three have to agree.
    private static void RefuseAfterRedefinitions(string path)
    {
        if (Path.GetFileName(path).Contains("AfterRedef", StringComparison.OrdinalIgnoreCase))
        {
            throw new TableException(
                path,
                "holds figures after redefinitions, but the Import matrix exists before redefinitions only. Take Make and Use before "
                    + "redefinitions too."
            );
        }
    }

    private static bool IsCodeList(string path) => Path.GetFileName(path).Contains("CodeName", StringComparison.OrdinalIgnoreCase);

    private static List<string> CodeListsBeside(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return [.. Directory.EnumerateFiles(folder, "*Commodity*CodeName*.csv").Order(StringComparer.Ordinal)];
    }

    /// <summary>Takes the list that knows most of the codes, because the lists of several levels of detail may lie side by side.</summary>
    private static Dictionary<string, string> NamesFrom(IReadOnlyList<string> lists, HashSet<string> codes)
    {
        var best = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string list in lists)
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            using CsvFile file = CsvFile.Open(list);
            while (file.Read())
            {
                if (codes.Contains(file.Text(0)) && file.Header.Count > 1)
                {
                    names[file.Text(0)] = file.Text(1);
                }
            }

            best = names.Count > best.Count ? names : best;
        }

        return best;
    }
}
