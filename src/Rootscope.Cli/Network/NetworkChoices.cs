using System.CommandLine;
using System.Globalization;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Networks;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Storage.Formats.Networks;

namespace Rootscope.Cli.Network;

/// <summary>The files of a network and how losses spread in it: what the commands on networks have in common.</summary>
/// <param name="essentiality">The ratings where none are given.</param>
internal sealed class NetworkChoices(string essentiality = EssentialityReader.EmbeddedName)
{
    private readonly Argument<string> _edges = new("EDGES") { Description = "Edges, CSV or Parquet: supplier, customer, value." };

    private readonly Argument<string> _firms = new("FIRMS")
    {
        Description = "Firms, CSV or Parquet: id, sector, and where known name, region, market, revenue, costs.",
    };

    private readonly Option<string> _essentiality = new("--essentiality")
    {
        Description =
            "How essential inputs are: 'ihs' (56 industries, and all NACE rev. 2 codes by way of them), 'all-essential', "
            + "'all-important', or a CSV file with supplier sectors down and "
            + "buyer sectors across (2 essential, 1 important, 0 negligible). "
            + $"Default: {essentiality}.",
        HelpName = "FILE|ihs",
        DefaultValueFactory = _ => essentiality,
    };

    private readonly Option<string> _market = new("--market")
    {
        Description =
            "Who can replace a firm: those of its sector ('sector'), nobody ('none'), or those with the same value in a column of "
            + "FIRMS. Default: sector.",
        HelpName = "sector|none|COLUMN",
        DefaultValueFactory = _ => "sector",
    };

    private readonly Choice<CascadeStop> _stop = new(
        "--stop",
        "When a cascade ends: as in the published packages, or at its limit.",
        CascadeStop.Legacy,
        QuestionWords.CascadeStops
    );

    private readonly Option<double?> _epsilon = new("--epsilon")
    {
        Description =
            "Under 'legacy' the largest change of a firm's level at which a cascade ends, default 0.01; under 'fixed-point' the "
            + "residual, default 1e-13.",
        HelpName = "SHARE",
    };

    private readonly Choice<CascadeWeight> _weight = new(
        "--weight",
        "What a firm counts in the total: its sales in the network, or its revenue.",
        CascadeWeight.Sales,
        QuestionWords.CascadeWeights
    );

    public void AddTo(Command command)
    {
        command.Add(_edges);
        command.Add(_firms);
        AddSpreadTo(command);
    }

    /// <summary>The options that say how losses spread, without the files of a network.</summary>
    public void AddSpreadTo(Command command)
    {
        command.Add(_essentiality);
        command.Add(_market);
        command.Add(_stop.Option);
        command.Add(_epsilon);
        command.Add(_weight.Option);
    }

    /// <summary>The network that the words name.</summary>
    public FirmNetworkQuestion Network(ParseResult parsed) => new(parsed.GetRequiredValue(_edges), parsed.GetRequiredValue(_firms));

    /// <summary>How losses spread.</summary>
    public CascadeQuestion Cascade(ParseResult parsed) =>
        new()
        {
            Essentiality = parsed.GetRequiredValue(_essentiality),
            Market = parsed.GetRequiredValue(_market),
            Stop = _stop.Of(parsed),
            Epsilon = parsed.GetValue(_epsilon),
            Weight = _weight.Of(parsed),
        };

    /// <summary>How losses spread, as used, and in which network.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Describe(CascadeQuestion question, CascadeModel model) =>
        [new("network", model.Network.ContentHash[..12]), .. Describe(question, model.Options)];

    /// <summary>How losses spread, as used.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Describe(CascadeQuestion question, CascadeOptions options) =>
        [
            new("essentiality", question.Essentiality),
            new("market", question.Market),
            new("stop", QuestionWords.CascadeStops.WordOf(options.Stop)),
            new("epsilon", options.Tolerance.ToString("R", CultureInfo.InvariantCulture)),
            new("weight", QuestionWords.CascadeWeights.WordOf(options.Weight)),
        ];

    /// <summary>What a reader must know to trust the figures.</summary>
    public static IEnumerable<string> Notes(NetworkReading reading, CascadeOptions options)
    {
        foreach (string note in reading.Notes)
        {
            yield return note;
        }

        SupplyNetwork network = reading.Network;
        int selling = Enumerable.Range(0, network.Count).Count(f => network.Sales[f] > 0);
        int unknown = Enumerable.Range(0, network.Count).Count(f => network.Sales[f] > 0 && network.Firms.RevenueOf(new(f)) is not > 0);
        if (unknown > 0)
        {
            string which =
                unknown == selling
                    ? "No firm that sells has a revenue"
                    : string.Create(CultureInfo.InvariantCulture, $"{unknown} of {selling} firms that sell have no revenue");
            yield return $"{which} in FIRMS: for these, sales to other firms are taken for all sales, so that losses up the chain do "
                + $"not fade"
                + (
                    options.Stop == CascadeStop.FixedPoint
                        ? ". At the limit that is near collapse."
                        : ". Compare figures only at equal epsilon."
                );
        }
    }
}
