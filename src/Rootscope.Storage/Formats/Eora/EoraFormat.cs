using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Eora;

/// <summary>Eora26, the harmonised tables of Eora.</summary>
internal sealed class EoraFormat : ITableFormat
{
    public string Word => "eora26";

    public string Title => "Eora26";

    public string Shape => "a folder of text files";

    public string InChinese => "Eora26：文件夹 ZIP";

    public string Licence => EoraReader.Licence;

    public string Page => "eora26.md";

    public SourceParts Parts => SourceParts.Folder;

    public FlowTable Read(TableSource source, CancellationToken cancellation) =>
        EoraReader.Read(source.Paths, source.Id, source.Year, cancellation);
}
