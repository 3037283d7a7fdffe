using System.Globalization;
using Rootscope.Networks;
using Rootscope.Roots;

namespace Rootscope.Answers.Questions;

/// <summary>Networks of firms whose sales from sector to sector are those of an economy.</summary>
/// <param name="Economy">
/// The economy. Without a region, a table of several is taken with all of them. Elasticities and ratings are left aside: links have none.
/// </param>
/// <remarks>
/// Unless asked otherwise capital goods stay in investment: who sells to whom in a year is meant, and a machine that is not delivered this
/// year is not missed this year.
/// </remarks>
/// <example><c>new NetworkQuestion("china-2020") { Firms = "1000" }</c></example>
public sealed record NetworkQuestion(EconomyQuestion Economy) : Question
{
    /// <summary>Each sector of the table is one firm.</summary>
    public const string OneASector = "sectors";

    internal const string Name = "network-reconstruct";

    /// <summary>The networks of a table under its defaults.</summary>
    /// <param name="table">The table by name.</param>
    public NetworkQuestion(string table = EconomyQuestion.DefaultTable)
        : this(new EconomyQuestion(table) { Capital = CapitalTreatment.Off }) { }

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>
    /// How many firms are made, as a number in words; a file of firms (id, sector, revenue and, in a table of many regions, region); or
    /// <see cref="OneASector"/>.
    /// </summary>
    public string Firms { get; init; } = "2000";

    /// <summary>Mean number of customers that is aimed at. Unit: links.</summary>
    public double MeanDegree { get; init; } = 10;

    /// <summary>
    /// The power of what flows between two firms to which the odds of a link grow, above 0 and at most 1; 1 is the published model.
    /// </summary>
    public double Fitness { get; init; } = 1;

    /// <summary>The seed of the first network.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>How many networks are drawn; the first is the one that is given, all give the bands.</summary>
    public int Draws { get; init; } = 5;

    /// <summary>The options of the economy that a network reads.</summary>
    internal static IEnumerable<QuestionField<EconomyQuestion>> EconomyFields =>
        EconomyQuestion.Fields.Where(f => f.Name is not ("ratings" or "elasticities"));

    internal static IReadOnlyList<QuestionField<NetworkQuestion>> Fields { get; } =
    [
        .. EconomyFields.Select(f => f.In<NetworkQuestion>(q => q.Economy, (q, e) => q with { Economy = e })),
        QuestionFields.Text<NetworkQuestion>("firms", q => q.Firms, (q, v) => q with { Firms = v ?? q.Firms }),
        QuestionFields.Number<NetworkQuestion>("meanDegree", q => q.MeanDegree, (q, v) => q with { MeanDegree = v }),
        QuestionFields.Number<NetworkQuestion>("fitness", q => q.Fitness, (q, v) => q with { Fitness = v }),
        QuestionFields.Whole<NetworkQuestion>("seed", q => q.Seed, (q, v) => q with { Seed = v }),
        QuestionFields.Whole<NetworkQuestion>("draws", q => q.Draws, (q, v) => q with { Draws = checked((int)v) }),
    ];

    /// <summary>How many firms are made; null where they are given or sectors are taken.</summary>
    internal int? FirmCount => int.TryParse(Firms, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : null;

    /// <summary>The options of the library's reconstruction.</summary>
    internal ReconstructionOptions Options =>
        new()
        {
            MeanDegree = MeanDegree,
            Seed = Seed,
            FitnessExponent = Fitness,
        };

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults()
    {
        List<QuestionFault> faults = [.. Economy.Faults(), .. CommonFaults.OfName("firms", Firms, "how many firms, a file, or 'sectors'")];
        if (FirmCount < 1)
        {
            faults.Add(new QuestionFault("firms", "{firms} cannot be 0.", "Give a number of firms, such as {firms=2000}."));
        }

        if (!(MeanDegree > 0 && double.IsFinite(MeanDegree)))
        {
            faults.Add(CommonFaults.Outside("meanDegree", MeanDegree, "a number of links above 0", "Give 10."));
        }

        if (!(Fitness is > 0 and <= 1))
        {
            faults.Add(CommonFaults.Outside("fitness", Fitness, "a power above 0 and at most 1", "Give 1 for the published model."));
        }

        if (Draws < 1)
        {
            faults.Add(CommonFaults.Outside("draws", Draws, "a number of networks of at least 1", "Give 5."));
        }

        return faults;
    }

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
