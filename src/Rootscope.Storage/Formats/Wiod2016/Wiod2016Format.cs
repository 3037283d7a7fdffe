using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Wiod2016;

/// <summary>World Input-Output Database, release 2016: the world, or one national table.</summary>
internal sealed class Wiod2016Format : ITableFormat
{
    public string Word => "wiod2016";

    public string Title => "World Input-Output Database, release 2016";

    public string Shape => "one workbook (.xlsb) or CSV file a year, or flows and accounts of national tables and a country";

    public string InChinese => "WIOD 2016：每年一个工作簿（.xlsb）或 CSV，或各国表";

    public string Licence => Wiod2016Reader.Licence;

    public string Page => "wiod2016.md";

    public SourceParts Parts => SourceParts.FilesOfYear;

    public IReadOnlyList<string> Suffixes { get; } = [".csv", ".txt", ".xlsb", ".xlsx"];

    public bool TakesCountry => true;

    public FlowTable Read(TableSource source, CancellationToken cancellation) =>
        Wiod2016Reader.Read(
            source.Paths,
            source.Id,
            source.Year,
            source.Country,
            source.Tolerance ?? Wiod2016Reader.DefaultTolerance,
            cancellation
        );
}
