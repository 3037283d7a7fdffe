using System.CommandLine;
using System.Globalization;
using Rootscope.Catalogue;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Roots;
using Rootscope.Roots.Bands;
using Rootscope.Roots.Irreplaceability;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Cli.Roots;

/// <summary>Which products of a ranking are drawn, how many rows each stands for, and for which of them sources are drawn alone.</summary>
/// <param name="Products">Numbers of the products; null for all.</param>
/// <param name="RowsPerProduct">How many rows each stands for, in their order; null for one each.</param>
/// <param name="SourcesOf">Those whose rows are printed.</param>
internal sealed record BandRows(IReadOnlyList<int>? Products, IReadOnlyList<int>? RowsPerProduct, IReadOnlyList<int> SourcesOf)
{
    public static BandRows Of(IReadOnlyList<RootRow> rows, int top) =>
        new(null, null, [.. rows.Take(top == 0 ? rows.Count : top).Select(r => r.Product)]);

    public static BandRows Of(IReadOnlyList<TechnologyRow> rows, int top)
    {
        IGrouping<int, TechnologyRow>[] carriers = [.. rows.Where(r => r.Root is not null).GroupBy(r => r.Root!.Product)];
        return new BandRows(
            [.. carriers.Select(g => g.Key)],
            [.. carriers.Select(g => g.Count())],
            [.. rows.Take(top == 0 ? rows.Count : top).Where(r => r.Root is not null).Select(r => r.Root!.Product).Distinct()]
        );
    }
}

/// <summary>The options that ask for bands.</summary>
internal sealed class BandChoices
{
    private readonly Option<int> _draws = new("--draws")
    {
        Description =
            "Draw what is not known (the size of the cut, elasticities, ratings, sizes of split parts) this many times: medians, 90% "
            + "bands, how often ranks hold. Default: 0, no bands.",
        HelpName = "N",
        DefaultValueFactory = _ => 0,
    };

    private readonly Option<long> _seed = new("--seed")
    {
        Description = "The seed of the draws; one seed gives the same bands on any machine and number of threads. Default: 1.",
        HelpName = "S",
        DefaultValueFactory = _ => 1,
    };

    public void AddTo(Command command)
    {
        command.Add(_draws);
        command.Add(_seed);
    }

    /// <summary>Says so where bands are asked for with something that has none.</summary>
    public void RefuseWith(ParseResult parsed, string option)
    {
        if (Draws(parsed) > 0)
        {
            throw new UsageException(
                $"--draws does not go with {option}: bands are drawn for rankings of one economy's products. Leave one of the two out."
            );
        }
    }

    /// <summary>The bands that are asked for; null where none are.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="table">The table that is ranked.</param>
    /// <param name="options">The question.</param>
    /// <param name="whole">The table before it was split.</param>
    /// <param name="bridge">What it was split by; null where it was not.</param>
    /// <param name="rows">Which rows are drawn.</param>
    /// <param name="evidence">What the ratings of products rest on; null where none is rated.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    public RootBands? Draw(
        ParseResult parsed,
        FlowTable table,
        RootOptions options,
        FlowTable whole,
        TechnologyBridge? bridge,
        BandRows rows,
        ProductEvidence? evidence,
        CancellationToken cancellation
    )
    {
        int draws = Draws(parsed);
        if (draws == 0 || rows.Products is [])
        {
            return null;
        }

        var question = new BandQuestion
        {
            Table = table,
            Options = options,
            Products = rows.Products,
            RowsPerProduct = rows.RowsPerProduct,
            Traits = evidence?.Products,
            Splits = bridge is null ? null : BridgeLibrary.Family(whole, bridge),
        };
        using var progress = StepProgress.Of(parsed);
        var told = new Drawn(done => progress.Say(string.Create(CultureInfo.InvariantCulture, $"{done} of {draws} draws")));
        return RootBands.Of(
            question,
            new BandOptions
            {
                Draws = draws,
                Seed = parsed.GetValue(_seed),
                SourcesOf = rows.SourcesOf,
                Threads = GlobalOptions.ThreadsOf(parsed),
            },
            told,
            cancellation
        );
    }

    private int Draws(ParseResult parsed)
    {
        int draws = parsed.GetValue(_draws);
        return draws is 0 or >= 2
            ? draws
            : throw new UsageException(
                $"--draws cannot be {draws}: a band needs at least 2 draws, and 1,000 for steady ends; 0 draws none."
            );
    }

    /// <summary>Reports on the thread that works.</summary>
    private sealed class Drawn(Action<int> say) : IProgress<int>
    {
        public void Report(int value) => say(value);
    }
}
