using System.Globalization;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;
using Rootscope.Tables.Checks;

namespace Rootscope.Storage.Formats.Pymrio;

/// <summary>
/// Reads a folder that the Python package pymrio has saved as text: <c>file_parameters.json</c>, Z, Y, and where they are there x, units
/// and an extension of primary inputs.
/// </summary>
/// <remarks>
/// Many regions, rows and columns labelled (region, sector). Output is x, otherwise the sum of the row. Primary inputs are the extension
/// whose name says so (factor inputs, primary inputs, value added) where its rows make every column add up; otherwise value added is output
/// less inputs, in one row. Other extensions (emissions and the like) are passed over.
/// </remarks>
internal static class PymrioReader
{
    internal const string Licence = "not stated by the folder: see the licence of the source";

    private static readonly string[] PrimaryInputs = ["factor_inputs", "factor_input", "primary_inputs", "value_added", "va", "v"];

    /// <summary>Reads a table.</summary>
    /// <param name="path">The folder, or a file in it.</param>
    /// <param name="id">The name the table is to have.</param>
    /// <param name="year">The year; where null, four digits of the folder's name.</param>
    /// <param name="tolerance">Share of output that a row or column may be off.</param>
    /// <param name="cancellation">Stops the reading at the next row.</param>
    /// <exception cref="TableException">A file is missing or does not fit, or the table does not balance.</exception>
    public static FlowTable Read(
        string path,
        string id,
        int? year = null,
        double? tolerance = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(path);
        var folder = PymrioFolder.Open(Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (ExportedPymrio.Is(folder.Path))
        {
            return ExportedPymrio.Read(folder, id, cancellation);
        }

        int known = SourceYear.Of(Path.GetFullPath(folder.Path).TrimEnd(Path.DirectorySeparatorChar), year);
        double allowed = tolerance ?? SourceBalance.DefaultTolerance;
        PymrioMatrix flows = folder.Read("Z", cancellation);
        SectorIndex sectors = PymrioLabels.SectorsOf(flows);
        PymrioMatrix final = folder.Read("Y", cancellation);
        PymrioLabels.RequireRows(final, sectors);
        PymrioMatrix? units = folder.Has("unit") ? folder.Read("unit", cancellation) : null;
        List<string> derivations = [];
        var parts = new FlowTableParts
        {
            Metadata = Metadata(folder, units, id, known, sectors),
            Sectors = sectors,
            FinalDemandCategories = PymrioLabels.UsesOf(final, sectors),
            ValueAddedCategories = [],
            Flows = [.. flows.Figures.SelectMany(row => row)],
            FinalDemand = [.. final.Figures.SelectMany(row => row)],
            ValueAdded = [],
            Output = OutputOf(folder, sectors, derivations, cancellation),
        };
        parts = PymrioImports.TakenOut(parts, derivations);
        SourceBalance.Require(parts, flows.Path, allowed, [.. flows.Lines]);
        FlowTable table = WithPrimaryInputs(folder, parts, allowed, derivations, cancellation);
        return table.With(table.Metadata with { Derivations = derivations });
    }

    private static double[]? OutputOf(PymrioFolder folder, SectorIndex sectors, List<string> derivations, CancellationToken cancellation)
    {
        if (!folder.Has("x"))
        {
            derivations.Add("Output is the sum of the row: the folder holds no x.");
            return null;
        }

        PymrioMatrix output = folder.Read("x", cancellation);
        PymrioLabels.RequireRows(output, sectors);
        return [.. output.Figures.Select(row => row[0])];
    }

    private static FlowTable WithPrimaryInputs(
        PymrioFolder folder,
        FlowTableParts parts,
        double tolerance,
        List<string> derivations,
        CancellationToken cancellation
    )
    {
        string? extension = Directory
            .EnumerateDirectories(folder.Path)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault(d => PrimaryInputs.Contains(Path.GetFileName(d), StringComparer.OrdinalIgnoreCase) && PymrioFolder.Is(d));
        if (extension is not null && PymrioFolder.Open(extension) is { } inputs && inputs.Has("F"))
        {
            PymrioMatrix rows = inputs.Read("F", cancellation);
            PymrioLabels.RequireColumns(rows, parts.Sectors);
            FlowTableParts whole = parts with
            {
                ValueAddedCategories = PymrioLabels.InputsOf(rows),
                ValueAdded = [.. rows.Figures.SelectMany(row => row)],
            };
            TableBalance balance = TableBalance.Of(whole);
            if (balance.Broken(tolerance).All(g => g.IsRow))
            {
                return new FlowTable(whole);
            }

            derivations.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The extension {Path.GetFileName(extension)} does not make the columns add up (gaps of "
                        + $"{balance.ColumnError * 100:0.###}% of output) and is passed over."
                )
            );
        }

        derivations.Add("Value added is output less inputs, in one row.");
        return SourceBalance.WithDerivedValueAdded(new FlowTable(parts));
    }

    private static TableMetadata Metadata(PymrioFolder folder, PymrioMatrix? units, string id, int year, SectorIndex sectors)
    {
        (string unit, double scale, string currency) = StatedUnit.Of(
            [.. units?.Texts.Select(t => t[0]) ?? []],
            units?.Path ?? string.Empty
        );
        return new TableMetadata
        {
            Id = id,
            Title =
                folder.Title() ?? $"World {year}, {sectors.Regions.Count} regions × {sectors.Industries.Count} industries, saved by pymrio",
            Year = year,
            Currency = currency,
            UnitScale = scale,
            Unit = unit,
            Prices = "not stated by the folder",
            Source = "a system saved by pymrio; cite its source and Stadler (2021), Journal of Open Research Software 9: 8",
            Licence = Licence,
            Classification = "own",
        };
    }
}
