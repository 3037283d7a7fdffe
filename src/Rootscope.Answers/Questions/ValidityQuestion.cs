using Rootscope.Roots;
using Rootscope.Roots.Stake;
using Rootscope.Roots.Validation;

namespace Rootscope.Answers.Questions;

/// <summary>Whether measures find what experts name: the chance that an industry of a list ranks above one that is not on it.</summary>
/// <param name="Asked">The economy and the cut; lens, order, origin, draws and number of rows are left aside, and no industry is
/// split.</param>
/// <param name="Labels">A file of an expert list mapped to industries.</param>
/// <example><c>new ValidityQuestion("china-2020", "expert-list.csv")</c></example>
public sealed record ValidityQuestion(RootQuestion Asked, string Labels) : Question
{
    internal const string Name = "roots-validity";

    private static readonly string[] LeftAside =
    [
        "technologies",
        "essentiality",
        "lens",
        "by",
        "sort",
        "origin",
        "draws",
        "drawsSources",
        "seed",
        "top",
    ];

    /// <summary>The validity of measures on a table under its defaults.</summary>
    /// <param name="table">The table by name.</param>
    /// <param name="labels">The expert list.</param>
    public ValidityQuestion(string table, string labels)
        : this(new RootQuestion(table), labels) { }

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>Only items of the list whose identifier ends so; null for all.</summary>
    public string? Items { get; init; }

    /// <summary>The seed of the bootstrap and of permutations.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Draws of the bootstrap.</summary>
    public int Draws { get; init; } = 1000;

    /// <summary>
    /// How often flows and elasticities are exchanged at random, to show what the model adds to the ratings; 0 leaves that out, and what
    /// single ingredients add.
    /// </summary>
    public int Permutations { get; init; } = 5;

    internal static IReadOnlyList<QuestionField<ValidityQuestion>> Fields { get; } =
    [
        .. RootQuestion
            .Fields.Where(f => !LeftAside.Contains(f.Name))
            .Select(f => f.In<ValidityQuestion>(q => q.Asked, (q, a) => q with { Asked = a })),
        QuestionFields.Text<ValidityQuestion>("labels", q => q.Labels, (q, v) => q with { Labels = v ?? string.Empty }),
        QuestionFields.Text<ValidityQuestion>("items", q => q.Items, (q, v) => q with { Items = v }),
        QuestionFields.Whole<ValidityQuestion>("seed", q => q.Seed, (q, v) => q with { Seed = v }),
        QuestionFields.Whole<ValidityQuestion>("draws", q => q.Draws, (q, v) => q with { Draws = checked((int)v) }),
        QuestionFields.Whole<ValidityQuestion>("permutations", q => q.Permutations, (q, v) => q with { Permutations = checked((int)v) }),
    ];

    /// <summary>The ranking whose measures are scored.</summary>
    internal RootQuestion Ranking =>
        new(Asked.Economy with { Technologies = EconomyQuestion.Auto })
        {
            Cut = Asked.Cut,
            Supply = Asked.Supply,
            Trade = Asked.Trade,
            OwnUse = Asked.OwnUse,
            CutAs = Asked.CutAs,
        };

    /// <summary>What is at stake, in the same economy and with the same cut.</summary>
    internal StakeQuestion Stake =>
        new(Ranking.Economy)
        {
            Cut = Asked.Cut,
            Capital = Asked.Economy.Capital == CapitalTreatment.Off ? StakeCapital.Off : StakeCapital.Stock,
            Elasticities =
                Asked.Economy.Elasticities == EconomyQuestion.DefaultElasticities ? StakeQuestion.ByHorizon : Asked.Economy.Elasticities,
        };

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults()
    {
        List<QuestionFault> faults = [.. Ranking.Faults(), .. CommonFaults.OfName("labels", Labels, "a file of an expert list")];
        if (Draws < BootstrapOptions.FewestDraws)
        {
            faults.Add(CommonFaults.Outside("draws", Draws, $"a number of at least {BootstrapOptions.FewestDraws}", "Give 1000."));
        }

        if (Permutations < 0)
        {
            faults.Add(CommonFaults.Outside("permutations", Permutations, "a number of at least 0", "Give 0 to leave them out."));
        }

        return faults;
    }

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
