using System.Globalization;
using Rootscope.Accounts.Measures;

namespace Rootscope.Answers.Questions;

/// <summary>One measure of every sector, region or pair of a table: multipliers, linkages, extraction, trade in value added.</summary>
/// <param name="Measure">The measure by its name; <see cref="AccountMeasures.All"/> has them.</param>
/// <param name="Table">The table by name, embedded or of the workspace.</param>
/// <remarks>
/// The table is taken as it was published: no region is singled out, no industry is split, capital goods stay investment.
/// </remarks>
public sealed record AccountsQuestion(string Measure = AccountsQuestion.DefaultMeasure, string Table = EconomyQuestion.DefaultTable)
    : Question
{
    /// <summary>The measure that is meant where none is named.</summary>
    public const string DefaultMeasure = "output-multiplier";

    internal const string Name = "accounts";

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>
    /// The share that is cut by a partial extraction, above 0 and at most 1; null for the measure's own, a half where it reads one.
    /// </summary>
    public double? Share { get; init; }

    /// <summary>
    /// By what part inputs are dearer to their buyers than their sellers' price; null for the measure's own. Unit: share of the price.
    /// </summary>
    public double? Wedge { get; init; }

    /// <summary>Only rows in which this sector, region or industry supplies; null for all.</summary>
    public string? Supplier { get; init; }

    /// <summary>Only rows in which this sector, region or industry buys; null for all.</summary>
    public string? Buyer { get; init; }

    /// <summary>The order of the rows.</summary>
    public AccountOrder Sort { get; init; } = AccountOrder.Table;

    /// <summary>The most rows; 0 for all.</summary>
    public int Top { get; init; }

    internal static IReadOnlyList<QuestionField<AccountsQuestion>> Fields { get; } =
    [
        QuestionFields.Text<AccountsQuestion>("table", q => q.Table, (q, v) => q with { Table = v ?? EconomyQuestion.DefaultTable }),
        QuestionFields.Text<AccountsQuestion>(
            "measure",
            q => q.Found?.Name ?? q.Measure,
            (q, v) => q with { Measure = v ?? DefaultMeasure }
        ),
        QuestionFields.NumberOrNone<AccountsQuestion>("share", q => q.UsedShare, (q, v) => q with { Share = v }),
        QuestionFields.NumberOrNone<AccountsQuestion>("wedge", q => q.UsedWedge, (q, v) => q with { Wedge = v }),
        QuestionFields.Text<AccountsQuestion>("supplier", q => q.Supplier, (q, v) => q with { Supplier = v }),
        QuestionFields.Text<AccountsQuestion>("buyer", q => q.Buyer, (q, v) => q with { Buyer = v }),
        QuestionFields.Word<AccountsQuestion, AccountOrder>(
            "sort",
            QuestionWords.AccountOrders,
            q => q.Sort,
            (q, v) => q with { Sort = v ?? q.Sort }
        ),
        QuestionFields.Whole<AccountsQuestion>("top", q => q.Top, (q, v) => q with { Top = checked((int)v) }),
    ];

    /// <summary>The measure; null where there is none of that name.</summary>
    internal AccountMeasure? Found =>
        AccountMeasures.All.FirstOrDefault(m => string.Equals(m.Name, Measure, StringComparison.OrdinalIgnoreCase));

    /// <summary>The share as it is used; null where the measure reads none.</summary>
    private double? UsedShare => Share ?? (Reads(AccountParameter.Share) ? new AccountOptions().Share : null);

    private double? UsedWedge => Wedge ?? (Reads(AccountParameter.Wedge) ? new AccountOptions().Wedge : null);

    /// <summary>The options of the measure.</summary>
    internal AccountOptions Options
    {
        get
        {
            var usual = new AccountOptions();
            return usual with { Share = Share ?? usual.Share, Wedge = Wedge ?? usual.Wedge, Supplier = Supplier, Buyer = Buyer };
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults()
    {
        List<QuestionFault> faults = [.. new EconomyQuestion(Table).Faults()];
        if (Found is not { } measure)
        {
            faults.Add(QuestionFault.UnknownWord("measure", Measure, [.. AccountMeasures.All.Select(m => m.Name)]));
        }
        else
        {
            faults.AddRange(
                Given().Where(g => !measure.Parameters.Contains(g.Parameter)).Select(g => NotRead(measure, g.Option, g.Parameter))
            );
        }

        if (Share is { } share && !(share is > 0 and <= 1))
        {
            faults.Add(Outside("share", string.Create(CultureInfo.InvariantCulture, $"above 0 and at most at 1, not {share}"), "0.5"));
        }

        if (Wedge is { } wedge && !(wedge >= 0 && double.IsFinite(wedge)))
        {
            faults.Add(Outside("wedge", string.Create(CultureInfo.InvariantCulture, $"at 0 or above, not {wedge}"), "0.1"));
        }

        return [.. faults, .. CommonFaults.OfRows("top", Top)];
    }

    /// <summary>Whether both ask the same: a default counts as what it stands for.</summary>
    public bool Equals(AccountsQuestion? other) => other is not null && ToJson() == other.ToJson();

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToJson());

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));

    private bool Reads(AccountParameter parameter) => Found is { } measure && measure.Parameters.Contains(parameter);

    private IEnumerable<(string Option, AccountParameter Parameter)> Given()
    {
        (string Option, AccountParameter Parameter, bool IsGiven)[] all =
        [
            ("share", AccountParameter.Share, Share is not null),
            ("wedge", AccountParameter.Wedge, Wedge is not null),
            ("supplier", AccountParameter.Supplier, Supplier is not null),
            ("buyer", AccountParameter.Buyer, Buyer is not null),
        ];
        return all.Where(g => g.IsGiven).Select(g => (g.Option, g.Parameter));
    }

    private static QuestionFault NotRead(AccountMeasure measure, string option, AccountParameter parameter) =>
        new(
            option,
            $"The measure '{measure.Name}' reads no {{{option}}}.",
            "Leave it out, or ask for one that does: "
                + $"{string.Join(", ", AccountMeasures.All.Where(m => m.Parameters.Contains(parameter)).Select(m => m.Name))}."
        );

    private static QuestionFault Outside(string option, string where, string example) =>
        new(option, $"{{{option}}} has to lie {where}.", $"Give a share, such as {{{option}={example}}}.");
}

/// <summary>The order of an account's rows.</summary>
public enum AccountOrder
{
    /// <summary>That of the table.</summary>
    Table,

    /// <summary>By value, the largest first; what has none comes last.</summary>
    Value,
}
