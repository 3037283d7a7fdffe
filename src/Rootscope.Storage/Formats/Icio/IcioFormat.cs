using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Icio;

/// <summary>OECD Inter-Country Input-Output tables, editions 2016 to 2025.</summary>
internal sealed class IcioFormat : ITableFormat
{
    public string Word => "icio";

    public string Title => "OECD, Inter-Country Input-Output tables";

    public string Shape => "one CSV file a year";

    public string InChinese => "OECD ICIO：每年一个 CSV";

    public string Licence => IcioReader.Licence;

    public string Page => "icio.md";

    public SourceParts Parts => SourceParts.OneFile;

    public FlowTable Read(TableSource source, CancellationToken cancellation) =>
        IcioReader.Read(
            source.File,
            source.Id,
            source.Year,
            source.Tolerance ?? IcioReader.DefaultTolerance,
            keepParts: false,
            cancellation
        );
}
