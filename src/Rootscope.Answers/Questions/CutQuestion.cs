using System.Globalization;
using Rootscope.Roots;
using Rootscope.Shocks;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.OneRegion;
using Rootscope.Tables;

namespace Rootscope.Answers.Questions;

/// <summary>A question about cuts of supply in one economy: what is cut, how much of it, and how it works.</summary>
/// <param name="Economy">The economy.</param>
public abstract record CutQuestion(EconomyQuestion Economy) : Question
{
    /// <summary>Share of each product's supply that is cut, in (0, 1].</summary>
    public double Cut { get; init; } = 0.5;

    /// <summary>Which supply is cut.</summary>
    public SupplyScope Supply { get; init; } = SupplyScope.All;

    /// <summary>How trade closes.</summary>
    public TradeClosure Trade { get; init; } = TradeClosure.Balanced;

    /// <summary>Elasticity of substitution among exports; 0 keeps their composition. Unit: elasticity.</summary>
    public double Exports { get; init; } = EquilibriumOptions.UsualExportsElasticity;

    /// <summary>What is done with what a class buys from itself.</summary>
    public OwnUseTreatment OwnUse { get; init; } = OwnUseTreatment.Net;

    /// <summary>What a cut does.</summary>
    public CutKind CutAs { get; init; } = CutKind.Cost;

    /// <summary>How essential inputs are under the cascade lens: a word or a file; null counts each by its share of all cost.</summary>
    public string? Essentiality { get; init; }

    /// <summary>Draws of what is not known; 0 for none, otherwise at least 2.</summary>
    public int Draws { get; init; }

    /// <summary>The seed of the draws.</summary>
    public long Seed { get; init; } = 1;

    internal static IReadOnlyList<QuestionField<CutQuestion>> CutFields { get; } =
    [
        .. EconomyQuestion.Fields.Select(f => f.In<CutQuestion>(q => q.Economy, (q, e) => q with { Economy = e })),
        QuestionFields.Number<CutQuestion>("cut", q => q.Cut, (q, v) => q with { Cut = v }),
        QuestionFields.Word<CutQuestion, SupplyScope>(
            "supply",
            QuestionWords.Supplies,
            q => q.Supply,
            (q, v) => q with { Supply = v ?? q.Supply }
        ),
        QuestionFields.Word<CutQuestion, TradeClosure>(
            "trade",
            QuestionWords.Trades,
            q => q.Trade,
            (q, v) => q with { Trade = v ?? q.Trade }
        ),
        QuestionFields.Number<CutQuestion>("exports", q => q.Exports, (q, v) => q with { Exports = v }),
        QuestionFields.Word<CutQuestion, OwnUseTreatment>(
            "ownUse",
            QuestionWords.OwnUses,
            q => q.OwnUse,
            (q, v) => q with { OwnUse = v ?? q.OwnUse }
        ),
        QuestionFields.Word<CutQuestion, CutKind>("cutAs", QuestionWords.CutKinds, q => q.CutAs, (q, v) => q with { CutAs = v ?? q.CutAs }),
        QuestionFields.Text<CutQuestion>("essentiality", q => q.Essentiality, (q, v) => q with { Essentiality = v }),
        QuestionFields.Whole<CutQuestion>("draws", q => q.Draws, (q, v) => q with { Draws = checked((int)v) }),
        QuestionFields.Whole<CutQuestion>("seed", q => q.Seed, (q, v) => q with { Seed = v }),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults()
    {
        var faults = new List<QuestionFault>(Economy.Faults());
        if (!(Cut is > 0 and <= 1))
        {
            faults.Add(CommonFaults.Outside("cut", Cut, "a share above 0 and at most 1", "Give a share, such as {cut=0.5}."));
        }

        faults.AddRange(CommonFaults.OfExports(Exports));
        if (Draws is < 0 or 1)
        {
            faults.Add(
                new QuestionFault(
                    "draws",
                    string.Create(CultureInfo.InvariantCulture, $"{{draws}} cannot be {Draws}: a band needs at least 2 draws."),
                    "Give 1,000 for steady ends; 0 draws none."
                )
            );
        }

        return faults;
    }

    /// <summary>The question that asks for no more rows than it must, so that those who differ in rows alone share an answer.</summary>
    internal static IEnumerable<QuestionField<T>> FieldsOf<T>()
        where T : CutQuestion => CutFields.Select(f => f.Of<T>());
}
