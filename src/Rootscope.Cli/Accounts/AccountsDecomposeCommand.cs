using System.CommandLine;
using Rootscope.Accounts.Decomposition;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Tables;

namespace Rootscope.Cli.Accounts;

/// <summary><c>rootscope accounts decompose</c>: why output or value added changed between two tables.</summary>
internal static class AccountsDecomposeCommand
{
    private static readonly Argument<string> Before = new("BEFORE") { Description = "The first table." };

    private static readonly Argument<string> After = new("AFTER") { Description = "The second table, of the same sectors and unit." };

    private static readonly Choice<DecomposedTotal> Total = new(
        "--measure",
        "What changed.",
        DecomposedTotal.Output,
        ("output", DecomposedTotal.Output),
        ("value-added", DecomposedTotal.ValueAdded)
    );

    private static readonly Choice<DecompositionMethod> Method = new(
        "--method",
        "How a change that factors share is split: over all orders, or over two opposite ones.",
        DecompositionMethod.Shapley,
        ("shapley", DecompositionMethod.Shapley),
        ("polar", DecompositionMethod.Polar)
    );

    private static readonly Dictionary<string, (string Column, string Heading, string Meaning)> FactorColumns = new(StringComparer.Ordinal)
    {
        ["value-added"] = ("valueAddedShares", "Value-added shares", "Effect of value added per unit of output."),
        ["requirements"] = ("requirements", "Requirements", "Effect of requirements, direct and indirect."),
        ["mix"] = ("mix", "Mix", "Effect of the mix of final demand over products."),
        ["level"] = ("level", "Level", "Effect of the level of final demand."),
    };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "decompose",
            "Splits the change of output or value added between two tables of the same sectors into requirements, mix and level of "
                + "final demand.",
            "rootscope accounts decompose china-2020 china-2020 --measure value-added"
        )
        {
            Before,
            After,
            Total.Option,
            Method.Option,
        };
        command.SetAction(
            (parsed, _) =>
            {
                ReportWriter.Write(ReportOf(parsed), parsed);
                return Task.FromResult(ExitCode.Ok);
            }
        );
        return command;
    }

    private static Report ReportOf(ParseResult parsed)
    {
        DecomposedTotal total = Total.Of(parsed)!.Value;
        DecompositionMethod method = Method.Of(parsed)!.Value;
        FlowTable before = TableArgument.Read(parsed, Before);
        FlowTable after = TableArgument.Read(parsed, After);
        var split = StructuralDecomposition.Of(before, after, total, method);
        return new Report
        {
            Kind = "accounts-decompose",
            Columns = [.. Columns(split, before.Metadata.Unit, before.Sectors.Regions.Count == 1)],
            Rows = [.. Enumerable.Range(0, before.Size).Select(k => Row(split, before.Sectors, k))],
            Provenance = new Provenance
            {
                Command = $"accounts decompose {before.Metadata.Id} {after.Metadata.Id}",
                Table = after,
                Options =
                [
                    new("before", $"{before.Metadata.Id} {before.ContentHash}"),
                    new("measure", Total.WordOf(total)),
                    new("method", Method.WordOf(method)),
                ],
                Notes =
                [
                    $"Prices: {before.Metadata.Prices} in the first table, {after.Metadata.Prices} in the second; at current prices a "
                        + $"change of prices is part of every factor.",
                    "Final demand is that for domestic goods, exports included.",
                ],
            },
        };
    }

    private static IEnumerable<Column> Columns(StructuralDecomposition split, string unit, bool oneRegion)
    {
        yield return new Column("region", string.Empty, "Code of the region.", ColumnStyle.Text, oneRegion ? null : "Region");
        yield return new Column("code", string.Empty, "Code of the industry.", ColumnStyle.Text, "Code");
        yield return new Column("name", string.Empty, "Name of the industry.", ColumnStyle.Text, "Name");
        yield return new Column("before", unit, "Its total in the first table.", ColumnStyle.Money, null);
        yield return new Column("after", unit, "Its total in the second table.", ColumnStyle.Money, null);
        yield return new Column("change", unit, "The second less the first.", ColumnStyle.Money, "Change");
        foreach (string factor in split.Factors)
        {
            (string name, string heading, string meaning) = FactorColumns[factor];
            yield return new Column(name, unit, meaning, ColumnStyle.Money, heading);
        }
    }

    private static object?[] Row(StructuralDecomposition split, SectorIndex sectors, int k) =>
        [
            sectors.RegionOf(k).Code,
            sectors.IndustryOf(k).Code,
            sectors.IndustryOf(k).Name,
            split.Before[k],
            split.After[k],
            split.After[k] - split.Before[k],
            .. Enumerable.Range(0, split.Factors.Count).Select(f => (object?)split.Effect(k, f)),
        ];
}
