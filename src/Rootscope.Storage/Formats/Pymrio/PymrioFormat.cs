using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Pymrio;

/// <summary>A folder that pymrio has saved as text.</summary>
internal sealed class PymrioFormat : ITableFormat
{
    public string Word => "pymrio";

    public string Title => "pymrio";

    public string Shape => "a folder that pymrio saved as text";

    public string InChinese => "pymrio：以文本保存的文件夹";

    public string Licence => PymrioReader.Licence;

    public string Page => "mapped.md";

    public SourceParts Parts => SourceParts.Folder;

    public IReadOnlyList<string> Suffixes { get; } = [".txt", ".json"];

    public bool NamesOtherFiles => true;

    public bool RecognisesFiles(IReadOnlyList<string> paths) =>
        paths.Select(Path.GetFileName).Contains(PymrioFolder.FileName) || PymrioFolder.Is(paths[0]);

    public FlowTable Read(TableSource source, CancellationToken cancellation) =>
        PymrioReader.Read(source.AsText().File, source.Id, source.Year, source.Tolerance, cancellation);
}
