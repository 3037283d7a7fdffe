using Rootscope.Storage.Formats.Shared;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Icio;

/// <summary>The same tables of the OECD, with the parts of China and Mexico in extended files kept as regions.</summary>
internal sealed class IcioPartsFormat : ITableFormat
{
    public string Word => "icio-parts";

    public string Title => "OECD, Inter-Country Input-Output tables with the parts of China and Mexico kept";

    public string Shape => "one CSV file a year";

    public string InChinese => "OECD ICIO，保留中国与墨西哥的分部";

    public string Licence => IcioReader.Licence;

    public string Page => "icio.md";

    public SourceParts Parts => SourceParts.OneFile;

    public FlowTable Read(TableSource source, CancellationToken cancellation) =>
        IcioReader.Read(
            source.File,
            source.Id,
            source.Year,
            source.Tolerance ?? IcioReader.DefaultTolerance,
            keepParts: true,
            cancellation
        );
}
