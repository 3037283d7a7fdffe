using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Exiobase;

/// <summary>EXIOBASE 3, industry by industry or product by product.</summary>
internal sealed class ExiobaseFormat : ITableFormat
{
    public string Word => "exiobase3";

    public string Title => "EXIOBASE 3";

    public string Shape => "a folder of text files";

    public string InChinese => "EXIOBASE 3：文件夹 ZIP";

    public string Licence => ExiobaseReader.Licence;

    public string Page => "exiobase3.md";

    public SourceParts Parts => SourceParts.Folder;

    public FlowTable Read(TableSource source, CancellationToken cancellation) =>
        ExiobaseReader.Read(source.Paths, source.Id, source.Year, source.Tolerance ?? ExiobaseReader.DefaultTolerance, cancellation);
}
