using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Exiobase;

/// <summary>
/// Reads EXIOBASE 3, industry by industry or product by product: a folder with Z.txt (or A.txt and x.txt), Y.txt and F.txt.
/// </summary>
/// <remarks>
/// Unit: that of unit.txt; million euro without it; basic prices. Primary inputs are the rows of factor_inputs/F.txt or satellite/F.txt
/// whose names say taxes, other
/// taxes on production, compensation of employees or operating surplus; what columns miss after that is a row of its own. Without F.txt
/// value added is output less inputs. Memory: 0.6 GB (ixi, 7987 sectors) or 0.9 GB (pxp, 9800).
/// </remarks>
internal static class ExiobaseReader
{
    internal const string Licence = "as the record on Zenodo says: CC BY-SA 4.0 up to version 3.8.2, other terms later";

    /// <summary>Share of output that a row may be off from x.txt.</summary>
    public const double DefaultTolerance = 1e-4;

    private static readonly (string Prefix, ValueAddedKind Kind)[] Factors =
    [
        ("Taxes less subsidies on products", ValueAddedKind.Taxes),
        ("Other net taxes on production", ValueAddedKind.Taxes),
        ("Compensation of employees", ValueAddedKind.Labour),
        ("Operating surplus: Consumption of fixed capital", ValueAddedKind.Depreciation),
        ("Operating surplus", ValueAddedKind.Surplus),
    ];

    /// <summary>Reads one year.</summary>
    /// <param name="paths">The folder, or its files.</param>
    /// <param name="id">The name the table is to have.</param>
    /// <param name="year">The year; where null, it is taken from the name of the folder (IOT_2019_ixi).</param>
    /// <param name="tolerance">Share of output that a row may be off from x.txt.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="TableException">A file is missing or does not fit the layout, a cell is no number, or a row does not add
    /// up.</exception>
    public static FlowTable Read(
        IReadOnlyList<string> paths,
        string id,
        int? year = null,
        double tolerance = DefaultTolerance,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(paths);
        var files = new SourceFiles(paths);
        int known = files.Year(year);
        string? flowFile = files.Find(f => f is "z.txt");
        string? outputFile = files.Find(f => f is "x.txt");
        string shareFile = flowFile ?? files.Require(f => f is "a.txt", "Z.txt, and no A.txt either");
        if (flowFile is null && outputFile is null)
        {
            throw new TableException(
                files.Place,
                "has A.txt but neither Z.txt nor x.txt, which turns shares into flows. Add one of the two."
            );
        }

        using GridFile grid = GridFile.Open(shareFile, '\t', cancellation);
        ExiobaseHeader header = ExiobaseHeader.Read(grid, 2);
        SectorIndex sectors = RegionalSectors.Index(
            header.Codes,
            LayoutNames.RegionOf,
            name => new Industry(name, name),
            k => $"{shareFile}, lines 1 and 2, column {k + 3}"
        );
        int n = sectors.Count;
        double[] flows = ExiobaseMatrix.Read(grid, header, header.Codes);
        double[]? output = outputFile is null ? null : ReadOutput(outputFile, header.Codes, cancellation);
        if (flowFile is null)
        {
            Scale(flows, output!);
        }

        (IReadOnlyList<FinalDemandCategory> categories, double[] final) = ReadFinalDemand(
            files.Require(f => f is "y.txt", "Y.txt"),
            header.Codes,
            sectors,
            cancellation
        );
        if (output is not null)
        {
            double[] rows =
            [
                .. Enumerable
                    .Range(0, n)
                    .Select(i => Sums.Of(flows.AsSpan(i * n, n)) + Sums.Of(final.AsSpan(i * categories.Count, categories.Count))),
            ];
            PrintedTotals.Check(
                rows,
                output,
                n,
                0,
                tolerance,
                k => $"{outputFile}, line {k + 2}",
                k => $"sector '{sectors.LabelOf(new(k))}': its row of flows and final demand sums"
            );
        }

        string? factorFile = files.FindIn("factor_inputs", "F.txt") ?? files.FindIn("satellite", "F.txt") ?? files.Find(f => f is "f.txt");
        (IReadOnlyList<ValueAddedCategory> factors, double[] valueAdded) = factorFile is null
            ? ([], [])
            : ReadFactors(factorFile, header.Codes, cancellation);
        return RegionalAssembly.Complete(
            new FlowTableParts
            {
                Metadata = StatedUnit.Applied(Metadata(id, known, sectors, flowFile is null), shareFile),
                Sectors = sectors,
                FinalDemandCategories = categories,
                ValueAddedCategories = factors,
                Flows = flows,
                FinalDemand = final,
                ValueAdded = valueAdded,
            }
        );
    }

