using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Gloria;

/// <summary>GLORIA, supply and use of the world.</summary>
internal sealed class GloriaFormat : ITableFormat
{
    public string Word => "gloria";

    public string Title => "GLORIA";

    public string Shape => "a folder of CSV files";

    public string InChinese => "GLORIA：文件夹 ZIP";

    public string Licence => GloriaReader.Licence;

    public string Page => "gloria.md";

    public SourceParts Parts => SourceParts.Folder;

    public FlowTable Read(TableSource source, CancellationToken cancellation) =>
        GloriaReader.Read(source.Paths, source.Id, source.Year, cancellation);
}
