using Rootscope.Storage.Formats.Files;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>What a row of Comtrade declares.</summary>
internal enum ComtradeDirection
{
    Export,
    Import,

    /// <summary>A re-export or re-import.</summary>
    Again,
}

/// <summary>Where the old and the present layout of Comtrade have what is read.</summary>
internal sealed record ComtradeColumns(
    int Year,
    int Flow,
    int Reporter,
    int ReporterNumber,
    int Partner,
    int PartnerNumber,
    int Product,
    int Weight,
    int Value,
    int Classification
)
{
    public static ComtradeColumns Of(CsvFile file) =>
        file.Find("primaryValue") >= 0
            ? new ComtradeColumns(
                file.Column("refYear"),
                file.Column("flowCode"),
                file.Column("reporterISO"),
                file.Find("reporterCode"),
                file.Column("partnerISO"),
                file.Find("partnerCode"),
                file.Column("cmdCode"),
                file.Column("netWgt"),
                file.Column("primaryValue"),
                file.Column("classificationCode")
            )
            : new ComtradeColumns(
                file.Column("Year"),
                file.Column("Trade Flow"),
                file.Column("Reporter ISO"),
                file.Find("Reporter Code"),
                file.Column("Partner ISO"),
                file.Find("Partner Code"),
                file.Column("Commodity Code"),
                file.Column("Netweight (kg)"),
                file.Column("Trade Value (US$)"),
                file.Column("Classification")
            );

    public ComtradeDirection DirectionOf(CsvFile file) =>
        file.Text(Flow) switch
        {
            "X" or "Export" => ComtradeDirection.Export,
            "M" or "Import" => ComtradeDirection.Import,
            "RX" or "RM" or "DX" or "Re-Export" or "Re-Import" => ComtradeDirection.Again,
            string other => throw file.Fault(
                Flow,
                $"expected an export or an import, found '{other}'. Ask Comtrade for exports and imports of goods only."
            ),
        };
}
