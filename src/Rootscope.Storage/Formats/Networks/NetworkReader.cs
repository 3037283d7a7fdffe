using System.Globalization;
using Rootscope.Networks;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Networks;

/// <summary>A network, and what the reading of it left out or assumed.</summary>
/// <param name="Network">The network.</param>
/// <param name="Notes">One sentence each; empty where the files were taken as they are.</param>
public sealed record NetworkReading(SupplyNetwork Network, IReadOnlyList<string> Notes);

/// <summary>Reads a firm network from two files, CSV or Parquet (by suffix): edges, and firms.</summary>
/// <remarks>
/// Edges: supplier, customer, value. Firms: id, sector, and where they are there name, region, market, revenue, costs. Other columns are
/// passed over; docs/data/networks.md lists the other headings that are understood. Values are in any one unit of money.
/// </remarks>
public static class NetworkReader
{
    private static readonly string[] Supplier = ["supplier", "seller", "source", "from"];
    private static readonly string[] Customer = ["customer", "buyer", "target", "to"];
    private static readonly string[] Value = ["value", "weight", "amount", "sales"];
    private static readonly string[] Id = ["id", "firm"];
    private static readonly string[] Sector = ["sector", "industry", "nace"];

    /// <summary>Reads a network.</summary>
    /// <param name="edges">The file of edges.</param>
    /// <param name="firms">The file of firms.</param>
    /// <param name="market">The column of the firms' file that names the market in which a firm can be replaced; null takes <c>market</c>
    /// where it is there.</param>
    /// <param name="cancellation">Stops the reading at the next row.</param>
    /// <exception cref="TableException">A file does not fit: an unknown firm, a pair that is there twice, a value that is negative or
    /// missing, a firm that sells to itself.</exception>
    /// <exception cref="OperationCanceledException">The caller wants to stop.</exception>
    public static NetworkReading Read(string edges, string firms, string? market = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(edges);
        FirmList list = ReadFirms(firms, market, cancellation);
        using IRowSource rows = Open(edges, cancellation);
        int supplier = Required(rows, Supplier);
        int customer = Required(rows, Customer);
        int value = Required(rows, Value);
        var from = new List<FirmNumber>();
        var to = new List<FirmNumber>();
        var sold = new List<double>();
        var empty = new List<int>();
        while (rows.Read())
        {
            double amount = Amount(rows, value);
            int seller = FirmIn(rows, supplier, list, firms);
            int buyer = FirmIn(rows, customer, list, firms);
            if (amount == 0)
            {
                empty.Add(sold.Count);
                continue;
            }

            from.Add(new(seller));
            to.Add(new(buyer));
            sold.Add(amount);
        }

        string unit = rows is CsvFile ? "line" : "row";
        int first = rows is CsvFile ? 2 : 1;
        string PlaceOf(int edge) => string.Create(CultureInfo.InvariantCulture, $"{edges}, {unit} {edge + first + Before(empty, edge)}");
        string[] notes =
            empty.Count == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{empty.Count} edges without value are left out.")];
        return new NetworkReading(
            SupplyNetwork.Of(
                list,
                System.Runtime.InteropServices.CollectionsMarshal.AsSpan(from),
                System.Runtime.InteropServices.CollectionsMarshal.AsSpan(to),
                System.Runtime.InteropServices.CollectionsMarshal.AsSpan(sold),
                PlaceOf
            ),
            notes
        );
    }

    /// <summary>Reads the firms alone.</summary>
    /// <param name="path">The file of firms.</param>
    /// <param name="market">The column that names markets; null takes <c>market</c> where it is there.</param>
    /// <param name="cancellation">Stops the reading at the next row.</param>
    /// <exception cref="TableException">The file does not fit: an identifier that is empty or there twice, a missing sector, revenue or
    /// costs below zero.</exception>
    public static FirmList ReadFirms(string path, string? market = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        using IRowSource rows = Open(path, cancellation);
        int id = Required(rows, Id);
        int sector = Required(rows, Sector);
        int name = Find(rows, ["name"]);
        int region = Find(rows, ["region", "country"]);
        int group = market is null ? Find(rows, ["market"]) : rows.Column(market);
        int revenue = Find(rows, ["revenue", "turnover"]);
        int costs = Find(rows, ["costs", "cost"]);
        List<string> ids = [],
            sectors = [],
            names = [],
            regions = [],
            markets = [];
        List<double> revenues = [],
            cost = [];
        var shared = new Dictionary<string, string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            ids.Add(rows.Text(id));
            sectors.Add(Shared(shared, rows.Text(sector)));
            Add(names, name, () => rows.Text(name));
            Add(regions, region, () => Shared(shared, rows.Text(region)));
            Add(markets, group, () => Shared(shared, rows.Text(group)));
            Add(revenues, revenue, () => rows.Text(revenue).Length == 0 ? double.NaN : rows.Number(revenue));
            Add(cost, costs, () => rows.Text(costs).Length == 0 ? double.NaN : rows.Number(costs));
        }

