using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Wiod2013;

/// <summary>World tables of the World Input-Output Database, release 2013.</summary>
internal sealed class Wiod2013Format : ITableFormat
{
    public string Word => "wiod2013";

    public string Title => "World Input-Output Database, release 2013";

    public string Shape => "one CSV file a year";

    public string InChinese => "WIOD 2013：每年一个 CSV";

    public string Licence => WiodReader.Licence;

    public string Page => "wiod2013.md";

    public SourceParts Parts => SourceParts.OneFile;

    public string KnownBy => "WIOD 2013 has OUTPUT";

    public Recognition RecognisesHeader(IReadOnlyList<string> header, int files) =>
        header.Contains("OUTPUT") ? Recognition.Sure : Recognition.None;

    public FlowTable Read(TableSource source, CancellationToken cancellation) =>
        WiodReader.Read(source.File, source.Id, source.Year, source.Tolerance ?? WiodReader.DefaultTolerance, cancellation);
}
