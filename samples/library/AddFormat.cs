using System.Globalization;
using Rootscope.Storage.Formats;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Samples;

/// <summary>A format of one's own in the list of formats: a square of sales with a last column of final demand, tab-separated.</summary>
internal static class AddFormat
{
    public static void Write(string file, TextWriter output)
    {
        var formats = new TableFormats([.. TableFormats.Known.All, new SquareFormat()]);
        FlowTable table = formats.Read("square", [file], "own", year: 2024);
        for (int s = 0; s < table.Size; s++)
        {
            output.WriteLine(FormattableString.Invariant($"{table.Sectors.IndustryOf(new(s)).Code}\t{table.Output[s]:0.0}"));
        }
    }

    private sealed class SquareFormat : ITableFormat
    {
        public string Word => "square";

        public string Title => "a square of sales";

        public string Shape => "one tab-separated file a year";

        public string InChinese => "方形流量表：每年一个文件";

        public string Licence => "own figures";

        public string Page => "README.md";

        public SourceParts Parts => SourceParts.OneFile;

        public FlowTable Read(TableSource source, CancellationToken cancellation)
        {
            string[][] lines = [.. File.ReadLines(source.File).Select(l => l.Split('\t'))];
            string[] codes = lines[0][1..^1];
            int n = codes.Length;
            var flows = new double[n * n];
            var demand = new double[n];
            for (int i = 0; i < n; i++)
            {
                string[] row = lines[i + 1];
                if (row[0] != codes[i] || row.Length != n + 2)
                {
                    // A fault of the data says where it is and how to repair it.
                    throw new TableException(source.File, $"line {i + 2} is not '{codes[i]}' with {n + 1} figures. Order rows as columns.");
                }

                double[] figures = [.. row[1..].Select(t => double.Parse(t, CultureInfo.InvariantCulture))];
                figures.AsSpan(0, n).CopyTo(flows.AsSpan(i * n));
                demand[i] = figures[n];
            }

            return new FlowTable(
                new FlowTableParts
                {
                    Metadata = new TableMetadata
                    {
                        Id = source.Id,
                        Title = Title,
                        Year = source.Year ?? throw new TableException(source.File, "no year is given. Give one."),
                        Currency = "XXX",
                        UnitScale = 1,
                        Unit = "units",
                        Prices = "current",
                        Source = "own",
                        Licence = Licence,
                        Classification = "own",
                    },
                    Sectors = new SectorIndex([new Region("ONE", "One")], [.. codes.Select(c => new Industry(c, c))]),
                    FinalDemandCategories = [new FinalDemandCategory("F", "Final demand", FinalDemandKind.Households, new(0))],
                    ValueAddedCategories = [],
                    Flows = flows,
                    FinalDemand = demand,
                    ValueAdded = [],
                }
            );
        }
    }
}
