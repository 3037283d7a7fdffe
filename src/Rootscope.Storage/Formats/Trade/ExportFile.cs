using System.Globalization;
using System.Security.Cryptography;
using Rootscope.Complexity;
using Rootscope.Dependence.Panels;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Storage.Formats.Text;
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
/// it back. Of a file that tells exports from imports, as UN Comtrade does, exports are taken; of a flow to all partners and flows to
/// each, the
/// one to all; of chapters and finer products, the finer. What an economy sells to itself, the world and unions are left out.
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
    /// <param name="countries">A file of country codes, as BACI comes with; null leaves codes to the list of economies.</param>
    /// <param name="cancellation">Stops the reading at the next row.</param>
    /// <exception cref="TableException">The file does not fit the layout, or holds no exports.</exception>
    public static ExportFile Read(
        string path,
        TradeColumnNames? columns = null,
        string? countries = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(path);
        if (TradeFiles.IsSeveral(path))
        {
            return Of(
                path,
                TradePanelReader.Read([path], new TradeReading { Countries = countries, Columns = columns?.ToText() }, cancellation)
            );
        }

        using var told = new ReadingNotes();
        var totals = new ExportTotals();
        IReadOnlyDictionary<string, string>? listed = countries is null ? null : BaciReader.ReadCountries(countries);
        TradeHeader header;
        using (
            IRowSource file = path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase)
                ? ParquetRows.Open(path, cancellation)
                : CsvFile.Open(path, cancellation)
        )
        {
            header = TradeHeader.Of(file.Header, $"{path}, line 1", columns).RequireExports(file);
            if (header.IsDeclared)
            {
                AddDeclared(file, header, listed, totals);
            }
            else
            {
                AddLines(file, header, totals);
            }
        }

        IReadOnlyList<YearOfExports> years = totals.Years(header.IsBaci ? CsvTrade.BaciDigits : null, listed);
        return years.Count > 0
            ? new ExportFile(path, HashOf(path), years, [.. told.All, .. totals.Notes])
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
            [.. panel.Metadata.Derivations, .. Rest(panel)]
        );
    }

    /// <summary>Rows that name directions: adding them all up would add imports to exports.</summary>
    private static void AddDeclared(IRowSource file, TradeHeader header, IReadOnlyDictionary<string, string>? listed, ExportTotals totals)
    {
        if (header.Year < 0)
        {
            throw new TableException(
                $"{file.Path}, line 1",
                $"there is no column of years. Name it with {Repair.Option("columns", "year=NAME")}."
            );
        }

        var trade = DeclaredTrade.Read(file, header, listed, years: null);
        totals.IsByDigit = trade.IsByDigit;
        bool mirrored = !trade.Has(TradeDeclaration.Exports);
        foreach (TradeFlow flow in trade.Flows(mirrored ? TradeDeclaration.Imports : TradeDeclaration.Exports, totals.Notes))
        {
            totals.Add(
                flow.Year,
                totals.Economy(flow.Exporter, Fault),
                // A sum over buyers may be there beside buyers: who buys tells the two apart.
                totals.Economy(flow.Importer, Fault),
                totals.Product(flow.Product, Fault),
                flow.Value
            );
        }

        if (mirrored)
        {
            totals.Notes.Add("The file holds no exports: what economies sell is what buyers declare as imports from them.");
        }

        TableException Fault(string text) => new(file.Path, text);
    }

    private static void AddLines(IRowSource file, TradeHeader header, ExportTotals totals)
    {
        int unknown = 0;
        Func<string, Exception> country = m => file.Fault(header.Seller, m);
        Func<string, Exception> partner = m => file.Fault(header.Buyer, m);
        Func<string, Exception> product = m => file.Fault(header.Product, m);
        while (file.Read())
        {
            if (TradeFile.IsMonth(file, header) is { } month)
            {
                throw month;
            }

            if (TradeFile.Amount(file, header.Value) is not { } amount)
            {
                unknown++;
                continue;
            }

            if (amount < 0)
            {
                throw file.Fault(header.Value, $"exports cannot be {file.Text(header.Value)}. Give a figure of at least 0.");
            }

            totals.Add(
                header.Year < 0 ? null : TradeFile.Year(file, header.Year),
                totals.Economy(file.Span(header.Seller), country),
                header.Buyer < 0 ? -1 : totals.Economy(file.Span(header.Buyer), partner),
                totals.Product(file.Span(header.Product), product),
                amount
            );
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

    private static IEnumerable<string> Rest(TradePanel panel) =>
        PanelExports.LeftOutOf(panel) is { Count: > 0 } rest
            ? [$"Left out, as areas not elsewhere specified are no economies: {string.Join(", ", rest)}."]
            : [];

    private static string HashOf(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
