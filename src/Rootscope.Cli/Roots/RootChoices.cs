using System.CommandLine;
using System.Globalization;
using Rootscope.Catalogue;
using Rootscope.Cli.Options;
using Rootscope.Roots;
using Rootscope.Roots.Irreplaceability;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Storage;
using Rootscope.Storage.Formats.Lists;
using Rootscope.Tables;

namespace Rootscope.Cli.Roots;

/// <summary>The options that <c>roots</c> and its kin share: which economy, which cut, which model.</summary>
internal sealed class RootChoices
{
    private const string DefaultElasticities = "short-run";

    private readonly Option<string?> _region = new("--region")
    {
        Description = "The region of a table with several, by code or name.",
        HelpName = "R",
    };

    private readonly LensChoice _lens = new("The model that every cut runs through.", orAll: false);

    private readonly Option<double> _cut = new("--cut")
    {
        Description = "Share of each product's supply that is cut, above 0 and at most 1. Default: 0.5.",
        HelpName = "SHARE",
        DefaultValueFactory = _ => 0.5,
    };

    private readonly Choice<SupplyScope> _supply = new(
        "--supply",
        "Which supply is cut.",
        SupplyScope.All,
        ("all", SupplyScope.All),
        ("domestic", SupplyScope.Domestic),
        ("imported", SupplyScope.Imported)
    );

    private readonly Choice<TradeClosure> _trade = new(
        "--trade",
        "Imports are paid with exports, or their prices are fixed in units of the home factor.",
        TradeClosure.Balanced,
        ("balanced", TradeClosure.Balanced),
        ("factor", TradeClosure.Factor)
    );

    private readonly Choice<OwnUseTreatment> _ownUse = new(
        "--own-use",
        "Net out what a class buys from itself, or keep it.",
        OwnUseTreatment.Net,
        ("net", OwnUseTreatment.Net),
        ("gross", OwnUseTreatment.Gross)
    );

    private readonly Choice<CutKind> _cutAs = new(
        "--cut-as",
        "What a cut does: makers and imports become 1/(1-cut) dearer, or a scarcity price makes use fall by the cut.",
        CutKind.Cost,
        ("cost", CutKind.Cost),
        ("quantity", CutKind.Quantity)
    );

    private readonly Choice<CapitalTreatment> _capital = new(
        "--capital",
        "Count the yearly use of capital goods among inputs, or leave them in investment.",
        CapitalTreatment.On,
        ("on", CapitalTreatment.On),
        ("off", CapitalTreatment.Off)
    );

