using System.Globalization;
using System.Text;
using Rootscope.Networks;

namespace Rootscope.Storage.Formats.Networks;

/// <summary>Writes a network as the two files that are read again: edges.csv and firms.csv.</summary>
public static class NetworkFiles
{
    /// <summary>The name of the file of edges.</summary>
    public const string Edges = "edges.csv";

    /// <summary>The name of the file of firms.</summary>
    public const string Firms = "firms.csv";

    /// <summary>Writes both files into a folder, each whole or not at all; every digit is kept.</summary>
    /// <param name="network">The network.</param>
    /// <param name="folder">The folder, which is made where it is not there; files of these names in it are replaced.</param>
    /// <param name="cancellation">Stops the writing; no file is replaced then.</param>
    public static void Write(SupplyNetwork network, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Directory.CreateDirectory(folder);
        string edges = Path.Combine(folder, Edges);
        string firms = Path.Combine(folder, Firms);
        WriteEdges(network, edges + ".partial", cancellation);
        WriteFirms(network.Firms, firms + ".partial");
        File.Move(edges + ".partial", edges, overwrite: true);
        File.Move(firms + ".partial", firms, overwrite: true);
    }

    private static void WriteEdges(SupplyNetwork network, string path, CancellationToken cancellation)
    {
        using StreamWriter text = Open(path);
        text.Write("supplier,customer,value\n");
        for (int f = 0; f < network.Count; f++)
        {
            cancellation.ThrowIfCancellationRequested();
            string supplier = Quoted(network.Firms.Ids[f]);
            for (int e = 0; e < network.CustomersOf(new(f)).Length; e++)
            {
                text.Write(supplier);
                text.Write(',');
                text.Write(Quoted(network.Firms.Ids[network.CustomersOf(new(f))[e]]));
                text.Write(',');
                text.Write(network.SalesOf(new(f))[e].ToString("R", CultureInfo.InvariantCulture));
                text.Write('\n');
            }
        }
    }

    private static void WriteFirms(FirmList firms, string path)
    {
        using StreamWriter text = Open(path);
        bool named = Enumerable.Range(0, firms.Count).Any(f => firms.NameOf(new(f)) != firms.Ids[f]);
        string[] header =
        [
            "id",
            .. named ? ["name"] : Array.Empty<string>(),
            "sector",
            .. firms.Regions is null ? [] : (string[])["region"],
            .. firms.Markets is null ? [] : (string[])["market"],
            .. firms.HasRevenue ? ["revenue"] : Array.Empty<string>(),
            .. firms.HasCosts ? ["costs"] : Array.Empty<string>(),
        ];
        text.Write(string.Join(',', header) + "\n");
        for (int f = 0; f < firms.Count; f++)
        {
            IEnumerable<string> cells = header.Select(h =>
                h switch
                {
                    "id" => firms.Ids[f],
                    "name" => firms.NameOf(new(f)),
                    "sector" => firms.Sectors.CodeOf(new(f)),
                    "region" => firms.Regions!.CodeOf(new(f)),
                    "market" => firms.Markets!.CodeOf(new(f)),
                    "revenue" => firms.RevenueOf(new(f))?.ToString("R", CultureInfo.InvariantCulture) ?? string.Empty,
                    _ => firms.CostsOf(new(f))?.ToString("R", CultureInfo.InvariantCulture) ?? string.Empty,
                }
            );
            text.Write(string.Join(',', cells.Select(Quoted)) + "\n");
        }
    }

    private static StreamWriter Open(string path) =>
        new(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16);

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(',', '"', '\n') >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
