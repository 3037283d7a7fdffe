using System.Globalization;
using System.Security.Cryptography;
using Rootscope.Complexity;
using Rootscope.Dependence.Panels;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;
using Rootscope.Tables.Trade;
using Rootscope.WeakSpots;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>Exports of one year.</summary>
/// <param name="Year">The year; null where the file has none.</param>
/// <param name="Exports">The exports, in the unit of the file.</param>
public sealed record YearOfExports(int? Year, ExportMatrix Exports);

/// <summary>
/// A file of exports by country and product: long CSV or Parquet, with a line for each country, product and, where it has several, year.
/// </summary>
/// <remarks>
/// Lines of the same country, product and year are added up in the order of the file, so a bilateral file (BACI: t, i, j, k, v) gives all
/// exports of each country. Empty values and NA are unknown and stay out. Product codes that a spreadsheet has robbed of a leading zero get
/// it back. A file of UN Comtrade, which holds imports too, is read by <see cref="ComtradeReader"/>, and of a flow to all partners and
/// flows to each, the one to all is taken.
/// </remarks>
public sealed class ExportFile
{
    private ExportFile(string path, string sha256, IReadOnlyList<YearOfExports> years, IReadOnlyList<string> notes)
    {
        Path = path;
        Sha256 = sha256;
        Years = years;
        Notes = notes;
    }

    /// <summary>The file as the user gave it, or the name of a set.</summary>
    public string Path { get; }

    /// <summary>SHA-256 of its bytes, or of the codes and flows of a set, in hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>The years, in order.</summary>
    public IReadOnlyList<YearOfExports> Years { get; }

    /// <summary>What was added up, left out or repaired; one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; Parquet where its name ends so, otherwise CSV.</param>
    /// <param name="columns">Which columns are what; null to recognise all.</param>
    /// <param name="cancellation">Stops the reading at the next row.</param>
    /// <exception cref="TableException">The file does not fit the layout, or holds no exports.</exception>
    public static ExportFile Read(string path, ExportColumns? columns = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        var totals = new ExportTotals();
        using (
            IRowSource file = path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase)
                ? ParquetRows.Open(path, cancellation)
                : CsvFile.Open(path, cancellation)
        )
        {
            if (columns is null && IsComtrade(file))
            {
                AddComtrade(path, totals, cancellation);
            }
            else
            {
                AddLines(file, columns ?? new ExportColumns(), totals);
            }
        }

        IReadOnlyList<YearOfExports> years = totals.Years();
        return years.Count > 0
            ? new ExportFile(path, HashOf(path), years, totals.Notes)
            : throw new TableException(
                path,
                $"holds no exports above zero. Check which column is the value, with {Repair.Option("columns", "value=NAME")}."
            );
    }

    /// <summary>The exports of a set of trade between economies: sums over buyers.</summary>
    /// <param name="name">What the set is called.</param>
    /// <param name="panel">The trade.</param>
    public static ExportFile Of(string name, TradePanel panel)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(panel);
        return new ExportFile(
            name,
            panel.ContentHash(),
            [.. panel.Years.Select(y => new YearOfExports(y, PanelExports.Of(panel, y)))],
            panel.Metadata.Derivations
        );
    }

    /// <summary>Comtrade's layouts name the direction of each line: adding it all up would add imports to exports.</summary>
    private static bool IsComtrade(IRowSource file) =>
        file.Header.Any(h => h.Trim() is "Trade Flow" or "Trade Flow Code" or "flowCode" or "flowDesc");

    private static void AddComtrade(string path, ExportTotals totals, CancellationToken cancellation)
    {
        TradeFlows flows = ComtradeReader.Read(path, TradeDeclaration.Exports, cancellation);
        totals.Notes.AddRange(flows.Metadata.Derivations);
        AddFlows(flows, totals);
    }

    private static void AddFlows(TradeFlows flows, ExportTotals totals)
    {
        const string World = "WLD";
        var whole = new HashSet<(int, string, string)>();
        foreach (TradeFlow flow in flows.Flows)
        {
            if (flow.Importer == World)
            {
                whole.Add((flow.Year, flow.Exporter, flow.Product));
            }
        }

        foreach (TradeFlow flow in flows.Flows)
        {
            if (flow.Exporter != World && (flow.Importer == World || !whole.Contains((flow.Year, flow.Exporter, flow.Product))))
            {
                totals.Add(flow.Year, flow.Exporter, flow.Product, flow.Value);
            }
        }
    }

    private static void AddLines(IRowSource file, ExportColumns columns, ExportTotals totals)
    {
        (int country, int product, int value, int year) = columns.In(file);
        int unknown = 0;
        while (file.Read())
        {
            if (file.Text(value) is "" or "NA")
            {
                unknown++;
                continue;
            }

            double amount = file.Number(value);
            if (amount < 0)
            {
                throw file.Fault(value, $"exports cannot be {file.Text(value)}. Give a figure of at least 0.");
            }

            totals.Add(year < 0 ? null : YearIn(file, year), Code(file, country), Code(file, product), amount);
        }

        if (unknown > 0)
        {
            totals.Notes.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{unknown} {(unknown == 1 ? "line without a value is" : "lines without a value are")} left out."
                )
            );
        }
    }

    private static string Code(IRowSource file, int column) =>
        file.Text(column) is { Length: > 0 } code ? code : throw file.Fault(column, "the code is missing. Fill it, or remove the line.");

    private static int YearIn(IRowSource file, int column) =>
        int.TryParse(file.Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= 1900 and <= 2200
            ? year
            : throw file.Fault(
                column,
                $"expected a year, found '{file.Text(column)}'. Give it in four digits; monthly figures have to be added up first."
            );

    private static string HashOf(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
