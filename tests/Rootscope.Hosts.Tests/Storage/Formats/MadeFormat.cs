using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Storage.Formats;

/// <summary>Square tables of one region: a column for each sector, then final demand.</summary>
internal sealed class MadeFormat : ITableFormat
{
    public string Word => "made";

    public string Title => "tables of nobody";

    public string Shape => "one CSV file a year";

    public string InChinese => "示例：每年一个 CSV";

    public string Licence => "own figures";

    public string Page => "README.md";

    public SourceParts Parts => SourceParts.OneFile;

    public string KnownBy => "tables of nobody have a column 'seller'";

    public Recognition RecognisesHeader(IReadOnlyList<string> header, int files) =>
        header[0] == "seller" && header[^1] == "demand" ? Recognition.Sure : Recognition.None;

    public FlowTable Read(TableSource source, CancellationToken cancellation)
    {
        using CsvFile file = CsvFile.Open(source.File, cancellation);
        int demand = file.Column("demand");
        string[] codes = [.. file.Header.Skip(1).Take(demand - 1)];
        int n = codes.Length;
        (var flows, var final) = (new double[n * n], new double[n]);
        for (int i = 0; i < n; i++)
        {
            if (!file.Read() || file.Text(0) != codes[i])
            {
                throw new TableException(source.File, $"row {i + 1} is not that of '{codes[i]}'. Bring rows and columns into one order.");
            }

            for (int j = 0; j < n; j++)
            {
                flows[(i * n) + j] = file.Number(j + 1);
            }

            final[i] = file.Number(demand);
        }

        return new FlowTable(
            new FlowTableParts
            {
                Metadata = new TableMetadata
                {
                    Id = source.Id,
                    Title = Title,
                    Year = SourceYear.Of(source.File, source.Year),
                    Currency = "XXX",
                    UnitScale = 1,
                    Unit = "units",
                    Prices = "current",
                    Source = "nobody",
                    Licence = Licence,
                    Classification = "own",
                },
                Sectors = new SectorIndex([new Region("ONE", "One")], [.. codes.Select(c => new Industry(c, c))]),
                FinalDemandCategories = [new FinalDemandCategory("F", "Final demand", FinalDemandKind.Households, new(0))],
                ValueAddedCategories = [],
                Flows = flows,
                FinalDemand = final,
                ValueAdded = [],
            }
        );
    }
}
