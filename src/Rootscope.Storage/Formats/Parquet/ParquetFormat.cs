using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Parquet;

/// <summary>A Parquet file that <c>data export</c> wrote.</summary>
internal sealed class ParquetFormat : ITableFormat
{
    public string Word => "parquet";

    public string Title => "Rootscope";

    public string Shape => "a Parquet file that 'data export' wrote";

    public string InChinese => "根镜导出的 Parquet";

    public string Licence => "as the exported table says";

    public string Page => "export.md";

    public SourceParts Parts => SourceParts.OneFile;

    public IReadOnlyList<string> Suffixes { get; } = [".parquet"];

    public bool RecognisesFiles(IReadOnlyList<string> paths) => ExportedParquet.Is(paths[0]);

    public FlowTable Read(TableSource source, CancellationToken cancellation) =>
        ExportedParquet.Read(source.AsText().File, source.Id, cancellation);
}
