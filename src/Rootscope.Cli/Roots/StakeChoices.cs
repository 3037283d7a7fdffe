using System.CommandLine;
using System.Globalization;
using Rootscope.Answers.Pictures;
using Rootscope.Answers.Questions;
using Rootscope.Cli.Options;
using Rootscope.Cli.Output;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;

namespace Rootscope.Cli.Roots;

/// <summary>
/// The options of <c>roots</c> that ask what is at stake, and those that ask for the measures of two states of rest instead.
/// </summary>
internal sealed class StakeChoices
{
    private const string Replaced = "replaced";
    private const string Settled = "settled";

    /// <summary>What holds where an option is not given.</summary>
    private static readonly StakeQuestion Usual = new();

    private readonly Option<string?> _horizon = new("--horizon")
    {
        Description =
            $"'{Replaced}': losses until the missing supply is replaced, what is at stake; YEARS: the loss of the year that long after, "
            + $"alone; '{Settled}': the older measures, which compare two states of rest. Default: {Replaced}, or {Settled} where an "
            + "option of the older measures is given.",
        HelpName = $"{Replaced}|YEARS|{Settled}",
    };

    private readonly Option<double> _atMost = new("--at-most-years")
    {
        Description = string.Create(
            CultureInfo.InvariantCulture,
            $"After how many years losses count no more, above 0 and at most 1000. Default: {Usual.AtMostYears}."
        ),
        HelpName = "YEARS",
        DefaultValueFactory = _ => Usual.AtMostYears,
    };

    private readonly Option<double> _discount = new("--discount")
    {
        Description = string.Create(
            CultureInfo.InvariantCulture,
            $"Yearly rate at which losses to come are discounted, from 0 to 1. Default: {Usual.Discount}."
        ),
        HelpName = "RATE",
        DefaultValueFactory = _ => Usual.Discount,
    };

    private readonly Option<bool> _explain = new("--explain")
    {
        Description = "Print every note, every step by which the economy was made, and the provenance.",
    };

    private readonly Choice<StakePicture> _picture = new(
        "--picture",
        "With -o FILE.svg or .png: 'map' draws own output against what is at stake, 'bars' the first rows with bands and tiers. Default: "
            + "bars where the file's name begins so, as bars.svg, and map otherwise.",
        StakePictures.Words
    );

    private readonly Option<bool> _narrow = new("--narrow") { Description = "Lay the picture out for a phone." };

    /// <summary>Which picture is asked for, by name or by the name of the file.</summary>
    public StakePicture Picture(ParseResult parsed)
    {
        string file = Path.GetFileNameWithoutExtension(parsed.GetValue(ReportWriter.OutputFile) ?? string.Empty);
        return _picture.Given(parsed)
            ?? (file.StartsWith("bars", StringComparison.OrdinalIgnoreCase) ? StakePicture.Bars : StakePicture.Map);
    }

    /// <summary>For what room it is laid out.</summary>
    public SheetFormat Format(ParseResult parsed) => parsed.GetValue(_narrow) ? SheetFormat.Narrow : SheetFormat.Wide;

    /// <summary>Whether notes and provenance are asked for.</summary>
    public bool Explains(ParseResult parsed) => parsed.GetValue(_explain);

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _horizon, _atMost, _discount, _explain, _picture.Option, _narrow })
        {
            command.Add(option);
        }
    }

    /// <summary>Whether the older measures are asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="others">Options that only the older measures have.</param>
    /// <exception cref="UsageException">Options of both are given.</exception>
    public bool AsksForRest(ParseResult parsed, IEnumerable<Option> others)
    {
        string? horizon = parsed.GetValue(_horizon);
        Option? other = others.FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false });
        if (string.Equals(horizon, Settled, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return horizon is not null && other is not null
            ? throw new UsageException(
                $"{other.Name} is of the measures that compare two states of rest; --horizon {horizon} asks what is at stake. Leave one of "
                    + $"the two out, or say --horizon {Settled}."
            )
            : other is not null;
    }

    /// <summary>The question that the words put.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="root">What it says of the economy and the cut, whatever the measure.</param>
    /// <param name="making">The options of the economy.</param>
    public StakeQuestion Question(ParseResult parsed, RootQuestion root, EconomyChoices making) =>
        new(root.Economy with { Elasticities = EconomyQuestion.DefaultElasticities })
        {
            Cut = root.Cut,
            Supply = root.Supply,
            By = root.By,
            Top = root.Top,
            Capital = making.Reading(parsed),
            Elasticities = making.GivenElasticities(parsed) ?? StakeQuestion.ByHorizon,
            Exports = root.Exports,
            AtMostYears = parsed.GetValue(_atMost),
            Discount = parsed.GetValue(_discount),
            Draws = root.Draws,
            Seed = root.Seed,
            Horizon = Years(parsed),
        };

    /// <summary>The question about one product that the words put.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="one">What it says of the product, the economy and the cut, whatever the measure.</param>
    /// <param name="making">The options of the economy.</param>
    public StakeOfOneQuestion OfOne(ParseResult parsed, TechnologyQuestion one, EconomyChoices making) =>
        new(
            one.Name,
            Question(
                parsed,
                new RootQuestion(one.Economy)
                {
                    Cut = one.Cut,
                    Exports = one.Exports,
                    Draws = one.Draws,
                    Seed = one.Seed,
                },
                making
            )
        );

    private double? Years(ParseResult parsed)
    {
        string? horizon = parsed.GetValue(_horizon);
        if (horizon is null || string.Equals(horizon, Replaced, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return double.TryParse(horizon, NumberStyles.Float, CultureInfo.InvariantCulture, out double years)
            ? years
            : throw new UsageException($"--horizon cannot be '{horizon}': it is {Replaced}, {Settled} or a number of years, such as 2.");
    }
}
