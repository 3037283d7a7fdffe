namespace Rootscope.Answers.Questions;

/// <summary>
/// A brief on one economy, to be handed on: what it stands on, where it can be cut off, what an embargo costs, what to build first.
/// </summary>
/// <param name="Asked">The economy, the cut that ranks products, and what is known of holders.</param>
/// <example><c>new BriefQuestion("CHN") { Embargo = 0.9 }</c></example>
public sealed record BriefQuestion(WeakSpotQuestion Asked) : Question
{
    internal const string Name = "brief";

    /// <summary>The brief on an economy under its defaults.</summary>
    /// <param name="region">The economy by a code or name of it.</param>
    public BriefQuestion(string region = WeakSpotQuestion.DefaultRegion)
        : this(new WeakSpotQuestion(region)) { }

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>Share of imports that goes missing in the embargo. Unit: share.</summary>
    public double Embargo { get; init; } = 0.9;

    /// <summary>The budget for building. Unit: share of a year's final spending; 0 for no plan.</summary>
    public double BudgetShare { get; init; } = 0.001;

    internal static IReadOnlyList<QuestionField<BriefQuestion>> Fields { get; } =
    [
        QuestionFields.Number<BriefQuestion>("embargo", q => q.Embargo, (q, v) => q with { Embargo = v }),
        QuestionFields.Number<BriefQuestion>("budgetShare", q => q.BudgetShare, (q, v) => q with { BudgetShare = v }),
        .. WeakSpotQuestion
            .Fields.Where(f => f.Name is not ("horizon" or "supply" or "exposure"))
            .Select(f => f.In<BriefQuestion>(q => q.Asked, (q, a) => q with { Asked = a })),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults()
    {
        List<QuestionFault> faults = [.. Asked.Faults()];
        if (!(Embargo is > 0 and < 1))
        {
            faults.Add(
                CommonFaults.Outside("embargo", Embargo, "a share above 0 and below 1", "Give the share of imports, such as {embargo=0.9}.")
            );
        }

        if (!(BudgetShare is >= 0 and <= 1))
        {
            faults.Add(
                CommonFaults.Outside(
                    "budgetShare",
                    BudgetShare,
                    "a share from 0 to 1 of a year's final spending",
                    "Give 0.001 for a thousandth, or 0 for no plan."
                )
            );
        }

        return faults;
    }

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
