using System.Globalization;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Wiod2013;

/// <summary>Reads the world input-output tables of the WIOD 2013 release: 41 regions × 35 industries in one CSV file a year.</summary>
/// <remarks>
/// Unit: million US dollars, basic prices. Assumptions: the output of a sector is the sum of its row, because the cells were rounded one by
/// one and the printed OUTPUT no longer adds up; value added is output less inputs, with taxes and margins in it, in one row. Sectors
/// without output, negative value added and negative changes in inventories stay as they are. The file is read once, row by row; cost:
/// about 0.3 s a year.
/// </remarks>
public static class WiodReader
{
    internal const string Licence = "unconfirmed (WIOD release 2013: free of charge, citation required)";

    /// <summary>Share of output that a row may be off beyond what rounding can explain.</summary>
    public const double DefaultTolerance = 1e-4;

    /// <summary>Reads one year.</summary>
    /// <param name="path">The CSV file.</param>
    /// <param name="id">The name the table is to have.</param>
    /// <param name="year">The year; where null, it is taken from the file's name (four digits).</param>
    /// <param name="tolerance">Share of output that a row may be off from OUTPUT beyond half a unit a cell.</param>
    /// <param name="cancellation">Stops the reading at the next row.</param>
    /// <exception cref="TableException">The file does not fit the layout, a cell is no number, or a row does not add up to its
    /// OUTPUT.</exception>
    public static FlowTable Read(
        string path,
        string id,
        int? year = null,
        double tolerance = DefaultTolerance,
        CancellationToken cancellation = default
    )
    {
        using CsvFile file = CsvFile.Open(path, cancellation);
        int known = SourceYear.Of(path, year);
        var layout = WiodLayout.Of(file);
        int n = layout.Sectors.Count;
        int k = layout.FinalDemand.Count;
        var flows = new double[n * n];
        var final = new double[n * k];
        var output = new double[n];
        var gaps = new WiodGaps(tolerance);
        int row = 0;
        for (; file.Read(); row++)
        {
            CheckCode(file, layout, row);
            double sum = 0;
            for (int j = 0; j < n; j++)
            {
                sum += flows[(row * n) + j] = file.Number(j + 1);
            }

            for (int c = 0; c < k; c++)
            {
                sum += final[(row * k) + c] = file.Number(n + c + 1);
            }

            gaps.Add(file, layout.SectorCodes[row], sum, file.Number(n + k + 1));
            output[row] = sum < 0 ? gaps.Raise(layout, row, sum, final.AsSpan(row * k, k)) : sum;
        }

        return row == n
            ? new FlowTable(
                new FlowTableParts
                {
                    Metadata = Metadata(id, known, layout, gaps),
                    Sectors = layout.Sectors,
                    FinalDemandCategories = layout.FinalDemand,
                    ValueAddedCategories =
                    [
                        new ValueAddedCategory("VA", "Value added with taxes and margins, output less inputs", ValueAddedKind.Total),
                    ],
                    Flows = flows,
                    FinalDemand = final,
                    ValueAdded = OutputLessInputs(flows, output),
                    Output = output,
                }
            )
            : throw new TableException(
                path,
                $"has {n} columns of sectors but {row} rows. Rows and columns must be the same sectors in the same order; the file may "
                    + $"be cut off."
            );
    }

    private static void CheckCode(CsvFile file, WiodLayout layout, int row)
    {
        string code = file.Text(0);
        if (row >= layout.SectorCodes.Count || !string.Equals(code, layout.SectorCodes[row], StringComparison.Ordinal))
        {
            string expected = row < layout.SectorCodes.Count ? $"'{layout.SectorCodes[row]}'" : "the end of the file";
            throw file.Fault(
                0,
                $"expected {expected}, found '{code}'. Rows must be the sectors of the columns, each once and in the same order."
            );
        }
    }

    private static double[] OutputLessInputs(double[] flows, double[] output)
    {
        int n = output.Length;
        double[] result = [.. output];
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> row = flows.AsSpan(i * n, n);
            for (int j = 0; j < n; j++)
            {
                result[j] -= row[j];
            }
        }

        return result;
    }

    private static TableMetadata Metadata(string id, int year, WiodLayout layout, WiodGaps gaps) =>
        new()
        {
            Id = id,
            Title = $"World {year}, {layout.Sectors.Regions.Count} regions × {layout.Sectors.Industries.Count} industries",
            Year = year,
            Currency = "USD",
            UnitScale = 1_000_000,
            Unit = "million USD",
            Prices = "basic prices, current year",
            Source =
                "World Input-Output Database, release 2013; cite Timmer, Dietzenbacher, Los, Stehrer and de Vries (2015), Review of "
                + "International Economics 23: 575-605",
            Licence = Licence,
            Classification = "wiod2013",
            Derivations = gaps.Derivations(),
        };
}

/// <summary>What the rows of a WIOD file lack or have too much against OUTPUT, and the rows that had to be raised to zero.</summary>
internal sealed class WiodGaps(double tolerance)
{
    private readonly List<string> _raised = [];
    private double _worst;
    private string _worstCode = string.Empty;
    private double _all;
    private double _total;

    public void Add(CsvFile file, string code, double sum, double output)
    {
        double gap = sum - output;
        double allowed = (0.5 * file.Header.Count) + (tolerance * Math.Abs(output));
        if (Math.Abs(gap) > allowed)
        {
            throw file.Fault(
                file.Header.Count - 1,
                $"sector '{code}': the row sums to {sum:G10} but OUTPUT is {output:G10} (gap {gap:G6}, allowed {allowed:G6}: half a "
                    + $"unit a cell "
                    + $"and the tolerance). Compare the row with the published table, or raise {Repair.Option("tolerance")}."
            );
        }

        _all += Math.Abs(gap);
        _total += output;
        if (Math.Abs(gap) > Math.Abs(_worst))
        {
            (_worst, _worstCode) = (gap, code);
        }
    }

    /// <summary>Raises the most negative final use of a row that sums to less than zero, so that its output is zero.</summary>
    public double Raise(WiodLayout layout, int row, double sum, Span<double> final)
    {
        int lowest = 0;
        for (int c = 1; c < final.Length; c++)
        {
            lowest = final[c] < final[lowest] ? c : lowest;
        }

        final[lowest] -= sum;
        _raised.Add($"{layout.SectorCodes[row]} by {(-sum).ToString("0.###", CultureInfo.InvariantCulture)}");
        return 0;
    }

    public IReadOnlyList<string> Derivations()
    {
        var texts = new List<string>
        {
            "Output is the sum of the row, because the cells are rounded one by one: the printed OUTPUT differs by "
                + $"{((_total > 0 ? 100 * _all / _total : 0)).ToString("0.###", CultureInfo.InvariantCulture)}% in all and by at most "
                + $"{Math.Abs(_worst).ToString("N0", CultureInfo.InvariantCulture)} million USD ({_worstCode}).",
            "Value added is output less inputs, in one row that holds taxes, margins and purchases abroad too; it is negative in a few "
                + "sectors.",
        };
        if (_raised.Count > 0)
        {
            texts.Add(
                "Rows that summed to less than zero are raised to zero in their most negative final use, in million USD: "
                    + $"{string.Join(", ", _raised)}."
            );
        }

        return texts;
    }
}
