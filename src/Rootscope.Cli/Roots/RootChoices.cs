using System.CommandLine;
using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Catalogue;
using Rootscope.Cli.Options;
using Rootscope.Roots;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Tables;

namespace Rootscope.Cli.Roots;

/// <summary>The options that <c>roots</c> and its kin share: words for the question about an economy, a cut and a model.</summary>
internal sealed class RootChoices
{
    /// <summary>What holds where an option is not given.</summary>
    private static readonly RootQuestion Usual = new();

    private readonly Option<string?> _region = new("--region")
    {
        Description = "The region of a table with several, by code or name.",
        HelpName = "R",
    };

    private readonly LensChoice _lens = new("The model that every cut runs through.", orAll: false);

    private readonly Option<double> _cut = new("--cut")
    {
        Description = string.Create(
            CultureInfo.InvariantCulture,
            $"Share of each product's supply that is cut, above 0 and below 1; 1 as well with --lens extraction. Default: {Usual.Cut}."
        ),
        HelpName = "SHARE",
        DefaultValueFactory = _ => Usual.Cut,
    };

    private readonly Choice<SupplyScope> _supply = new("--supply", "Which supply is cut.", Usual.Supply, QuestionWords.Supplies);

    private readonly Choice<TradeClosure> _trade = new(
        "--trade",
        "Imports are paid with exports, or their prices are fixed in units of the home factor.",
        Usual.Trade,
        QuestionWords.Trades
    );

    private readonly Option<double> _exports = new("--exports")
    {
        Description = string.Create(
            CultureInfo.InvariantCulture,
            $"Elasticity of substitution among exports, from 0 to 100; 0 keeps their composition. Default: {Usual.Exports}."
        ),
        HelpName = "ELASTICITY",
        DefaultValueFactory = _ => Usual.Exports,
    };

    private readonly Choice<OwnUseTreatment> _ownUse = new(
        "--own-use",
        "Net out what a class buys from itself, or keep it.",
        Usual.OwnUse,
        QuestionWords.OwnUses
    );

    private readonly Choice<CutKind> _cutAs = new(
        "--cut-as",
        "What a cut does: makers and imports become 1/(1-cut) dearer, or a scarcity price makes use fall by the cut.",
        Usual.CutAs,
        QuestionWords.CutKinds
    );

    private readonly EconomyChoices _economy = new();

    private readonly Option<string> _essentiality = EssentialityWords.ForTables();

    private readonly MeasureChoice _sort = new("--sort", "What rows are sorted by. Default: leverage, or loss under the first-order lens.");

    public void AddTo(Command command, bool withLens = true, bool withBridge = true)
    {
        command.Add(_region);
        if (withLens)
        {
            command.Add(_lens.Option);
            command.Add(_sort.Option);
        }

        command.Add(_cut);
        command.Add(_supply.Option);
        command.Add(_trade.Option);
        command.Add(_exports);
        command.Add(_ownUse.Option);
        command.Add(_cutAs.Option);
        _economy.AddTo(command, withBridge);
        if (withLens || withBridge)
        {
            command.Add(_essentiality);
        }
    }

    /// <summary>The options that only measures of two states of rest have.</summary>
    public IEnumerable<Option> OfRest => [_lens.Option, _sort.Option, _trade.Option, _ownUse.Option, _cutAs.Option, _essentiality];

    /// <summary>Whether a supply was named.</summary>
    public bool IsSupplyGiven(ParseResult parsed) => parsed.GetResult(_supply.Option) is { Implicit: false };

    /// <summary>How the economy is made.</summary>
    public EconomyChoices Making => _economy;

    /// <summary>The ranking that the words ask for.</summary>
    public RootQuestion Ranking(ParseResult parsed, string table) =>
        With(new RootQuestion(Economy(parsed, table)) { Lens = _lens.One(parsed), Sort = _sort.Of(parsed) }, parsed);

    /// <summary>The question about one technology or industry that the words ask.</summary>
    public TechnologyQuestion Technology(ParseResult parsed, string name, string table) =>
        With(new TechnologyQuestion(name, Economy(parsed, table)), parsed);

    private EconomyQuestion Economy(ParseResult parsed, string table) => _economy.Read(parsed, table, parsed.GetValue(_region));

    private TQuestion With<TQuestion>(TQuestion question, ParseResult parsed)
        where TQuestion : CutQuestion =>
        (TQuestion)(
            question with
            {
                Cut = parsed.GetValue(_cut),
                Supply = _supply.Of(parsed),
                Trade = _trade.Of(parsed),
                Exports = parsed.GetValue(_exports),
                OwnUse = _ownUse.Of(parsed),
                CutAs = _cutAs.Of(parsed),
                Essentiality = parsed.GetResult(_essentiality) is { Implicit: false } ? parsed.GetValue(_essentiality) : null,
            }
        );
}
