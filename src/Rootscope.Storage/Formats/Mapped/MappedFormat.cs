using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Mapped;

/// <summary>CSV or Parquet of any layout, described by a YAML mapping.</summary>
internal sealed class MappedFormat : ITableFormat
{
    public string Word => "mapped";

    public string Title => "any layout";

    public string Shape => "a CSV or Parquet file and a YAML mapping that describes it";

    public string InChinese => "任意版式：CSV 或 Parquet 文件及其 YAML 说明";

    public string Licence => "as the mapping says";

    public string Page => "mapped.md";

    public SourceParts Parts => SourceParts.Files;

    public IReadOnlyList<string> Suffixes { get; } = [".csv", ".txt", ".tsv", ".parquet", ".yaml", ".yml"];

    public bool NamesOtherFiles => true;

    public bool RecognisesFiles(IReadOnlyList<string> paths) => paths.Any(MappedReader.IsMapping);

    public FlowTable Read(TableSource source, CancellationToken cancellation) =>
        MappedReader.Read(source.AsText().Paths, source.Id, source.Year, source.Tolerance, cancellation);
}
