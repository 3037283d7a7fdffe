using System.CommandLine;
using System.Globalization;
using Rootscope.Accounts;
using Rootscope.Catalogue;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Cli.Trade;
using Rootscope.Complexity;
using Rootscope.Dependence;
using Rootscope.Roots;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Storage;
using Rootscope.Storage.Formats.Shared;
using Rootscope.Storage.Formats.Trade;
using Rootscope.Tables;
using Rootscope.WeakSpots;

namespace Rootscope.Cli.WeakSpots;

/// <summary>What <c>weakspots</c> and <c>weakspots show</c> are asked, and everything that answers it.</summary>
internal sealed record WeakSpotAnswer(
    string Economy,
    DependenceRule Rule,
    TechnologyCatalogue Catalogue,
    IReadOnlyList<WeakSpot> Spots,
    TradePanel? Panel,
    DependenceResult? Trade,
    IReadOnlyList<ComplexityProfile> Profiles,
    CountryComplexity? Country,
    FlowTable Table,
    FlowTable? World,
    Provenance Provenance
);

/// <summary>The options that both commands share.</summary>
internal static class WeakSpotQuestion
{
    private const string WorldTable = "world-2011";
    private const string Elasticities = "short-run";

    /// <summary>Thresholds of advantage between which feasibility is a band; the central one first.</summary>
    private static readonly double[] Thresholds = [1, 0.75, 1.25];