    private static void Scale(double[] shares, double[] output)
    {
        for (int c = 0; c < shares.Length; c++)
        {
            shares[c] *= output[c % output.Length];
        }
    }

    private static double[] ReadOutput(string path, IReadOnlyList<(string, string)> sectors, CancellationToken cancellation)
    {
        using GridFile file = GridFile.Open(path, '\t', cancellation);
        string[] names = file.ReadCells() ?? [];
        if (names.Length != 3)
        {
            throw new TableException($"{path}, line 1", $"has {names.Length} cells. Expected region, sector and one column of output.");
        }

        file.ColumnNames = names;
        return ExiobaseMatrix.Read(file, new ExiobaseHeader([("all", "output")], 2), sectors);
    }

    private static (IReadOnlyList<FinalDemandCategory> Categories, double[] Figures) ReadFinalDemand(
        string path,
        IReadOnlyList<(string, string)> sectors,
        SectorIndex index,
        CancellationToken cancellation
    )
    {
        using GridFile file = GridFile.Open(path, '\t', cancellation);
        ExiobaseHeader header = ExiobaseHeader.Read(file, 2);
        var categories = new List<FinalDemandCategory>();
        for (int c = 0; c < header.Codes.Count; c++)
        {
            (string region, string use) = header.Codes[c];
            categories.Add(
                index.TryFindRegion(region, out RegionNumber number) && FinalUses.KindOf(use) is { } kind
                    ? new FinalDemandCategory($"{region}: {use}", $"{index.Regions[number].Name}: {use}", kind, new(number))
                    : throw file.Fault(
                        2,
                        c + 2,
                        $"'{GridCells.Shortened(use)}' of '{GridCells.Shortened(region)}' is no final use known of a region of the table."
                    )
            );
        }

        return (categories, ExiobaseMatrix.Read(file, header, sectors));
    }

    private static (IReadOnlyList<ValueAddedCategory> Categories, double[] Rows) ReadFactors(
        string path,
        IReadOnlyList<(string Region, string Item)> sectors,
        CancellationToken cancellation
    )
    {
        using GridFile file = GridFile.Open(path, '\t', cancellation);
        ExiobaseHeader header = ExiobaseHeader.Read(file, 1);
        if (!header.Codes.SequenceEqual(sectors))
        {
            throw new TableException(
                $"{path}, lines 1 and 2",
                "the columns are not the sectors of the flows in the same order. Give the F.txt of the same folder."
            );
        }

        var found = new SortedDictionary<int, (string Name, ValueAddedKind Kind, double[] Values)>();
        file.ReadRows(
            1,
            sectors.Count,
            row =>
            {
                string name = row.Labels[0];
                int factor = Array.FindIndex(Factors, f => name.StartsWith(f.Prefix, StringComparison.OrdinalIgnoreCase));
                if (factor >= 0)
                {
                    lock (found)
                    {
                        found.Add(row.Number, (name, Factors[factor].Kind, row.Values.ToArray()));
                    }
                }
            }
        );
        return (
            [.. found.Values.Select((f, i) => new ValueAddedCategory($"F{i + 1}", f.Name, f.Kind))],
            [.. found.Values.SelectMany(f => f.Values)]
        );
    }

    private static TableMetadata Metadata(string id, int year, SectorIndex sectors, bool fromShares)
    {
        List<string> derivations = [LayoutNames.EditionOf("exiobase3", sectors.Regions.Count, sectors.Industries.Count)];
        if (fromShares)
        {
            derivations.Add("Flows are the shares of A.txt times the outputs of x.txt.");
        }

        return new TableMetadata
        {
            Id = id,
            Title = $"World {year}, EXIOBASE 3, {sectors.Regions.Count} regions × {sectors.Industries.Count} sectors",
            Year = year,
            Currency = "EUR",
            UnitScale = 1_000_000,
            Unit = "million EUR",
            Prices = "basic prices, current year",
            Source =
                "EXIOBASE 3; cite Stadler et al. (2018), Journal of Industrial Ecology 22: 502-515, and the record the files come from",
            Licence = Licence,
            Classification = $"exiobase3-{sectors.Industries.Count}",
            Derivations = derivations,
        };
    }
}
