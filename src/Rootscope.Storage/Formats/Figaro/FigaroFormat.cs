using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Figaro;

/// <summary>FIGARO, the inter-country tables of Eurostat.</summary>
internal sealed class FigaroFormat : ITableFormat
{
    public string Word => "figaro";

    public string Title => "Eurostat, FIGARO";

    public string Shape => "one CSV file a year, matrix or flat";

    public string InChinese => "FIGARO：一个 CSV";

    public string Licence => FigaroReader.Licence;

    public string Page => "figaro.md";

    public SourceParts Parts => SourceParts.OneFile;

    public FlowTable Read(TableSource source, CancellationToken cancellation) =>
        FigaroReader.Read(source.File, source.Id, source.Year, cancellation);
}
