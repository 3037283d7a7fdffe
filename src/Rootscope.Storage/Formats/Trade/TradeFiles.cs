using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>
/// The files of a set of trade: given one by one, as a folder, or as ZIP files, with the list of country codes beside them.
/// </summary>
internal sealed class TradeFiles : IDisposable
{
    private static readonly string[] Suffixes = [".csv", ".tsv", ".txt", ".parquet"];

    private readonly SourceArchive? _archive;

    private TradeFiles(IReadOnlyList<string> paths, SourceArchive? archive, string? countries)
    {
        _archive = archive;
        string[] all = [.. paths.SelectMany(In)];
        Countries = countries ?? Array.Find(all, IsCountries);
        string[] data = [.. all.Where(f => !IsList(f))];
        string[] baci = [.. data.Where(f => Path.GetFileName(f).StartsWith("BACI_", StringComparison.OrdinalIgnoreCase))];

        // Lists and notes lie beside the years of BACI.
        Paths = baci.Length > 0 && paths.Any(Directory.Exists) ? baci : data;
    }

    /// <summary>The files of flows.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>The list of country codes: the one that was named, or that lies beside the files; null where there is none.</summary>
    public string? Countries { get; }

    /// <summary>Whether a path is several files: a folder or an archive.</summary>
    public static bool IsSeveral(string path) => Directory.Exists(path) || SourceArchive.Is(path);

    /// <summary>Finds the files.</summary>
    /// <exception cref="TableException">A folder holds none, or an archive cannot be used.</exception>
    public static TradeFiles Of(IReadOnlyList<string> paths, string? countries, CancellationToken cancellation)
    {
        var archive = SourceArchive.Of(paths, cancellation);
        try
        {
            var files = new TradeFiles(archive?.Paths ?? paths, archive, countries);
            return files.Paths.Count > 0
                ? files
                : throw new TableException(
                    string.Join(", ", paths),
                    $"holds no file of trade ({string.Join(", ", Suffixes)}). Give the files, or the folder that they are in."
                );
        }
        catch
        {
            archive?.Dispose();
            throw;
        }
    }

    /// <summary>The same fault, told of the archive and not of the folder that will be gone.</summary>
    public TableException Told(TableException e) => _archive?.Told(e) ?? e;

    public void Dispose() => _archive?.Dispose();

    private static IEnumerable<string> In(string path) =>
        Directory.Exists(path)
            ? Directory
                .EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(f => Suffixes.Contains(Path.GetExtension(f).ToLowerInvariant()))
                .Order(StringComparer.Ordinal)
            : [path];

    private static bool IsCountries(string path) => Path.GetFileName(path).StartsWith("country_codes", StringComparison.OrdinalIgnoreCase);

    private static bool IsList(string path) =>
        IsCountries(path)
        || Path.GetFileName(path).StartsWith("product_codes", StringComparison.OrdinalIgnoreCase)
        || Path.GetFileName(path).StartsWith("readme", StringComparison.OrdinalIgnoreCase);
}
