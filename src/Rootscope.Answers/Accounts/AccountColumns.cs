using Rootscope.Accounts.Measures;
using Rootscope.Answers.Reports;
using Rootscope.Tables;

namespace Rootscope.Answers.Accounts;

/// <summary>One value of an account with the names of what it belongs to.</summary>
/// <param name="Row">The value and its keys.</param>
/// <param name="Sectors">The regions and industries that the keys count.</param>
internal sealed record AccountLine(AccountRow Row, SectorIndex Sectors)
{
    public Region Region => Sectors.Regions[Row.Key.Region];

    public Industry? Industry => Row.Key.Industry is { } i ? Sectors.Industries[i] : null;

    public Region? PartnerRegion => Row.Partner is { } partner ? Sectors.Regions[partner.Region] : null;

    public Industry? PartnerIndustry => Row.Partner?.Industry is { } i ? Sectors.Industries[i] : null;
}

/// <summary>The columns of an account: of its key, of its partner where values belong to pairs, and the value.</summary>
internal static class AccountColumns
{
    private static readonly Column<AccountLine> Region = Text("region", "Code of the region.", "Region", l => l.Region.Code);
    private static readonly Column<AccountLine> Code = Text("code", "Code of the industry.", "Code", l => l.Industry?.Code);
    private static readonly Column<AccountLine> Name = Text("name", "Name of the industry.", "Name", l => l.Industry?.Name);

    private static readonly Column<AccountLine> PartnerRegion = Text(
        "partnerRegion",
        "Code of the partner's region.",
        "Partner region",
        l => l.PartnerRegion?.Code
    );

    private static readonly Column<AccountLine> PartnerCode = Text(
        "partnerCode",
        "Code of the partner's industry.",
        "Partner code",
        l => l.PartnerIndustry?.Code
    );

    private static readonly Column<AccountLine> PartnerName = Text(
        "partnerName",
        "Name of the partner's industry.",
        "Partner",
        l => l.PartnerIndustry?.Name
    );

    private static readonly Column<AccountLine> Value = new(
        "value",
        "as the measure",
        "What the measure says of it; its unit and meaning stand with each answer.",
        ColumnStyle.Number,
        "Value",
        l => l.Row.Value
    );

    /// <summary>All of them, whatever the measure.</summary>
    public static IReadOnlyList<Column<AccountLine>> All { get; } = [Region, Code, Name, PartnerRegion, PartnerCode, PartnerName, Value];

    /// <summary>All of them, with the unit and the meaning of a result's measure, and headings where the table and the measure have
    /// use for them.</summary>
    public static IReadOnlyList<Column<AccountLine>> Of(AccountResult result)
    {
        bool oneRegion = result.Table.Sectors.Regions.Count == 1;
        AccountShape shape = result.Measure.Shape;
        bool ofRegions = shape is AccountShape.Region or AccountShape.RegionPair;
        bool toSector = shape == AccountShape.SectorPair;
        bool isPair = result.Measure.IsCellMeasure;
        return
        [
            HeadedIf(Region, !oneRegion || ofRegions),
            HeadedIf(Code, !ofRegions),
            HeadedIf(Name, !ofRegions),
            HeadedIf(PartnerRegion, isPair && !(oneRegion && toSector)),
            HeadedIf(PartnerCode, toSector),
            HeadedIf(PartnerName, toSector),
            Value with
            {
                Unit = result.Unit,
                Meaning = result.Measure.Meaning,
                Style = result.Measure.Unit switch
                {
                    AccountUnit.Money => ColumnStyle.Money,
                    AccountUnit.Share => ColumnStyle.Share,
                    _ => ColumnStyle.Number,
                },
                // The unit of shares stands beside each figure, and that of money is put there with the money.
                Heading = result.Measure.Unit switch
                {
                    AccountUnit.Money => "Value",
                    AccountUnit.Share => "Value, %",
                    _ => $"Value, {result.Unit}",
                },
            },
        ];
    }

    /// <summary>Whether a column tells of a partner.</summary>
    public static bool IsOfPartner(Column column) => column.Name.StartsWith("partner", StringComparison.Ordinal);

    private static Column<AccountLine> HeadedIf(Column<AccountLine> column, bool isShown) =>
        isShown ? column : column with { Heading = null };

    private static Column<AccountLine> Text(string name, string meaning, string heading, Func<AccountLine, object?> value) =>
        new(name, string.Empty, meaning, ColumnStyle.Text, heading, value);
}
