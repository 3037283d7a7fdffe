using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Nbs;

/// <summary>Input-output tables of China, by the National Bureau of Statistics.</summary>
internal sealed class NbsFormat : ITableFormat
{
    public string Word => "nbs";

    public string Title => "China, National Bureau of Statistics";

    public string Shape => "one CSV file";

    public string InChinese => "中国国家统计局：一个 CSV";

    public string Licence => NbsReader.Licence;

    public string Page => "nbs.md";

    public SourceParts Parts => SourceParts.OneFile;

    public string KnownBy => "NBS has columns TIU and GO";

    public Recognition RecognisesHeader(IReadOnlyList<string> header, int files) =>
        header.Contains("TIU") && header.Contains("GO") ? Recognition.Sure : Recognition.None;

    public FlowTable Read(TableSource source, CancellationToken cancellation) =>
        NbsReader.Read(source.File, source.Id, source.Year, source.Tolerance ?? NbsReader.DefaultTolerance, cancellation);
}
