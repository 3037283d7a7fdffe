using System.CommandLine;
using System.Globalization;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Trade;
using Rootscope.Dependence;
using Rootscope.Dependence.Indicators;
using Rootscope.Dependence.Panels;
using Rootscope.Dependence.Rules;
using Rootscope.Storage;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Storage.Formats.Trade;
using Rootscope.Tables;

namespace Rootscope.Cli.Dependence;

/// <summary><c>rootscope dependence TRADE --importer CHN --rule geodep</c>: which products an economy depends on.</summary>
internal static class DependenceCommand
{
    private const int DefaultTop = 20;

    private static readonly Argument<string[]> Trade = new("TRADE")
    {
        Description =
            "A file of flows (.csv or .parquet), or several of one set, such as one a year: columns year, exporter, importer, product "
            + "and value, or those of BACI; "
            + "or the name of a set in the workspace ('rootscope data list --trade').",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Importer = new("--importer")
    {
        Description = "The economy that buys, by its code in the file.",
        HelpName = "ECONOMY",
    };

    private static readonly Option<string?> BlocName = new("--bloc")
    {
        Description = "A bloc that buys as one: EU27 and the like, codes joined with plus signs, or a CSV file with a column economy.",
        HelpName = "BLOC",
    };

    private static readonly Option<string[]> AsOne = new("--as-one")
    {
        Description =
            "Count these as one economy, as sellers too: a bloc, codes joined with plus signs, or a country that split, such as CSK.",
        HelpName = "BLOC",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> Rule = new("--rule")
    {
        Description = "The rule: eu2021, geodep, merics, or a YAML file of your own. Default: geodep.",
        HelpName = "RULE",
        DefaultValueFactory = _ => "geodep",
    };

    private static readonly Option<string?> Years = new("--years")
    {
        Description = "The years to look at, such as 2019-2021 or 2018,2020; the last is judged. Default: all in the file.",
        HelpName = "YEARS",
    };

    private static readonly Option<string[]> Products = new("--product")
    {
        Description = "Only products whose codes begin so.",
        HelpName = "CODE",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Production = new("--production")
    {
        Description =
            "A CSV file of production (year, economy, product, value) in the unit of the trade; it takes the place of exports where it "
            + "is known.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> Network = new("--network")
    {
        Description = "Compute clustering too, which takes longer than all the rest.",
    };

    private static readonly Choice<DependenceOrder> Sort = new(
        "--sort",
        "The order of the rows: by margin or by imports, largest first, or by code.",
        DependenceOrder.Margin,
        ("margin", DependenceOrder.Margin),
        ("imports", DependenceOrder.Imports),
        ("product", DependenceOrder.Product)
    );

    private static readonly Choice<DependenceSelection> Only = new(
        "--only",
        "Which rows: all, those the rule flags, or those close to its threshold.",
        DependenceSelection.All,
        ("all", DependenceSelection.All),
        ("flagged", DependenceSelection.Flagged),
        ("close", DependenceSelection.Close)
    );

    private static readonly Option<int> Top = new("--top")
    {
        Description = "How many rows to print; 0 for all. Default: 20.",
        HelpName = "N",
        DefaultValueFactory = _ => DefaultTop,
    };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "dependence",
            "Says which products an economy depends on by a published rule or your own, by what margin, in how many years, and who "
                + "holds them.",
            "rootscope dependence samples/made-trade.csv --importer CHN --rule geodep",
            "rootscope dependence samples/made-trade.csv --bloc EU27 --rule eu2021 --years 2022 --sort imports",
            "rootscope dependence samples/made-trade.csv --importer CHN --rule samples/rule.yaml --production "
                + "samples/made-production.csv -f json"
        )
        {
            Trade,
            Importer,
            BlocName,
            AsOne,
            Rule,
            Years,
            Products,
            Production,
            TradeSets.Countries,
            Network,
            Only.Option,
            Sort.Option,
            Top,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                Run(parsed, cancellation);
                return Task.FromResult(ExitCode.Ok);
            }
        );
        return command;
    }

    private static void Run(ParseResult parsed, CancellationToken cancellation)
    {
        _ = ReportWriter.FormatOf(parsed);
        if (parsed.GetValue(Top) is var top && top < 0)
        {
            throw new UsageException($"--top cannot be {top}: it is a number of rows, 0 for all.");
        }

        Bloc buyer = BuyerOf(parsed);
        DependenceRule rule = DependenceRules.Read(parsed.GetRequiredValue(Rule));
        IReadOnlyList<int>? years = YearsOf(parsed.GetValue(Years));
        Bloc[] asOne = [.. (parsed.GetValue(AsOne) ?? []).Select(EconomyLists.FindBloc)];
        int threads = GlobalOptions.ThreadsOf(parsed);
        string[] files = parsed.GetRequiredValue(Trade);
        int[]? read = years is null ? null : [.. years.Concat(Enumerable.Range(years.Max() - rule.Window + 1, rule.Window)).Distinct()];
        ProductionFigures? production = parsed.GetValue(Production) is { } path ? ProductionReader.Read(path, cancellation) : null;
        TradePanel panel = JoinedEconomies.In(
            TradeSets.Open(
                parsed,
                files,
                new TradeReading
                {
                    Years = read,
                    Countries = parsed.GetValue(TradeSets.Countries),
                    Threads = threads,
                },
                cancellation
            ),
            asOne
        );
        var options = new DependenceOptions
        {
            Years = years,
            Production = production,
            WithClustering = parsed.GetValue(Network),
            Changes = EconomyLists.Changes,
            Threads = threads,
        };
        DependenceResult result = DependenceAnalysis.Of(panel, buyer, rule, options, cancellation);
        DependenceRow[] rows = [.. Ordered(Selected(result, panel, parsed), Sort.Of(parsed))];
        IReadOnlyList<KeyValuePair<string, string>> choices =
        [
            new("importer", buyer.Code),
            new("members", string.Join(' ', buyer.Members)),
            new("rule", rule.Name),
            new("ruleText", rule.ToString()),
            new("ruleSource", rule.Source),
            new("years", string.Join(' ', result.Years)),
            new("asOne", Words(asOne.Select(b => b.Code))),
            new("products", Words(parsed.GetValue(Products) ?? [])),
            new("production", production?.Title ?? "none"),
            new("only", Only.WordOf(Only.Of(parsed))),
            new("sort", Sort.WordOf(Sort.Of(parsed))),
            new("top", top == 0 ? "all" : top.ToString(CultureInfo.InvariantCulture)),
        ];
        ReportWriter.Write(DependenceReport.Of(result, panel, top == 0 ? rows : [.. rows.Take(top)], rows, choices), parsed);
    }

    private static Bloc BuyerOf(ParseResult parsed) =>
        (parsed.GetValue(Importer), parsed.GetValue(BlocName)) switch
        {
            ({ Length: > 0 } economy, null) => Bloc.Of(economy),
            (null, { Length: > 0 } bloc) => EconomyLists.FindBloc(bloc),
            (null, null) => throw new UsageException("say who buys: --importer CHN, or --bloc EU27."),
            _ => throw new UsageException("say who buys by --importer or by --bloc, not by both."),
        };

    /// <summary>"2019-2021", "2018,2020" or a mixture of the two.</summary>
    private static int[]? YearsOf(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var years = new SortedSet<int>();
        foreach (string part in text.Split(','))
        {
            string[] ends = part.Split('-');
            if (
                ends.Length > 2
                || !Array.TrueForAll(
                    ends,
                    e => int.TryParse(e, NumberStyles.None, CultureInfo.InvariantCulture, out int y) && y is >= 1900 and <= 2200
                )
                || int.Parse(ends[0], CultureInfo.InvariantCulture) > int.Parse(ends[^1], CultureInfo.InvariantCulture)
            )
            {
                throw new UsageException($"--years cannot be '{text}': give years in four digits, such as 2019-2021 or 2018,2020.");
            }

            years.UnionWith(
                Enumerable.Range(
                    int.Parse(ends[0], CultureInfo.InvariantCulture),
                    int.Parse(ends[^1], CultureInfo.InvariantCulture) - int.Parse(ends[0], CultureInfo.InvariantCulture) + 1
                )
            );
        }

        return [.. years];
    }

    private static IEnumerable<DependenceRow> Selected(DependenceResult result, TradePanel panel, ParseResult parsed)
    {
        string[] beginnings = parsed.GetValue(Products) ?? [];
        foreach (string beginning in beginnings.Where(b => !panel.Products.Any(p => p.StartsWith(b, StringComparison.Ordinal))))
        {
            // A code that is no product's beginning names none.
            _ = panel.FindProduct(beginning);
        }

        DependenceSelection only = Only.Of(parsed);
        return result
            .Rows.Where(r => beginnings.Length == 0 || beginnings.Any(b => r.Product.StartsWith(b, StringComparison.Ordinal)))
            .Where(r =>
                only == DependenceSelection.All || (only == DependenceSelection.Flagged ? r.Verdict.IsDependent == true : r.Verdict.IsClose)
            );
    }

    private static IEnumerable<DependenceRow> Ordered(IEnumerable<DependenceRow> rows, DependenceOrder order) =>
        order switch
        {
            DependenceOrder.Product => rows,
            DependenceOrder.Imports => rows.OrderByDescending(r => r.Indicators?[DependenceIndicator.Imports].Value ?? -1),
            _ => rows.OrderByDescending(r => r.Verdict.Margin ?? double.NegativeInfinity),
        };

    private static string Words(IEnumerable<string> codes) => string.Join(' ', codes) is { Length: > 0 } words ? words : "none";
}

/// <summary>The order of the rows.</summary>
internal enum DependenceOrder
{
    /// <summary>The largest margin first.</summary>
    Margin,

    /// <summary>The largest imports first.</summary>
    Imports,

    /// <summary>By code.</summary>
    Product,
}

/// <summary>Which rows are shown.</summary>
internal enum DependenceSelection
{
    /// <summary>All.</summary>
    All,

    /// <summary>Those the rule flags.</summary>
    Flagged,

    /// <summary>Those whose flag is close to turning.</summary>
    Close,
}