        string unit = rows is CsvFile ? "line" : "row";
        int first = rows is CsvFile ? 2 : 1;
        var parts = new FirmListParts
        {
            Ids = ids,
            Sectors = sectors,
            Names = name < 0 ? null : names,
            Regions = region < 0 ? null : regions,
            Markets = group < 0 ? null : markets,
            Revenue = revenue < 0 ? null : [.. revenues],
            Costs = costs < 0 ? null : [.. cost],
        };
        return new FirmList(parts, f => string.Create(CultureInfo.InvariantCulture, $"{path}, {unit} {f + first}"));
    }

    /// <summary>Reads a list of firms, one a row under <c>id</c> (or <c>firm</c>), or one a line without a heading.</summary>
    /// <param name="path">The file.</param>
    /// <param name="firms">The firms of the network.</param>
    /// <returns>Numbers of firms, each once, in the order of the file.</returns>
    /// <exception cref="UnknownNameException">A firm is not in the network; the message has the nearest.</exception>
    /// <exception cref="TableException">The file cannot be read, or has no firm.</exception>
    public static IReadOnlyList<FirmNumber> ReadSelection(string path, FirmList firms)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(firms);
        using IRowSource rows = Open(path, default);
        int column = Math.Max(0, Find(rows, [.. Id, "name"]));
        var named = new List<string>();
        if (Find(rows, [.. Id, "name"]) < 0)
        {
            named.Add(rows.Header[0]);
        }

        while (rows.Read())
        {
            named.Add(rows.Text(column));
        }

        FirmNumber[] found = [.. named.Where(n => n.Trim().Length > 0).Select(n => firms.Find(n.Trim())).Distinct()];
        return found.Length > 0
            ? found
            : throw new TableException(path, "there is no firm in the file. Give one identifier or name a line.");
    }

    /// <summary>
    /// Reads a list of firms as <see cref="ReadSelection"/> does, with what each loses of its capacity where there is a column
    /// <c>share</c>.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="firms">The firms of the network.</param>
    /// <returns>Each firm once, the larger share where it is there twice; all of its capacity where no share is given.</returns>
    /// <exception cref="UnknownNameException">A firm is not in the network; the message has the nearest.</exception>
    /// <exception cref="TableException">The file cannot be read, has no firm, or a share is not above 0 and at most 1.</exception>
    public static IReadOnlyList<CapacityLoss> ReadListing(string path, FirmList firms)
    {
        IReadOnlyList<FirmNumber> selected = ReadSelection(path, firms);
        using IRowSource rows = Open(path, default);
        int share = Find(rows, ["share"]);
        if (share < 0 || Find(rows, [.. Id, "name"]) is not (>= 0 and var column))
        {
            return [.. selected.Select(f => new CapacityLoss(f, 1))];
        }

        var shares = new Dictionary<int, double>();
        while (rows.Read())
        {
            if (rows.Text(column).Trim() is not { Length: > 0 } name)
            {
                continue;
            }

            double lost = rows.Text(share).Length == 0 ? 1 : rows.Number(share);
            if (!(lost > 0) || lost > 1)
            {
                throw rows.Fault(
                    share,
                    $"a share of capacity cannot be {rows.Text(share)}. Give what the firm loses, above 0 and at most 1, or leave it "
                        + $"empty for all."
                );
            }

            int firm = firms.Find(name);
            shares[firm] = Math.Max(shares.GetValueOrDefault(firm), lost);
        }

        return [.. selected.Select(f => new CapacityLoss(new(f), shares[f]))];
    }

    private static IRowSource Open(string path, CancellationToken cancellation) =>
        path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase)
            ? ParquetRows.Open(path, cancellation)
            : CsvFile.Open(path, cancellation);

    private static int Find(IRowSource rows, string[] names)
    {
        foreach (string name in names)
        {
            for (int c = 0; c < rows.Header.Count; c++)
            {
                if (string.Equals(rows.Header[c].Trim(), name, StringComparison.OrdinalIgnoreCase))
                {
                    return c;
                }
            }
        }

        return -1;
    }

    private static int Required(IRowSource rows, string[] names) =>
        Find(rows, names) is >= 0 and var column ? column : rows.Column(names[0]);

    private static double Amount(IRowSource rows, int column)
    {
        if (rows is CsvFile csv ? csv.Span(column).IsEmpty : rows.Text(column).Length == 0)
        {
            throw rows.Fault(column, "the value is missing. Give what was sold, or remove the row.");
        }

        double amount = rows.Number(column);
        return amount >= 0
            ? amount
            : throw rows.Fault(
                column,
                $"a value of sales cannot be {rows.Text(column)}. Give a figure of at least 0; book returned goods as sales of the "
                    + $"other side."
            );
    }

    private static int FirmIn(IRowSource rows, int column, FirmList firms, string path)
    {
        bool found = rows is CsvFile csv
            ? firms.TryFind(csv.Span(column), out FirmNumber firm)
            : firms.TryFind(rows.Text(column), out firm);
        if (found)
        {
            return firm;
        }

        string id = rows.Text(column);
        if (id.Length == 0)
        {
            throw rows.Fault(column, "the identifier of the firm is missing. Fill the cell, or remove the row.");
        }

        const int MostCompared = 100_000;
        IReadOnlyList<string> near = NearestNames.Of(id, firms.Ids.Take(MostCompared));
        string hint = near.Count > 0 ? $" Nearest: {string.Join(", ", near)}." : string.Empty;
        throw rows.Fault(
            column,
            $"there is no firm '{(id.Length <= 40 ? id : id[..40])}' in {path}.{hint} Add the firm there, or correct the identifier."
        );
    }

    private static void Add<T>(List<T> values, int column, Func<T> read)
    {
        if (column >= 0)
        {
            values.Add(read());
        }
    }

    private static string Shared(Dictionary<string, string> shared, string text) =>
        shared.TryGetValue(text, out string? known) ? known : shared[text] = text;

    /// <summary>How many rows without value stand before an edge: each takes a line and gives no edge.</summary>
    private static int Before(List<int> empty, int edge)
    {
        int count = 0;
        foreach (int place in empty)
        {
            count += place <= edge ? 1 : 0;
        }

        return count;
    }
}