    private static readonly Dictionary<string, string> Tables = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CHN"] = "china-2020",
        ["USA"] = "usa-2017",
    };

    public static readonly Option<string> Region = new("--region")
    {
        Description = "The economy, by its three-letter code.",
        HelpName = "CHN",
        DefaultValueFactory = _ => "CHN",
    };

    public static readonly Option<string> Rule = new("--rule")
    {
        Description = $"When an economy counts as dependent: {string.Join(", ", DependenceRules.Names)}, or a YAML file. Default: geodep.",
        HelpName = "NAME|FILE",
        DefaultValueFactory = _ => "geodep",
    };

    private static readonly Option<string?> Table = new("--table")
    {
        Description = $"The table for leverage. Default: china-2020 for CHN, usa-2017 for USA, otherwise the region in {WorldTable}.",
        HelpName = "TABLE",
    };

    private static readonly Option<string[]> Trade = new("--trade")
    {
        Description =
            "Trade between economies, from which dependence is measured, and feasibility too: files as 'rootscope dependence' reads "
            + "them, such as BACI's, or the name of a set in the workspace.",
        HelpName = "FILE|SET",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Exports = new("--exports")
    {
        Description = "Exports by country and product, for feasibility; see 'rootscope complexity'.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Holdings = new("--holdings")
    {
        Description =
            "Shares of suppliers by technology, for what trade does not show (software, services): CSV, see docs/methods/weak-spots.md.",
        HelpName = "FILE",
    };

    private static readonly Choice<ExposureChoice> Exposure = new(
        "--exposure",
        $"Where the inputs of the carrying industries come from, through all tiers, by {WorldTable}.",
        ExposureChoice.On,
        ("on", ExposureChoice.On),
        ("off", ExposureChoice.Off)
    );

    private static readonly Choice<RatingUse> Ratings = RatingChoice.Create();

    public static void AddTo(Command command)
    {
        foreach (
            Option option in new Option[]
            {
                Region,
                Rule,
                Table,
                Ratings.Option,
                Trade,
                TradeSets.Countries,
                Exports,
                Holdings,
                Exposure.Option,
            }
        )
        {
            command.Add(option);
        }
    }

    public static WeakSpotAnswer Answer(ParseResult parsed, string commandName, CancellationToken cancellation)
    {
        string economy = parsed.GetRequiredValue(Region).ToUpperInvariant();
        int threads = GlobalOptions.ThreadsOf(parsed);
        DependenceRule rule = DependenceRules.Read(parsed.GetRequiredValue(Rule));
        TechnologyCatalogue catalogue = CatalogueLibrary.Read();
        TradePanel? panel = parsed.GetValue(Trade) is { Length: > 0 } files
            ? TradeSets.Open(
                parsed,
                files,
                new TradeReading { Countries = parsed.GetValue(TradeSets.Countries), Threads = threads },
                cancellation
            )
            : null;
        DependenceResult? trade = panel is null
            ? null
            : DependenceAnalysis.Of(
                panel,
                Bloc.Of(economy),
                rule,
                new DependenceOptions { Changes = EconomyLists.Changes, Threads = threads },
                cancellation
            );
        IReadOnlyList<ComplexityProfile> profiles = ProfilesOf(parsed, panel, threads, cancellation);
        FlowTable table = TableOf(parsed, economy);
        ElasticitySet set = ElasticitySets.Read(Elasticities);
        ElasticitySet elasticities = Ratings.Of(parsed) is { } use and not RatingUse.Off
            ? IrreplaceabilityData.Rate(set, table, RatingChoice.ReachOf(use))
            : set;
        RootRanking ranking = RootRanking.Of(
            table,
            new RootOptions { Equilibrium = new EquilibriumOptions { Elasticities = elasticities } },
            threads,
            progress: null,
            cancellation
        );
        FlowTable? world = Exposure.Of(parsed) == ExposureChoice.On ? EmbeddedTables.Read(WorldTable) : null;
        int region = world is null ? -1 : world.Sectors.Regions.Select(r => r.Code).ToList().IndexOf(economy);
        IReadOnlyDictionary<string, InputOrigins> inputs =
            region < 0
                ? new Dictionary<string, InputOrigins>()
                : InputOrigins.Of(
                    TotalRequirements.Of(world!, InputOrigin.Domestic, GlobalOptions.InverseOf(parsed), cancellation),
                    region,
                    catalogue
                );
        IReadOnlyList<HoldingFact> facts =
        [
            .. FactLibrary.Holdings(),
            .. parsed.GetValue(Holdings) is { } file ? FactLibrary.ReadHoldings(file) : [],
        ];
        var rollUp = new TechnologyRollUp(economy, rule, catalogue, facts, trade);
        Classification edition = TechnologyRollUp.EditionOf(panel?.Metadata.Classification ?? string.Empty);
        IReadOnlyList<WeakSpot> spots = WeakSpotMatrix.Of(
            catalogue,
            rollUp.Of,
            t => TechnologyFeasibility.Of(economy, catalogue.CarriersOf(t, edition), profiles),
            new WeakSpotContext(ranking, inputs)
        );
        CountryComplexity? country = FactLibrary.Countries().FirstOrDefault(c => c.Country == economy);
        return new WeakSpotAnswer(
            economy,
            rule,
            catalogue,
            spots,
            panel,
            trade,
            profiles,
            country,
            table,
            region < 0 ? null : world,
            ProvenanceOf(parsed, commandName, economy, rule, ranking, trade, country, region < 0 ? null : world)
        );
    }

    private static IReadOnlyList<ComplexityProfile> ProfilesOf(
        ParseResult parsed,
        TradePanel? panel,
        int threads,
        CancellationToken cancellation
    )
    {
        ExportMatrix? exports =
            parsed.GetValue(Exports) is { } file ? ExportFile.Read(file, columns: null, cancellation).Years[^1].Exports
            : panel is null ? null
            : PanelExports.Of(panel, panel.Years[^1]);
        return exports is null
            ? []
            :
            [
                .. Thresholds.Select(t =>
                    ComplexityProfile.Of(
                        exports,
                        new ComplexityOptions
                        {
                            Threshold = t,
                            Threads = threads,
                            Fitness = new FitnessOptions { MostSteps = 1 },
                        },
                        populations: null,
                        cancellation
                    )
                ),
            ];
    }

    private static FlowTable TableOf(ParseResult parsed, string economy)
    {
        string? named = parsed.GetValue(Table);
        FlowTable table = TableArgument.Open(parsed, named ?? Tables.GetValueOrDefault(economy, WorldTable));
        return table.Sectors.Regions.Count == 1 ? table : RegionalView.Of(table, table.Sectors.FindRegion(economy));
    }

    private static Provenance ProvenanceOf(
        ParseResult parsed,
        string commandName,
        string economy,
        DependenceRule rule,
        RootRanking ranking,
        DependenceResult? trade,
        CountryComplexity? country,
        FlowTable? world
    ) =>
        new()
        {
            Command = commandName,
            Table = ranking.Table,
            Options =
            [
                new("region", economy),
                new("rule", rule.Name),
                new("trade", trade is null ? "none" : string.Join('+', parsed.GetValue(Trade)!.Select(Path.GetFileName))),
                new(
                    "exports",
                    parsed.GetValue(Exports) is { } exports ? Path.GetFileName(exports)
                        : trade is null ? "none"
                        : "trade"
                ),
                new("holdings", parsed.GetValue(Holdings) is { } holdings ? $"embedded+{Path.GetFileName(holdings)}" : "embedded"),
                new("exposure", world is null ? "none" : WorldTable),
                new("lens", "equilibrium"),
                new("elasticities", Elasticities),
                new("ratings", ranking.Options.Equilibrium.Elasticities.RatedBy ?? "off"),
            ],
            Notes =
            [
                $"Rule {rule.Name}: {rule}. {rule.Source}",
                .. trade is null
                    ?
                    [
                        "Without trade between economies (--trade), dependence is a proxy: published shares of makers stand in for "
                            + "purchases, and ratios of imports to exports are not judged.",
                    ]
                    : trade.Notes,
                "Leverage is that of the whole industry that carries the technology; its grade says how much of it the technology is.",
                .. country is null
                    ? Array.Empty<string>()
                    :
                    [
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"Country-level index of complexity: {country.Index:0.00}, place {country.Rank} of {country.Countries} "
                                + $"({country.FirstYear}-{country.LastYear}; {country.Source})."
                        ),
                    ],
            ],
        };

    private enum ExposureChoice
    {
        On,
        Off,
    }
}
