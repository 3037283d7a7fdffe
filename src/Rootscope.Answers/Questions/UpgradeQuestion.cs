using Rootscope.Storage.Formats.Text;
using Rootscope.Upgrading;

namespace Rootscope.Answers.Questions;

/// <summary>
/// How an economy catches up in technologies, year by year: home share, cost gap, and what a foreign cut would put at stake.
/// </summary>
/// <param name="Asked">The economy, the foreign cut, and what is known of feasibility.</param>
/// <example><c>new UpgradeQuestion(new WeakSpotQuestion("CHN")) { Technologies = ["logic_chips"], Ban = 0.5 }</c></example>
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

    /// <summary>Share of foreign supply that is not sold to the economy any more. Unit: share.</summary>
    public double Ban { get; init; }

    /// <summary>Share of its own supply that is not bought abroad any more. Unit: share.</summary>
    public double ExportBan { get; init; }

    /// <summary>Its tariff on foreign goods. Unit: share of the price.</summary>
    public double Tariff { get; init; }

    /// <summary>The tariff of others on its goods. Unit: share of the price.</summary>
    public double ForeignTariff { get; init; }

    /// <summary>Share of makers' research that falls away because capital is withheld. Unit: share.</summary>
    public double CapitalCut { get; init; }

    /// <summary>Public money for research into each technology. Unit: the currency of the table, a year.</summary>
    public double PublicMoney { get; init; }

    /// <summary>The first year in which these hold, 0 for the base year. Unit: years.</summary>
    public int From { get; init; }

    /// <summary>For how long; null for ever. Unit: years.</summary>
    public int? Lasts { get; init; }

    /// <summary>Parameters set to a figure, <c>name=value</c>, in the place of their ranges.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

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
        QuestionFields.Number<UpgradeQuestion>("ban", q => q.Ban, (q, v) => q with { Ban = v }),
        QuestionFields.Number<UpgradeQuestion>("exportBan", q => q.ExportBan, (q, v) => q with { ExportBan = v }),
        QuestionFields.Number<UpgradeQuestion>("tariff", q => q.Tariff, (q, v) => q with { Tariff = v }),
        QuestionFields.Number<UpgradeQuestion>("foreignTariff", q => q.ForeignTariff, (q, v) => q with { ForeignTariff = v }),
        QuestionFields.Number<UpgradeQuestion>("capitalCut", q => q.CapitalCut, (q, v) => q with { CapitalCut = v }),
        QuestionFields.Number<UpgradeQuestion>("publicMoney", q => q.PublicMoney, (q, v) => q with { PublicMoney = v }),
        QuestionFields.Whole<UpgradeQuestion>("from", q => q.From, (q, v) => q with { From = checked((int)v) }),
        QuestionFields.WholeOrNone<UpgradeQuestion>(
            "lasts",
            q => q.Lasts,
            (q, v) => q with { Lasts = v is { } y ? checked((int)y) : null }
        ),
        QuestionFields.Texts<UpgradeQuestion>("set", q => q.Set, (q, v) => q with { Set = v }),
        QuestionFields.Number<UpgradeQuestion>("below", q => q.Below, (q, v) => q with { Below = v }),
        QuestionFields.Whole<UpgradeQuestion>("years", q => q.Years, (q, v) => q with { Years = checked((int)v) }),
        .. WeakSpotQuestion
            .Fields.Where(f => f.Name is not ("draws" or "seed" or "horizon" or "supply" or "exposure" or "rule" or "holdings"))
            .Select(f => f.In<UpgradeQuestion>(q => q.Asked, (q, a) => q with { Asked = a })),
        QuestionFields.Whole<UpgradeQuestion>("draws", q => q.Draws, (q, v) => q with { Draws = checked((int)v) }),
        QuestionFields.Whole<UpgradeQuestion>("seed", q => q.Seed, (q, v) => q with { Seed = v }),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults()
    {
        List<QuestionFault> faults = [.. Asked.Faults()];
        Share("ban", Ban);
        Share("exportBan", ExportBan);
        Share("capitalCut", CapitalCut);
        Expect(Tariff is >= 0 and <= 10, "tariff", Tariff, "a share of the price from 0 to 10", "Give 0.25 for 25%.");
        Expect(ForeignTariff is >= 0 and <= 10, "foreignTariff", ForeignTariff, "a share of the price from 0 to 10", "Give 0.25 for 25%.");
        Expect(PublicMoney is >= 0 and <= 1e15, "publicMoney", PublicMoney, "money from 0 to 1e15 a year", "Give an amount, such as 10e9.");
        Expect(From is >= 0 and <= MostYears, "from", From, $"a year from 0 to {MostYears}", "Give 0 for the base year.");
        Expect(Lasts is null or (>= 1 and <= MostYears), "lasts", Lasts ?? 0, $"1 to {MostYears} years", "Leave it out for ever.");
        Expect(Below is > 0 and < 1, "below", Below, "a share of a year's final spending above 0 and below 1", "Give 0.01 for 1%.");
        Expect(Years is >= 1 and <= MostYears, "years", Years, $"1 to {MostYears} years", "Give years, such as 20.");
        Expect(Draws is >= 2 and <= MostDraws, "draws", Draws, $"2 to {MostDraws} draws", "Give 1000.");
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

        void Share(string name, double value) =>
            Expect(value is >= 0 and <= 1, name, value, "a share from 0 to 1", $"Give a share, such as {{{name}=0.5}}.");

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
    internal UpgradingPolicy PolicyIn(double unit) =>
        new()
        {
            Ban = Ban,
            ExportBan = ExportBan,
            Tariff = Tariff,
            ForeignTariff = ForeignTariff,
            CapitalCut = CapitalCut,
            PublicMoney = PublicMoney / unit,
            From = From,
            Years = Lasts,
        };

    /// <summary>Whether both ask the same, the lists included.</summary>
    public bool Equals(UpgradeQuestion? other) => other is not null && ToJson() == other.ToJson();

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToJson());

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
