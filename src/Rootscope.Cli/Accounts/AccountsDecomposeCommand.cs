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
        DecomposedTotal total = Total.Of(parsed);
        DecompositionMethod method = Method.Of(parsed);
        FlowTable before = TableArgument.Read(parsed, Before);
        FlowTable after = TableArgument.Read(parsed, After);
        var split = StructuralDecomposition.Of(before, after, total, method);
        return new Report<int>(
            "accounts-decompose",
            [.. Columns(split, before.Sectors)],
            Enumerable.Range(0, before.Size),
            new Provenance
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
            }
        );
    }

    private static IEnumerable<Column<int>> Columns(StructuralDecomposition split, SectorIndex sectors)
    {
        string? region = sectors.Regions.Count == 1 ? null : "Region";
        yield return new("region", string.Empty, "Code of the region.", ColumnStyle.Text, region, k => sectors.RegionOf(new(k)).Code);
        yield return new("code", string.Empty, "Code of the industry.", ColumnStyle.Text, "Code", k => sectors.IndustryOf(new(k)).Code);
        yield return new("name", string.Empty, "Name of the industry.", ColumnStyle.Text, "Name", k => sectors.IndustryOf(new(k)).Name);
        yield return new("before", Column.Money, "Its total in the first table.", ColumnStyle.Money, null, k => split.Before[k]);
        yield return new("after", Column.Money, "Its total in the second table.", ColumnStyle.Money, null, k => split.After[k]);
        yield return new(
            "change",
            Column.Money,
            "The second less the first.",
            ColumnStyle.Money,
            "Change",
            k => split.After[k] - split.Before[k]
        );
        for (int f = 0; f < split.Factors.Count; f++)
        {
            int factor = f;
            (string name, string heading, string meaning) = FactorColumns[split.Factors[f]];
            yield return new(name, Column.Money, meaning, ColumnStyle.Money, heading, k => split.Effect(new(k), factor));
        }
    }
}
