using System.CommandLine;
using Rootscope.Accounts;
using Rootscope.Accounts.Paths;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Tables;

namespace Rootscope.Cli.Accounts;

/// <summary><c>rootscope accounts paths TABLE --final SECTOR | --root SECTOR</c>.</summary>
internal static class AccountsPathsCommand
{
    private const int ShownByDefault = 20;
    private const int MostAboveAThreshold = 100_000;

    private static readonly Option<string?> Final = new("--final")
    {
        Description =
            "The final product whose supply chains are listed, from the product up: a code, a name, a technology, or REGION.CODE.",
        HelpName = "SECTOR",
    };

    private static readonly Option<string?> Root = new("--root")
    {
        Description =
            "The root whose output is followed down to the final products it ends in: a code, a name, a technology, or REGION.CODE.",
        HelpName = "SECTOR",
    };

    private static readonly Option<string?> Region = new("--region")
    {
        Description = "The sector's region, in a table of many; without it the sectors of that name in all regions are taken together.",
        HelpName = "REGION",
    };

    private static readonly Choice<PathIndicator> Indicator = new(
        "--indicator",
        "What a path is measured by: the value added of its last supplier (or of the root), or the output.",
        PathIndicator.ValueAdded,
        ("value-added", PathIndicator.ValueAdded),
        ("output", PathIndicator.Output)
    );

    private static readonly Option<int?> Top = new("--top")
    {
        Description = $"The most paths. Default: {ShownByDefault}, or every path above the threshold where one is given.",
        HelpName = "N",
    };

    private static readonly Option<double?> Threshold = new("--threshold")
    {
        Description = "The least size of a path as a share of the total, such as 0.002.",
        HelpName = "SHARE",
    };

    private static readonly Option<int?> Tiers = new("--tiers")
    {
        Description = "The most purchases in a path. Default: no limit.",
        HelpName = "N",
    };

    public static Command Create()
    {
        Argument<string> table = TableArgument.Required();
        var command = new DocumentedCommand(
            "paths",
            "Lists the strongest chains of purchases behind a final product, or from a root down to final products.",
            "rootscope accounts paths china-2020 --final 079 --top 10",
            "rootscope accounts paths world-2011 --root c14 --region TWN --indicator output --threshold 0.01 --tiers 6 -f csv"
        )
        {
            table,
            Final,
            Root,
            Region,
            Indicator.Option,
            Top,
            Threshold,
            Tiers,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                Run(parsed, parsed.GetRequiredValue(table), cancellation);
                return Task.FromResult(ExitCode.Ok);
            }
        );
        return command;
    }

    private static void Run(ParseResult parsed, string tableName, CancellationToken cancellation)
    {
        _ = ReportWriter.FormatOf(parsed);
        bool fromRoot = parsed.GetValue(Root) is not null;
        string name = parsed.GetValue(Root) ?? parsed.GetValue(Final) ?? string.Empty;
        if (name.Length == 0 || (fromRoot && parsed.GetValue(Final) is not null))
        {
            throw new UsageException(
                "say where the paths begin: either --final SECTOR, for the supply chains of a final product, or --root SECTOR, for the "
                    + "uses of a root."
            );
        }

        StructuralPathOptions options = OptionsOf(parsed);
        PathIndicator indicator = Indicator.Of(parsed);
        FlowTable table = TableArgument.Open(parsed, tableName);
        var notes = new List<string>();
        SectorSelection sectors = SectorSelection.Of(table, name, parsed.GetValue(Region), notes);
        var direct = DirectRequirements.Of(table, InputOrigin.Domestic);
        double[] contributions = indicator == PathIndicator.Output ? Ones(table.Size) : [.. ValueAddedShares.Of(table).Values];
        double[] finalDemand = direct.FinalDemand();
        StructuralPaths paths = fromRoot
            ? StructuralPaths.Downstream(direct, sectors.Only(contributions), finalDemand, options, cancellation)
            : StructuralPaths.Upstream(direct, contributions, sectors.Only(finalDemand), options, cancellation);
        KeyValuePair<string, string>[] used =
        [
            new(fromRoot ? "root" : "final", sectors.Label),
            new("indicator", Indicator.WordOf(indicator)),
            .. PathsReport.Describe(options),
        ];
        ReportWriter.Write(PathsReport.Of(table, paths, fromRoot, indicator, sectors.Name, used, notes), parsed);
    }

    private static StructuralPathOptions OptionsOf(ParseResult parsed)
    {
        double? threshold = parsed.GetValue(Threshold);
        var options = new StructuralPathOptions
        {
            Count = parsed.GetValue(Top) ?? (threshold is null ? ShownByDefault : MostAboveAThreshold),
            LeastShare = threshold ?? 0,
            MostTiers = parsed.GetValue(Tiers),
        };
        return options.Faults.Count == 0 ? options : throw new UsageException(string.Join("; ", options.Faults) + ".");
    }

    private static double[] Ones(int n)
    {
        var ones = new double[n];
        Array.Fill(ones, 1);
        return ones;
    }
}

/// <summary>What a path is measured by.</summary>
internal enum PathIndicator
{
    ValueAdded,
    Output,
}
