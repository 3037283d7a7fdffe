using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium;

namespace Rootscope.Answers.Questions;

/// <summary>
/// What is at stake: what an economy loses, product by product, until a share of its supply that goes missing is replaced.
/// </summary>
/// <param name="Economy">The economy.</param>
/// <example><c>new StakeQuestion("china-2020") { Supply = SupplyScope.Imported }</c></example>
public sealed record StakeQuestion(EconomyQuestion Economy) : Question
{
    /// <summary>
    /// Elasticities that grow with time: the short-run, medium-run and long-run sets at half a year, three and ten years.
    /// </summary>
    public const string ByHorizon = "by-horizon";

    internal const string Name = "stake";

    /// <summary>The ranking of a table under its defaults.</summary>
    /// <param name="table">The table by name.</param>
    public StakeQuestion(string table = EconomyQuestion.DefaultTable)
        : this(new EconomyQuestion(table)) { }

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>Share of each product's supply that goes missing, in (0, 1). Unit: share.</summary>
    public double Cut { get; init; } = 0.5;

    /// <summary>Which supply goes missing.</summary>
    public SupplyScope Supply { get; init; } = SupplyScope.All;

    /// <summary>How the use of capital goods is read.</summary>
    public StakeCapital Capital { get; init; } = StakeCapital.Stock;

    /// <summary>A named set of elasticities or a file, the same for all horizons; <see cref="ByHorizon"/> for those that grow.</summary>
    public string Elasticities { get; init; } = ByHorizon;

    /// <summary>Elasticity of substitution among exports; 0 keeps their composition. Unit: elasticity.</summary>
    public double Exports { get; init; } = EquilibriumOptions.UsualExportsElasticity;

    /// <summary>The loss of the year this long after the cut alone; null for all losses until it is replaced. Unit: years.</summary>
    public double? Horizon { get; init; }

    /// <summary>After how many years losses count no more. Unit: years.</summary>
    public double AtMostYears { get; init; } = 10;

    /// <summary>Rate at which losses to come are discounted. Unit: share a year.</summary>
    public double Discount { get; init; }

    /// <summary>What a row is.</summary>
    public RootSubject By { get; init; } = RootSubject.Industry;

    /// <summary>The most rows that are told; 0 for all.</summary>
    public int Top { get; init; }

    /// <summary>
    /// Exact draws of what is not known, each a full solve; 0 for bands by an approximation around the central solve, otherwise at least 2.
    /// </summary>
    public int Draws { get; init; }

    /// <summary>The seed of draws, exact or approximate; one seed gives the same bands on any machine and number of threads.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>
    /// The economy with its ratings as this question has them: years to replace rest on them, so that "on" means in every table.
    /// </summary>
    internal EconomyQuestion RatedEconomy => Economy.Ratings == RatingUse.On ? Economy with { Ratings = RatingUse.Any } : Economy;

    internal static IReadOnlyList<QuestionField<StakeQuestion>> Fields { get; } =
    [
        .. EconomyQuestion
            .Fields.Where(f => f.Name is not ("capital" or "elasticities"))
            .Select(f => f.In<StakeQuestion>(q => q.Economy, (q, e) => q with { Economy = e })),
        QuestionFields.Number<StakeQuestion>("cut", q => q.Cut, (q, v) => q with { Cut = v }),
        QuestionFields.Word<StakeQuestion, SupplyScope>(
            "supply",
            QuestionWords.Supplies,
            q => q.Supply,
            (q, v) => q with { Supply = v ?? q.Supply }
        ),
        QuestionFields.Word<StakeQuestion, StakeCapital>(
            "capital",
            QuestionWords.CapitalReadings,
            q => q.Capital,
            (q, v) => q with { Capital = v ?? q.Capital }
        ),
        QuestionFields.Text<StakeQuestion>("elasticities", q => q.Elasticities, (q, v) => q with { Elasticities = v ?? ByHorizon }),
        QuestionFields.Number<StakeQuestion>("exports", q => q.Exports, (q, v) => q with { Exports = v }),
        new(
            "horizon",
            q => q.Horizon,
            (q, json) => q with { Horizon = json.ValueKind == System.Text.Json.JsonValueKind.Null ? null : json.GetDouble() }
        ),
        QuestionFields.Number<StakeQuestion>("atMostYears", q => q.AtMostYears, (q, v) => q with { AtMostYears = v }),
        QuestionFields.Number<StakeQuestion>("discount", q => q.Discount, (q, v) => q with { Discount = v }),
        QuestionFields.Word<StakeQuestion, RootSubject>("by", QuestionWords.Subjects, q => q.By, (q, v) => q with { By = v ?? q.By }),
        QuestionFields.Whole<StakeQuestion>("top", q => q.Top, (q, v) => q with { Top = checked((int)v) }),
        QuestionFields.Whole<StakeQuestion>("draws", q => q.Draws, (q, v) => q with { Draws = checked((int)v) }),
        QuestionFields.Whole<StakeQuestion>("seed", q => q.Seed, (q, v) => q with { Seed = v }),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults()
    {
        List<QuestionFault> faults = [.. Economy.Faults()];
        void Expect(bool holds, string option, IFormattable value, string expected, string repair)
        {
            if (!holds)
            {
                faults.Add(CommonFaults.Outside(option, value, expected, repair));
            }
        }

        Expect(Cut is > 0 and < 1, "cut", Cut, "a share above 0 and below 1", "Give a share, such as {cut=0.5}.");
        faults.AddRange(CommonFaults.OfExports(Exports));
        Expect(
            Horizon is null or (>= 0 and <= 1000),
            "horizon",
            Horizon ?? 0,
            "a time from 0 to 1000 years",
            "Give years, or leave it out."
        );
        Expect(
            AtMostYears is > 0 and <= 1000,
            "atMostYears",
            AtMostYears,
            "a time above 0 and at most 1000 years",
            "Give years, such as 10."
        );
        Expect(Discount is >= 0 and <= 1, "discount", Discount, "a rate from 0 to 1 a year", "Give a rate, such as 0.03.");
        Expect(Draws is 0 or >= 2, "draws", Draws, "0 or at least 2 draws", "Give 100 for exact bands, or 0 for approximate ones.");
        faults.AddRange(CommonFaults.OfRows("top", Top));
        if (Economy.CapitalFlows is not null && Capital == StakeCapital.Off)
        {
            faults.Add(
                new QuestionFault(
                    "capitalFlows",
                    "{capitalFlows} says how capital goods are used, but {capital=off} leaves them out.",
                    "Drop one of the two."
                )
            );
        }

        return faults;
    }

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
