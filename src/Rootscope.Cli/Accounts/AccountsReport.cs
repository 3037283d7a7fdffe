using System.Globalization;
using Rootscope.Accounts.Measures;
using Rootscope.Cli.Output;
using Rootscope.Tables;

namespace Rootscope.Cli.Accounts;

/// <summary>An account as a report: region, code, name and value; a cell has two of each.</summary>
internal static class AccountsReport
{
    public static Report Of(
        AccountResult result,
        IReadOnlyList<AccountRow> rows,
        params IEnumerable<KeyValuePair<string, string>> selection
    )
    {
        AccountMeasure measure = result.Measure;
        return new Report
        {
            Kind = "accounts",
            Columns = [.. Columns(result)],
            Rows = [.. rows.Select(r => ToCells(r, result))],
            Provenance = new Provenance
            {
                Command = $"accounts {result.Table.Metadata.Id} --measure {measure.Name}",
                Table = result.Table,
                Options =
                [
                    new("measure", measure.Name),
                    .. measure.Parameters.Select(p => new KeyValuePair<string, string>(OptionName(p), ValueOf(p, result.Options))),
                    .. selection,
                ],
                Notes = result.Notes,
            },
            Remarks = [$"{measure.Name}, {result.Unit}: {measure.Meaning} {measure.Source}."],
        };
    }

    public static string OptionName(AccountParameter parameter) => parameter.ToString().ToLowerInvariant();

    private static string ValueOf(AccountParameter parameter, AccountOptions options) =>
        parameter switch
        {
            AccountParameter.Share => options.Share.ToString("R", CultureInfo.InvariantCulture),
            AccountParameter.Supplier => options.Supplier ?? "all",
            AccountParameter.Wedge => options.Wedge.ToString("R", CultureInfo.InvariantCulture),
            AccountParameter.Buyer => options.Buyer ?? "all",
            _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "This parameter has no text."),
        };

    private static IEnumerable<Column> Columns(AccountResult result)
    {
        bool oneRegion = result.Table.Sectors.Regions.Count == 1;
        AccountShape shape = result.Measure.Shape;
        bool ofRegions = shape is AccountShape.Region or AccountShape.RegionPair;
        yield return new Column("region", string.Empty, "Code of the region.", ColumnStyle.Text, oneRegion && !ofRegions ? null : "Region");
        yield return new Column("code", string.Empty, "Code of the industry.", ColumnStyle.Text, ofRegions ? null : "Code");
        yield return new Column("name", string.Empty, "Name of the industry.", ColumnStyle.Text, ofRegions ? null : "Name");
        if (result.Measure.IsCellMeasure)
        {
            bool toSector = shape == AccountShape.SectorPair;
            yield return new Column(
                "partnerRegion",
                string.Empty,
                "Code of the partner's region.",
                ColumnStyle.Text,
                oneRegion && toSector ? null : "Partner region"
            );
            yield return new Column(
                "partnerCode",
                string.Empty,
                "Code of the partner's industry.",
                ColumnStyle.Text,
                toSector ? "Partner code" : null
            );
            yield return new Column(
                "partnerName",
                string.Empty,
                "Name of the partner's industry.",
                ColumnStyle.Text,
                toSector ? "Partner" : null
            );
        }

        ColumnStyle style = result.Measure.Unit switch
        {
            AccountUnit.Money => ColumnStyle.Money,
            AccountUnit.Share => ColumnStyle.Share,
            _ => ColumnStyle.Number,
        };
        yield return new Column(
            "value",
            result.Unit,
            result.Measure.Meaning,
            style,
            result.Measure.Unit == AccountUnit.Money ? $"Value, {result.Unit}" : "Value"
        );
    }

    private static object?[] ToCells(AccountRow row, AccountResult result) =>
        row.Partner is { } partner
            ? [.. Names(row.Key, result.Table.Sectors), .. Names(partner, result.Table.Sectors), row.Value]
            : [.. Names(row.Key, result.Table.Sectors), row.Value];

    private static object?[] Names(AccountKey key, SectorIndex sectors)
    {
        Industry? industry = key.Industry is { } i ? sectors.Industries[i] : null;
        return [sectors.Regions[key.Region].Code, industry?.Code, industry?.Name];
    }
}
