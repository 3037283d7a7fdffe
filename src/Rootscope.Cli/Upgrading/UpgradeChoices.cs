using System.CommandLine;
using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Cli.Trade;
using Rootscope.Storage.Scenarios;
using Rootscope.Upgrading;

namespace Rootscope.Cli.Upgrading;

/// <summary>The options of <c>upgrade</c>: words for one question, or a file with what is done, which options overrule.</summary>
internal sealed class UpgradeChoices
{
    private static readonly UpgradeQuestion Usual = new();

    private readonly Option<string> _region = new("--region")
    {
        Description = "The economy, by a code or name of it.",
        HelpName = "CHN",
        DefaultValueFactory = _ => WeakSpotQuestion.DefaultRegion,
    };

    private readonly Option<string?> _table = new("--table")
    {
        Description = $"The table it starts from. Default: china-2020 for CHN, usa-2017 for USA, otherwise the region in the world's.",
        HelpName = "TABLE",
    };

    private readonly Option<string[]> _technology = new("--technology")
    {
        Description = "Technologies by identifier or name. Default: all core ones.",
        HelpName = "NAME",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _scenario = new("--scenario")
    {
        Description = "A YAML file of what is done, with the names of these options: see docs/methods/upgrading.md.",
        HelpName = "FILE",
    };

    private readonly Option<double?> _ban = Share("--ban", "Share of foreign supply that is not sold to the economy any more.");

    private readonly Option<double?> _exportBan = Share("--export-ban", "Share of its own supply that is not bought abroad any more.");

    private readonly Option<double?> _tariff = Share("--tariff", "Its tariff on foreign goods.");

    private readonly Option<double?> _foreignTariff = Share("--foreign-tariff", "The tariff of others on its goods.");

    private readonly Option<double?> _capitalCut = Share(
        "--capital-cut",
        "Share of makers' research that falls away because capital is withheld."
    );

    private readonly Option<double?> _publicMoney = new("--public-money")
    {
        Description = "Public money for research into each technology a year, in the currency of the table, such as 10e9.",
        HelpName = "MONEY",
    };

    private readonly Option<int?> _from = new("--from")
    {
        Description = "The first year in which these hold. Default: 0, the base year.",
        HelpName = "YEAR",
    };

    private readonly Option<int?> _lasts = new("--lasts")
    {
        Description = "For how many years they hold. Default: for ever.",
        HelpName = "YEARS",
    };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Set a parameter of the loop to a figure in the place of its range, such as spill=0.02.",
        HelpName = "NAME=VALUE",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> _history = new("--history")
    {
        Description = "Dated tables of the same economy, three at least: how fast gaps closed is fitted to all but the last.",
        HelpName = "TABLE",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<double> _cut = new("--cut")
    {
        Description = string.Create(
            CultureInfo.InvariantCulture,
            $"Share of imports in the foreign cut. Default: {Usual.Asked.Stake.Cut}."
        ),
        HelpName = "SHARE",
        DefaultValueFactory = _ => Usual.Asked.Stake.Cut,
    };

    private readonly Option<double> _below = new("--below")
    {
        Description = "What is at stake counts as little below this share of a year's final spending. Default: 1%.",
        HelpName = "SHARE",
        DefaultValueFactory = _ => Usual.Below,
    };

    private readonly Option<int> _years = new("--years")
    {
        Description = $"Years after the base year. Default: {Usual.Years}.",
        HelpName = "YEARS",
        DefaultValueFactory = _ => Usual.Years,
    };

    private readonly Option<int> _draws = new("--draws")
    {
        Description = $"Number of draws. Default: {Usual.Draws}.",
        HelpName = "N",
        DefaultValueFactory = _ => Usual.Draws,
    };

    private readonly Option<long> _seed = new("--seed")
    {
        Description = $"Seed of the draws. Default: {Usual.Seed}.",
        HelpName = "N",
        DefaultValueFactory = _ => Usual.Seed,
    };

    private readonly Option<string[]> _trade = new("--trade")
    {
        Description = "Trade between economies, from which feasibility is measured: files, or the name of a set in the workspace.",
        HelpName = "FILE|SET",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _exports = new("--exports")
    {
        Description = "Exports by country and product, for feasibility; see 'rootscope complexity'.",
        HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        foreach (
            Option option in new Option[]
            {
                _region,
                _technology,
                _scenario,
                _ban,
                _exportBan,
                _tariff,
                _foreignTariff,
                _capitalCut,
                _publicMoney,
                _from,
                _lasts,
                _cut,
                _below,
                _years,
                _draws,
                _seed,
                _set,
                _history,
                _table,
                _trade,
                TradeSets.Countries,
                TradeSets.Columns,
                _exports,
            }
        )
        {
            command.Add(option);
        }
    }

    /// <summary>The question that the words put.</summary>
    public UpgradeQuestion Read(ParseResult parsed)
    {
        var asked = new WeakSpotQuestion(parsed.GetRequiredValue(_region))
        {
            Table = parsed.GetValue(_table),
            Trade = parsed.GetValue(_trade) ?? [],
            Countries = parsed.GetValue(TradeSets.Countries),
            Columns = parsed.GetValue(TradeSets.Columns),
            Exports = parsed.GetValue(_exports),
        };
        UpgradeQuestion file = parsed.GetValue(_scenario) is { } path ? Of(UpgradingScenario.Read(path)) : Usual;
        UpgradingPolicy done = file.Policy;
        return file with
        {
            Asked = asked with { Stake = asked.Stake with { Cut = parsed.GetValue(_cut) } },
            Technologies = parsed.GetValue(_technology) is { Length: > 0 } named ? named : file.Technologies,
            Policy = new UpgradingPolicy
            {
                Ban = parsed.GetValue(_ban) ?? done.Ban,
                ExportBan = parsed.GetValue(_exportBan) ?? done.ExportBan,
                Tariff = parsed.GetValue(_tariff) ?? done.Tariff,
                ForeignTariff = parsed.GetValue(_foreignTariff) ?? done.ForeignTariff,
                CapitalCut = parsed.GetValue(_capitalCut) ?? done.CapitalCut,
                PublicMoney = parsed.GetValue(_publicMoney) ?? done.PublicMoney,
                From = parsed.GetValue(_from) ?? done.From,
                Years = parsed.GetValue(_lasts) ?? done.Years,
            },
            Set = parsed.GetValue(_set) is { Length: > 0 } set ? set : file.Set,
            History = parsed.GetValue(_history) ?? [],
            Below = parsed.GetValue(_below),
            Years = parsed.GetValue(_years),
            Draws = parsed.GetValue(_draws),
            Seed = parsed.GetValue(_seed),
        };
    }

    /// <summary>The question that a file puts about no economy in particular.</summary>
    private static UpgradeQuestion Of(UpgradingScenario file) =>
        Usual with
        {
            Technologies = file.Technologies,
            Policy = file.Policy,
            Set = file.Set,
        };

    private static Option<double?> Share(string name, string description) => new(name) { Description = description, HelpName = "SHARE" };
}
