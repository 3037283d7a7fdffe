using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Iot;

/// <summary>OECD national tables, domestic and imported rows.</summary>
internal sealed class IotFormat : ITableFormat
{
    public string Word => "iot";

    public string Title => "OECD, Input-Output tables of one country";

    public string Shape => "one CSV file a country and year";

    public string InChinese => "OECD 国家表：一个 CSV";

    public string Licence => IotReader.Licence;

    public string Page => "iot.md";

    public SourceParts Parts => SourceParts.FilesOfYear;

    public FlowTable Read(TableSource source, CancellationToken cancellation) =>
        IotReader.Read(source.File, source.Id, source.Year, source.Tolerance ?? IotReader.DefaultTolerance, cancellation);
}
