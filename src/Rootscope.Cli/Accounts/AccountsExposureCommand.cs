using System.CommandLine;
using System.Globalization;
using Rootscope.Accounts;
using Rootscope.Accounts.Exposure;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Tables;

namespace Rootscope.Cli.Accounts;

/// <summary>
/// <c>rootscope accounts exposure</c>: where a region's industries get their inputs, looking through suppliers and at face value.
/// </summary>
internal static class AccountsExposureCommand
{
    private static readonly Option<string> Region = new("--region")
    {
        Description = "The region that buys, by code or name.",
        HelpName = "R",
        Required = true,
    };

    private static readonly Option<string?> Source = new("--source") { Description = "Only this region that supplies.", HelpName = "R" };

    private static readonly Option<string[]> Industries = new("--industries")
    {
        Description = "The industries that buy, by code or name. Default: manufacturing.",
        HelpName = "NAME",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Choice<ExposureBase> Base = new(
        "--of",
        "What shares are shares of: all inputs, or all output with the unit itself.",
        ExposureBase.Inputs,
        ("inputs", ExposureBase.Inputs),
        ("output", ExposureBase.Output)
    );

    private static IReadOnlyList<Column<SourceShare>> Columns(SectorIndex sectors) =>
        [
            new(
                "region",
                string.Empty,
                "Code of the region that supplies.",
                ColumnStyle.Text,
                "Source",
                s => sectors.Regions[s.Region].Code
            ),
            new("name", string.Empty, "Its name.", ColumnStyle.Text, "Name", s => sectors.Regions[s.Region].Name),
            new("lookThrough", "share", "Its share through all tiers of suppliers.", ColumnStyle.Share, "Look-through", s => s.LookThrough),
            new("faceValue", "share", "Its share in direct purchases.", ColumnStyle.Share, "Face value", s => s.FaceValue),
            new("hidden", "share", "Look-through less face value.", ColumnStyle.Share, "Hidden", s => s.Hidden),
        ];

    public static Command Create()
    {
        Argument<string> table = TableArgument.Required();
        var command = new DocumentedCommand(
            "exposure",
            "Shares of other regions in the inputs of a region's industries, through all tiers of suppliers and at face value; means "
                + "weighted by output.",
            "rootscope accounts exposure world-2011 --region USA",
            "rootscope accounts exposure world-2011 --region CHN --source TWN --industries c14"
        )
        {
            table,
            Region,
            Source,
            Industries,
            Base.Option,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                ReportWriter.Write(ReportOf(parsed, TableArgument.Read(parsed, table), cancellation), parsed);
                return Task.FromResult(ExitCode.Ok);
            }
        );
        return command;
    }

    private static Report ReportOf(ParseResult parsed, FlowTable table, CancellationToken cancellation)
    {
        SectorIndex sectors = table.Sectors;
        if (sectors.Regions.Count == 1)
        {
            throw new ModelException(
                $"table '{table.Metadata.Id}' has one region, and exposure compares regions. Use a table of many regions, such as "
                    + $"world-2011."
            );
        }

        int region = sectors.FindRegion(parsed.GetRequiredValue(Region));
        int? source = parsed.GetValue(Source) is { } name ? sectors.FindRegion(name) : null;
        string[] named = parsed.GetValue(Industries) ?? [];
        IReadOnlyList<IndustryNumber> industries =
            named.Length > 0 ? [.. named.Select(sectors.FindIndustry).Distinct()] : ManufacturingIndustries.Of(table);
        ExposureBase of = Base.Of(parsed);
        using InverseWork inverse = InverseWork.Of(parsed, table);
        var exposure = InputExposure.Of(TotalRequirements.Of(table, InputOrigin.Domestic, inverse.Options, cancellation), of);
        SourceShare[] shares =
        [
            .. exposure
                .OfRegion(new(region), industries)
                .Where(s => source is null || s.Region == source)
                .OrderByDescending(s => s.LookThrough ?? double.NegativeInfinity),
        ];
        return new Report<SourceShare>(
            "accounts-exposure",
            Columns(sectors),
            shares,
            new Provenance
            {
                Command = $"accounts exposure {table.Metadata.Id}",
                Table = table,
                Options =
                [
                    new("region", sectors.Regions[region].Code),
                    new("source", source is { } s ? sectors.Regions[s].Code : "all"),
                    new("industries", string.Join(' ', industries.Select(i => sectors.Industries[i].Code))),
                    new("of", Base.WordOf(of)),
                ],
                Notes = ["Means over the industries, weighted by output; industries without inputs are left out."],
            }
        )
        {
            Remarks = [.. Words(shares, region, sectors)],
        };
    }

    private static IEnumerable<string> Words(SourceShare[] shares, int region, SectorIndex sectors)
    {
        if (shares.FirstOrDefault(s => s.Region != region) is { LookThrough: { } through, FaceValue: { } face } first)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"In words: {sectors.Regions[first.Region].Name} makes {through * 100:0.00}% of what these industries of "
                    + $"{sectors.Regions[region].Name} need through all tiers, {face * 100:0.00}% of what they buy directly."
            );
        }
    }
}