    private readonly Option<string?> _capitalFlows = new("--capital-flows")
    {
        Description =
            "A capital-flow table: CSV with the columns product, industry, amount. Only its proportions count. Default: every product "
            + "is spread by depreciation.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _bridge = new("--bridge")
    {
        Description =
            $"Split industries into technologies by a bridge: embedded ({string.Join(", ", BridgeLibrary.Names)}), a CSV file, or "
            + $"none. Default: the table's own for questions about technologies, otherwise none.",
        HelpName = "NAME|FILE",
    };

    private readonly Option<string> _elasticities = new("--elasticities")
    {
        Description = $"A named set ({string.Join(", ", ElasticitySets.Names)}) or a CSV file. Default: {DefaultElasticities}.",
        HelpName = "SET|FILE",
        DefaultValueFactory = _ => DefaultElasticities,
    };

    private readonly Choice<RatingUse> _ratings = RatingChoice.Create();

    private readonly Option<string> _essentiality = EssentialityWords.ForTables();

    private readonly MeasureChoice _sort = new(
        "--sort",
        $"What rows are sorted by. Default: leverage, or loss under {string.Join(", ", RankedByLoss)}."
    );

    private bool _hasLens;

    private static IEnumerable<string> RankedByLoss => LensRegistry.Default.All.Where(l => l.Cuts.RanksByLoss).Select(l => l.Word);

    public void AddTo(Command command, bool withLens = true, bool withBridge = true)
    {
        _hasLens = withLens;
        command.Add(_region);
        if (withLens)
        {
            command.Add(_lens.Option);
            command.Add(_sort.Option);
        }

        command.Add(_cut);
        command.Add(_supply.Option);
        command.Add(_trade.Option);
        command.Add(_ownUse.Option);
        command.Add(_cutAs.Option);
        command.Add(_capital.Option);
        command.Add(_capitalFlows);
        if (withBridge)
        {
            command.Add(_bridge);
        }

        command.Add(_elasticities);
        command.Add(_ratings.Option);
        if (withLens || withBridge)
        {
            command.Add(_essentiality);
        }
    }

    /// <summary>The question as the options put it.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="economy">The table that is asked about; its products may have ratings.</param>
    public RootOptions Read(ParseResult parsed, FlowTable economy)
    {
        double cut = parsed.GetValue(_cut);
        ILens lens = _lens.One(parsed);
        if (!(cut is > 0 and <= 1))
        {
            throw new UsageException($"--cut cannot be {cut.ToString(CultureInfo.InvariantCulture)}: it is a share above 0 and at most 1.");
        }

        if (cut == 1 && lens.Cuts.AgainstFullCut is { } reason)
        {
            string others = string.Join(", ", LensRegistry.Default.All.Where(l => l.Cuts.AgainstFullCut is null).Select(l => l.Word));
            throw new UsageException($"--cut 1 {reason}. Cut less, such as 0.95, or use another --lens: {others}.");
        }

        CapitalTreatment capital = _capital.Of(parsed)!.Value;
        string? flows = parsed.GetValue(_capitalFlows);
        if (flows is not null && capital == CapitalTreatment.Off)
        {
            throw new UsageException(
                "--capital-flows says how capital goods are used, but --capital off leaves them out. Drop one of the two."
            );
        }

        if (_hasLens && !lens.Cuts.UsesEssentiality && parsed.GetResult(_essentiality) is { Implicit: false })
        {
            throw new UsageException(
                $"--essentiality goes with --lens {EssentialityWords.Lenses}; the {lens.Word} lens knows no ratings of inputs. Leave one of "
                    + "the two out."
            );
        }

        string essentiality = parsed.GetValue(_essentiality) ?? EssentialityWords.AllImportant;
        return new RootOptions
        {
            Lens = lens,
            Essentiality =
                essentiality == EssentialityWords.AllImportant
                    ? null
                    : EssentialityWords.Read(essentiality, [.. economy.Sectors.Industries.Select(i => i.Code)]),
            Capital = capital,
            CapitalFlows = flows is null ? null : CapitalFlowReader.Read(flows),
            Cut = cut,
            Supply = _supply.Of(parsed)!.Value,
            Sort = _sort.Of(parsed),
            Equilibrium = new EquilibriumOptions
            {
                Elasticities = Elasticities(parsed, economy),
                Trade = _trade.Of(parsed)!.Value,
                OwnUse = _ownUse.Of(parsed)!.Value,
                CutAs = _cutAs.Of(parsed)!.Value,
            },
        };
    }

    /// <summary>The set of elasticities before products are rated.</summary>
    public ElasticitySet Unrated(ParseResult parsed) => ElasticitySets.Read(parsed.GetRequiredValue(_elasticities));

    private ElasticitySet Elasticities(ParseResult parsed, FlowTable economy)
    {
        ElasticitySet set = Unrated(parsed);
        RatingUse use = _ratings.Of(parsed)!.Value;
        return use == RatingUse.Off ? set : IrreplaceabilityData.Rate(set, economy, RatingChoice.ReachOf(use));
    }

    /// <summary>What the ratings of a question rest on; null where no product is rated.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="options">The question.</param>
    /// <param name="whole">The table before it was split.</param>
    public ProductEvidence? EvidenceOf(ParseResult parsed, RootOptions options, FlowTable whole) =>
        options.Equilibrium.Elasticities.RatedBy is null
            ? null
            : IrreplaceabilityData.EvidenceBehind(whole, RatingChoice.ReachOf(_ratings.Of(parsed)!.Value));

    /// <summary>A sentence for people on how much evidence stands behind a ranking, where the table's own classes have none.</summary>
    public IEnumerable<string> EvidenceInWords(ParseResult parsed, RootOptions options, FlowTable whole)
    {
        ElasticitySet set = options.Equilibrium.Elasticities;
        if (options.Lens != Lens.Equilibrium || !set.TakesRatings || _ratings.Of(parsed) == RatingUse.Off)
        {
            yield break;
        }

        if (EvidenceOf(parsed, options, whole) is not { } evidence)
        {
            yield return $"No product of {whole.Metadata.Classification} has evidence of its own, so that all are as hard to replace and this "
                + "ranking is near chance. Ask with --ratings any.";
        }
        else if (!IrreplaceabilityData.Classifications.Contains(whole.Metadata.Classification, StringComparer.Ordinal))
        {
            yield return evidence.Sentence;
        }
    }

    /// <summary>The number of the region that is asked about; null where the table has one and none is named.</summary>
    /// <exception cref="UsageException">The table has several regions and none is named.</exception>
    public int? Region(ParseResult parsed, FlowTable table)
    {
        string? region = parsed.GetValue(_region);
        if (region is null && table.Sectors.Regions.Count > 1)
        {
            throw new UsageException(
                $"{table.Metadata.Id} has {table.Sectors.Regions.Count} regions: say which economy with --region, "
                    + $"such as --region {table.Sectors.Regions[0].Code}. They are "
                    + $"{string.Join(", ", table.Sectors.Regions.Select(r => r.Code))}."
            );
        }

        return region is null ? null : table.Sectors.FindRegion(region);
    }

    /// <summary>The bridge that industries are split by; null for none.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="economy">The table.</param>
    /// <param name="aboutTechnologies">Whether the question is about technologies, so that the table's own bridge is used unless told
    /// otherwise.</param>
    public TechnologyBridge? BridgeOf(ParseResult parsed, FlowTable economy, bool aboutTechnologies)
    {
        const string None = "none";
        string? given = parsed.GetValue(_bridge);
        if (given is null)
        {
            return aboutTechnologies && BridgeLibrary.Names.Contains(economy.Metadata.Id, StringComparer.Ordinal)
                ? BridgeLibrary.Read(economy.Metadata.Id)
                : null;
        }

        return string.Equals(given, None, StringComparison.OrdinalIgnoreCase) ? null : Known(BridgeLibrary.Read(given));
    }

    /// <summary>A bridge of the user's may stand for technologies of the catalogue only.</summary>
    private static TechnologyBridge Known(TechnologyBridge bridge)
    {
        string[] ids = [.. CatalogueLibrary.Read().Technologies.Select(t => t.Id)];
        return bridge.Parts.SelectMany(p => p.Technologies).FirstOrDefault(t => !ids.Contains(t.Id, StringComparer.Ordinal)) is { } unknown
            ? throw new UnknownNameException(
                "technology",
                unknown.Id,
                NearestNames.Of(unknown.Id, ids),
                $"The bridge '{bridge.Name}' names it; 'rootscope catalogue list' has all."
            )
            : bridge;
    }

    /// <summary>The same question for a table that a bridge splits: its parts inherit what is known of their industries.</summary>
    public static RootOptions For(TechnologyBridge bridge, RootOptions options) =>
        options with
        {
            Equilibrium = options.Equilibrium with { Elasticities = options.Equilibrium.Elasticities.For(bridge) },
            Essentiality = options.Essentiality?.WithParts(bridge.Parts.Select(p => (p.Split.Code, p.Split.Parent))),
        };

    /// <summary>The one economy that is asked about.</summary>
    /// <exception cref="UsageException">The table has several regions and none is named.</exception>
    public FlowTable Economy(ParseResult parsed, FlowTable table) =>
        Region(parsed, table) is { } region ? RegionalView.Of(table, region) : table;

    /// <summary>Every option as used, for the provenance.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Describe(RootOptions options, FlowTable economy) =>
        [
            new("region", economy.Sectors.Regions[0].Code),
            new("lens", options.Lens.Word),
            new("cut", options.Cut.ToString("R", CultureInfo.InvariantCulture)),
            new("supply", _supply.WordOf(options.Supply)),
            new("trade", _trade.WordOf(options.Equilibrium.Trade)),
            new("ownUse", _ownUse.WordOf(options.Equilibrium.OwnUse)),
            new("cutAs", _cutAs.WordOf(options.Equilibrium.CutAs)),
            new("capital", options.CapitalFlows is { } flows ? $"on ({flows.Name})" : _capital.WordOf(options.Capital)),
            new("elasticities", options.Equilibrium.Elasticities.Name),
            new("ratings", options.Equilibrium.Elasticities.RatedBy ?? "off"),
            .. options.Lens.Cuts.UsesEssentiality
                ? new[] { new KeyValuePair<string, string>("essentiality", options.Essentiality?.Name ?? EssentialityWords.AllImportant) }
                : [],
            new("sort", options.EffectiveSort.Word),
        ];
}
