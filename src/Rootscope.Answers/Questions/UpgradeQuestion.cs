using Rootscope.Storage.Formats.Text;
using Rootscope.Upgrading;

namespace Rootscope.Answers.Questions;

/// <summary>
/// How an economy catches up in technologies, year by year: home share, cost gap, and what a foreign cut would put at stake.
/// </summary>
/// <param name="Asked">The economy, the foreign cut, and what is known of feasibility.</param>
/// <example><c>new UpgradeQuestion("CHN") { Technologies = ["logic_chips"], Policy = new() { Ban = 0.5 } }</c></example>
public sealed record UpgradeQuestion(WeakSpotQuestion Asked) : Question
{
    internal const string Name = "upgrade";

    private const int MostYears = 50;
    private const int MostDraws = 10_000;

    /// <summary>The question about an economy under its defaults.</summary>
    /// <param name="region">The economy by a code or name of it.</param>
    public UpgradeQuestion(string region = WeakSpotQuestion.DefaultRegion)
        : this(new WeakSpotQuestion(region)) { }

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>Technologies by identifier or name; empty for all core ones.</summary>
    public IReadOnlyList<string> Technologies { get; init; } = [];

    /// <summary>What others and the government do to each technology. Public money is in the currency of the table, a year.</summary>
    public UpgradingPolicy Policy { get; init; } = UpgradingPolicy.None;

    /// <summary>Parameters set to a figure, <c>name=value</c>, in the place of their ranges.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>
    /// Dated tables of the same economy, by name, from which the rate at which the gap closes is fitted; empty for its published range.
    /// </summary>
    public IReadOnlyList<string> History { get; init; } = [];

    /// <summary>What is at stake counts as little below this. Unit: share of a year's final spending.</summary>
    public double Below { get; init; } = 0.01;

    /// <summary>Years after the base year. Unit: years.</summary>
    public int Years { get; init; } = 20;

    /// <summary>Number of draws.</summary>
    public int Draws { get; init; } = 1000;

    /// <summary>The seed; one seed gives the same bytes on any machine and number of threads.</summary>
    public long Seed { get; init; } = 1;

    internal static IReadOnlyList<QuestionField<UpgradeQuestion>> Fields { get; } =
    [
        QuestionFields.Texts<UpgradeQuestion>("technology", q => q.Technologies, (q, v) => q with { Technologies = v }),
        Done("ban", p => p.Ban, (p, v) => p with { Ban = v }),
        Done("exportBan", p => p.ExportBan, (p, v) => p with { ExportBan = v }),
        Done("tariff", p => p.Tariff, (p, v) => p with { Tariff = v }),
        Done("foreignTariff", p => p.ForeignTariff, (p, v) => p with { ForeignTariff = v }),
        Done("capitalCut", p => p.CapitalCut, (p, v) => p with { CapitalCut = v }),
        Done("publicMoney", p => p.PublicMoney, (p, v) => p with { PublicMoney = v }),
        QuestionFields.Whole<UpgradeQuestion>(
            "from",
            q => q.Policy.From,
            (q, v) => q with { Policy = q.Policy with { From = checked((int)v) } }
        ),
        QuestionFields.WholeOrNone<UpgradeQuestion>(
            "lasts",
            q => q.Policy.Years,
            (q, v) => q with { Policy = q.Policy with { Years = v is { } y ? checked((int)y) : null } }
        ),
        QuestionFields.Texts<UpgradeQuestion>("set", q => q.Set, (q, v) => q with { Set = v }),
        QuestionFields.Texts<UpgradeQuestion>("history", q => q.History, (q, v) => q with { History = v }),
        QuestionFields.Number<UpgradeQuestion>("below", q => q.Below, (q, v) => q with { Below = v }),
        QuestionFields.Whole<UpgradeQuestion>("years", q => q.Years, (q, v) => q with { Years = checked((int)v) }),
        .. WeakSpotQuestion
            .Fields.Where(f => f.Name is not ("draws" or "seed" or "horizon" or "supply" or "exposure" or "rule" or "holdings"))
            .Select(f => f.In<UpgradeQuestion>(q => q.Asked, (q, a) => q with { Asked = a })),
        QuestionFields.Whole<UpgradeQuestion>("draws", q => q.Draws, (q, v) => q with { Draws = checked((int)v) }),
        QuestionFields.Whole<UpgradeQuestion>("seed", q => q.Seed, (q, v) => q with { Seed = v }),
    ];

    private static QuestionField<UpgradeQuestion> Done(
        string name,
        Func<UpgradingPolicy, double> valueOf,
        Func<UpgradingPolicy, double, UpgradingPolicy> with
    ) => QuestionFields.Number<UpgradeQuestion>(name, q => valueOf(q.Policy), (q, v) => q with { Policy = with(q.Policy, v) });

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults()
    {
        List<QuestionFault> faults = [.. Asked.Faults()];
        foreach (PolicyCheck check in Policy.Checks())
        {
            Expect(check.Holds, check.Name, check.Value, check.Expected, check.Repair);
        }

        Expect(Below is > 0 and < 1, "below", Below, "a share of a year's final spending above 0 and below 1", "Give 0.01 for 1%.");
        Expect(Years is >= 1 and <= MostYears, "years", Years, $"1 to {MostYears} years", "Give years, such as 20.");
        Expect(Draws is >= 2 and <= MostDraws, "draws", Draws, $"2 to {MostDraws} draws", "Give 1000.");
        if (History.Count > 0 && History.Distinct(StringComparer.Ordinal).Count() < UpgradingCalibration.FewestTables)
        {
            faults.Add(
                new QuestionFault(
                    "history",
                    $"{{history}} names {(History.Count == 1 ? "one table" : $"{History.Count} tables")}: "
                        + "two at least are fitted to and one is held out.",
                    "Name at least three tables of different years, or leave it out."
                )
            );
        }

        foreach (string set in Set)
        {
            if (set.Split('=', 2) is not [{ Length: > 0 }, { Length: > 0 } text] || TypedNumber.Find(text) is null)
            {
                faults.Add(
                    new QuestionFault(
                        "set",
                        $"{{set}} cannot be {QuestionFault.Quoted(set)}.",
                        $"Write a parameter and its figure, such as {{set=spill=0.02}}."
                    )
                );
            }
        }

        return faults;

        void Expect(bool holds, string option, IFormattable value, string expected, string repair)
        {
            if (!holds)
            {
                faults.Add(CommonFaults.Outside(option, value, expected, repair));
            }
        }
    }

    /// <summary>What is done to each technology.</summary>
    /// <param name="unit">How much currency a unit of the table's money is.</param>
    internal UpgradingPolicy PolicyIn(double unit) => Policy with { PublicMoney = Policy.PublicMoney / unit };

    /// <summary>Whether both ask the same, the lists included.</summary>
    public bool Equals(UpgradeQuestion? other) => other is not null && ToJson() == other.ToJson();

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToJson());

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
