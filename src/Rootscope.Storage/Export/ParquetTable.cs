using System.Text.Json;
using DuckDB.NET.Data;
using Rootscope.Storage.Codec;
using Rootscope.Storage.Database;
using Rootscope.Tables;

namespace Rootscope.Storage.Export;

/// <summary>A table as one Parquet file: a row for every cell that is not zero.</summary>
/// <remarks>
/// Columns: <c>part</c> (flows, finalDemand, valueAdded, output, imports, importedFlows, importedFinalDemand), <c>row</c> and <c>col</c>
/// (labels; col is empty for output and imports), <c>value</c>. Order: part, row, column. What the cells do not tell is in the file's key
/// <c>rootscope</c>, as JSON; <c>parts</c> names those that are there although every cell may be zero.
/// </remarks>
internal static class ParquetTable
{
    public static void Write(FlowTable table, string path, CancellationToken cancellation)
    {
        using DuckDBConnection connection = ParquetFile.Open();
        string[] sectors = [.. Enumerable.Range(0, table.Size).Select(k => table.Sectors.LabelOf(new(k)))];
        string[] uses = [.. table.FinalDemandCategories.Select(c => $"{table.Sectors.Regions[c.Region].Code}.{c.Code}")];
        string[] inputs = [.. table.ValueAddedCategories.Select(c => c.Code)];
        connection.Execute("CREATE TABLE cells (part VARCHAR, row VARCHAR, col VARCHAR, value DOUBLE)");
        Append(connection, "flows", sectors, sectors, table.Flows, cancellation);
        Append(connection, "finalDemand", sectors, uses, table.FinalDemand, cancellation);
        Append(connection, "valueAdded", inputs, sectors, table.ValueAdded, cancellation);
        Append(connection, "output", sectors, [string.Empty], table.Output, cancellation);
        Append(connection, "imports", sectors, [string.Empty], table.Imports, cancellation);
        Append(connection, "importedFlows", sectors, sectors, table.ImportedFlows, cancellation);
        Append(connection, "importedFinalDemand", sectors, uses, table.ImportedFinalDemand, cancellation);
        string parts = (table.HasImports, table.HasImportedFlows) switch
        {
            (true, true) => "imports,importedFlows",
            (true, false) => "imports",
            _ => string.Empty,
        };
        string about = JsonSerializer.Serialize(TableHeader.Of(table, step: 0), TableHeaderJson.Default.TableHeader);
        ParquetFile.Copy(
            connection,
            "cells",
            path,
            $"rootscope: '{ParquetFile.Quoted(about)}', sha256: '{table.ContentHash}', parts: '{parts}'"
        );
    }

    private static void Append(
        DuckDBConnection connection,
        string part,
        string[] rows,
        string[] columns,
        ReadOnlySpan<double> figures,
        CancellationToken cancellation
    )
    {
        if (figures.IsEmpty)
        {
            return;
        }

        using DuckDBAppender appender = connection.CreateAppender("cells");
        for (int r = 0; r < rows.Length; r++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int c = 0; c < columns.Length; c++)
            {
                double value = figures[(r * columns.Length) + c];

                // Only the zero that every reader takes for an absent cell is left out; a negative zero is kept.
                if (BitConverter.DoubleToInt64Bits(value) != 0)
                {
                    appender.CreateRow().AppendValue(part).AppendValue(rows[r]).AppendValue(columns[c]).AppendValue(value).EndRow();
                }
            }
        }
    }
}
