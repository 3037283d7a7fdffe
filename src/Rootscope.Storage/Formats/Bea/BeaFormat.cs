using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Bea;

/// <summary>Make, use and import tables of the United States, by the Bureau of Economic Analysis.</summary>
internal sealed class BeaFormat : ITableFormat
{
    public string Word => "bea";

    public string Title => "United States, Bureau of Economic Analysis";

    public string Shape => "Use, Make and Import as CSV files in any order";

    public string InChinese => "美国 BEA：Use、Make、Import 三个 CSV";

    public string Licence => BeaReader.Licence;

    public string Page => "bea.md";

    public SourceParts Parts => SourceParts.Files;

    public string KnownBy => "BEA comes as Use, Make and Import";

    public Recognition RecognisesHeader(IReadOnlyList<string> header, int files) =>
        files > 1 || header.Any(BeaCodes.IsTotal) ? Recognition.Likely : Recognition.None;

    public FlowTable Read(TableSource source, CancellationToken cancellation) =>
        BeaReader.Read(source.Paths, source.Id, source.Year, source.Tolerance ?? BeaReader.DefaultTolerance, cancellation);
}
