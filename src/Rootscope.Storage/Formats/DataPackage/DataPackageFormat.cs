using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.DataPackage;

/// <summary>A Frictionless data package with a mapping inside.</summary>
internal sealed class DataPackageFormat : ITableFormat
{
    public string Word => "datapackage";

    public string Title => "Frictionless data package";

    public string Shape => "a folder with datapackage.json and a mapping inside";

    public string InChinese => "Frictionless 数据包：含 datapackage.json 的文件夹";

    public string Licence => "as the package says";

    public string Page => "mapped.md";

    public SourceParts Parts => SourceParts.Folder;

    public IReadOnlyList<string> Suffixes { get; } = [".csv", ".json"];

    public bool NamesOtherFiles => true;

    public bool RecognisesFiles(IReadOnlyList<string> paths) =>
        paths.Select(Path.GetFileName).Contains(DataPackageReader.FileName)
        || File.Exists(Path.Combine(paths[0], DataPackageReader.FileName));

    public FlowTable Read(TableSource source, CancellationToken cancellation) =>
        DataPackageReader.Read(source.AsText().File, source.Id, source.Year, source.Tolerance, cancellation);
}
