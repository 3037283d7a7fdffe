using System.Globalization;
using DuckDB.NET.Data;
using Rootscope.Dependence.Panels;
using Rootscope.Storage.Database;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Storage.Formats.Trade.Codes;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>
/// Flows in a Parquet file. DuckDB checks them and turns codes into numbers; what comes over is one whole number and one figure a flow.
/// </summary>
internal sealed class ParquetTrade : ITradeSource
{
    /// <summary>Room for DuckDB's own work; the flows themselves go straight through.</summary>
    private const string MemoryLimit = "256MB";

    private readonly string _path;
    private readonly DuckDBConnection _connection;
    private readonly CancellationToken _cancellation;
    private readonly string _where;
    private readonly string _flows;
    private int[] _years = [];
    private string[] _exporters = [];
    private string[] _importers = [];
    private string[] _products = [];

    private ParquetTrade(
        string path,
        DuckDBConnection connection,
        TradeHeader columns,
        TradeReading reading,
        CancellationToken cancellation
    )
    {
        (_path, _connection, _cancellation) = (path, connection, cancellation);
        Run($"SET threads = {reading.Threads}; SET memory_limit = '{MemoryLimit}'; SET preserve_insertion_order = false");
        string file = $"read_parquet(['{ParquetRows.Quoted(path)}'], file_row_number = true)";
        string[] header = [.. _connection.Query($"DESCRIBE SELECT * EXCLUDE file_row_number FROM {file}", row => row.GetString(0))];
        IsBaci = columns.IsBaci;
        _flows = $"""
            (SELECT TRY_CAST({Name(header[columns.Year])} AS INTEGER) AS year, trim(CAST({Name(
                header[columns.Seller]
            )} AS VARCHAR)) AS exporter,
             trim(CAST({Name(header[columns.Buyer])} AS VARCHAR)) AS importer, trim(CAST({Name(
                header[columns.Product]
            )} AS VARCHAR)) AS product,
             CASE WHEN {Name(header[columns.Value])} IS NULL THEN 0 ELSE TRY_CAST({Name(
                header[columns.Value]
            )} AS DOUBLE) END AS value, file_row_number AS number FROM {file})
            """;
        _where = reading.Years is null
            ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $"WHERE year IN ({string.Join(", ", reading.Years.Order())})");
    }

    public bool IsBaci { get; }

    /// <exception cref="TableException">The file is not there, or is no Parquet file of flows.</exception>
    public static ParquetTrade Open(string path, TradeHeader columns, TradeReading reading, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            throw new TableException(path, "there is no such file. Check the path.");
        }

        DuckDBConnection connection = ParquetFile.Open();
        try
        {
            return new ParquetTrade(path, connection, columns, reading, cancellation);
        }
        catch (DuckDBException e)
        {
            connection.Dispose();
            throw Unreadable(path, e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void CollectCodes(TradeCodes codes)
    {
        try
        {
            RequireSoundRows();
            if (_where.Length == 0 || Rows($"SELECT count(*) FROM {_flows} {_where}", r => r.GetInt64(0))[0] > 0)
            {
                CollectOrdered(codes);
            }
        }
        catch (DuckDBException e)
        {
            throw Unreadable(_path, e);
        }
    }

    public void AddTo(TradePanelBuilder builder, TradeCodes codes, bool packs)
    {
        if (_years.Length == 0)
        {
            return;
        }

        int[][] economies =
        [
            [.. _exporters.Select(e => codes.EconomyAt(e, TradeSide.Exporter))],
            [.. _importers.Select(e => codes.EconomyAt(e, TradeSide.Importer))],
        ];
        int[] products = [.. _products.Select(codes.ProductAt)];
        try
        {
            foreach (int year in _years)
            {
                AddYear(year, builder, economies, products);
                if (packs)
                {
                    builder.Pack();
                }
            }
        }
        catch (DuckDBException e)
        {
            throw Unreadable(_path, e);
        }
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>The first row that cannot be a flow is the fault.</summary>
    private void RequireSoundRows()
    {
        string bad = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            CASE WHEN year IS NULL OR year < 1900 OR year > 2200 THEN 'year' WHEN coalesce(exporter, '') = '' THEN 'exporter' WHEN coalesce(importer, '') = '' THEN 'importer'
            WHEN coalesce(product, '') = '' THEN 'product'
            WHEN value IS NULL OR NOT (value >= 0 AND value <= {CsvTrade.LargestValue:R}) THEN 'value' END
            """
        );
        foreach (
            (long row, string column) in Rows(
                $"SELECT number, {bad} AS bad FROM {_flows} WHERE bad IS NOT NULL ORDER BY number LIMIT 1",
                r => (r.GetInt64(0) + 1, r.GetString(1))
            )
        )
        {
            string expected = column switch
            {
                "year" => "expected a year in four digits",
                "value" => "expected a figure of at least 0",
                _ => "the code is missing",
            };
            throw new TableException(
                string.Create(CultureInfo.InvariantCulture, $"{_path}, row {row}, column '{column}'"),
                $"{expected}. Correct the row, or remove it."
            );
        }
    }

    private void CollectOrdered(TradeCodes codes)
    {
        _years = [.. Rows($"SELECT DISTINCT year FROM {_flows} {_where} ORDER BY year", r => r.GetInt32(0))];
        foreach (string column in (string[])["exporter", "importer", "product"])
        {
            Run($"CREATE TYPE {column}s AS ENUM (SELECT DISTINCT {column} FROM {_flows} {_where} ORDER BY {column})");
        }

        (_exporters, _importers, _products) = (Values("exporter"), Values("importer"), Values("product"));
        Require("exporter", _exporters, e => codes.AddEconomy(e, TradeSide.Exporter));
        Require("importer", _importers, e => codes.AddEconomy(e, TradeSide.Importer));
        Require("product", _products, codes.AddProduct);
    }

    private string[] Values(string column) => [.. Rows($"SELECT unnest(enum_range(NULL::{column}s))::VARCHAR", r => r.GetString(0))];

    private void Require(string column, string[] texts, Func<string, string?> add)
    {
        foreach (string text in texts)
        {
            if (add(text) is { } fault)
            {
                string where = $"{column} = '{text.Replace("'", "''", StringComparison.Ordinal)}'";
                long row = Rows($"SELECT min(number) FROM {_flows} WHERE {where}", r => r.GetInt64(0))[0] + 1;
                throw new TableException(string.Create(CultureInfo.InvariantCulture, $"{_path}, row {row}, column '{column}'"), fault);
            }
        }
    }

    private void AddYear(int year, TradePanelBuilder builder, int[][] economies, int[] products)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.UseStreamingMode = true;
#pragma warning disable CA2100 // Names of columns are quoted, the path is quoted, the rest are numbers.
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            SELECT (enum_code(CAST(product AS products))::BIGINT << 32) + (enum_code(CAST(exporter AS exporters))::BIGINT << 16) + enum_code(CAST(importer AS importers))::BIGINT, value
            FROM {_flows} WHERE year = {year}
            """
        );
#pragma warning restore CA2100
        using DuckDBDataReader rows = command.ExecuteReader();
        while (rows.Read())
        {
            long key = rows.GetInt64(0);
            int exporter = economies[0][(int)(key >> 16) & ushort.MaxValue];
            int importer = economies[1][(int)key & ushort.MaxValue];
            TradeCodes.Add(builder, year, products[(int)(key >> 32)], exporter, importer, rows.GetDouble(1));
            if ((key & 0xFFF) == 0)
            {
                _cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    private void Run(string sql) => _connection.Execute(sql);

    private IReadOnlyList<T> Rows<T>(string sql, Func<DuckDBDataReader, T> read)
    {
        _cancellation.ThrowIfCancellationRequested();
        return _connection.Query(sql, read);
    }

    private static string Name(string column) => $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static TableException Unreadable(string path, DuckDBException e) =>
        new(
            path,
            $"cannot be read as Parquet ({e.Message.Split('\n')[0].Trim()}). Check that the file is complete and no folder or CSV file.",
            e
        );
}
