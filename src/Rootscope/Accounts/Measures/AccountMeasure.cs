using Rootscope.Tables;

namespace Rootscope.Accounts.Measures;

/// <summary>One measure that can be asked for by name: what it means, who it comes from and how it is computed.</summary>
public sealed class AccountMeasure
{
    private readonly Func<FlowTable, AccountOptions, CancellationToken, AccountFigures> _compute;

    internal AccountMeasure(Func<FlowTable, AccountOptions, CancellationToken, AccountFigures> compute)
    {
        _compute = compute;
    }

    /// <summary>The name it is asked for by, such as <c>output-multiplier</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What its values are measured in.</summary>
    public required AccountUnit Unit { get; init; }

    /// <summary>One sentence that says what it is.</summary>
    public required string Meaning { get; init; }

    /// <summary>Who it comes from: author and year.</summary>
    public required string Source { get; init; }

    /// <summary>The options that it reads; empty for most.</summary>
    public IReadOnlyList<AccountParameter> Parameters { get; init; } = [];

    /// <summary>What a value belongs to: a sector, a region, or a pair of them.</summary>
    public AccountShape Shape { get; init; }

    /// <summary>
    /// Whether in a pair the key buys and the partner supplies, so that <see cref="AccountOptions.Supplier"/> is about the partner.
    /// </summary>
    public bool KeyBuys { get; init; }

    /// <summary>Whether every value belongs to a pair and not to one sector or region.</summary>
    public bool IsCellMeasure => Shape is not (AccountShape.Sector or AccountShape.Region);

    /// <summary>Whether it has no meaning where exports are not told apart from other final uses.</summary>
    internal bool NeedsExports { get; init; }

    /// <summary>Computes the measure for a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="options">Parameters; null for the defaults.</param>
    /// <param name="cancellation">Stops a long computation.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="UnknownNameException">The options name a sector or region that the table does not have.</exception>
    /// <exception cref="ModelException">The table is not productive, or the measure has no meaning on it.</exception>
    public AccountResult Compute(FlowTable table, AccountOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        AccountOptions used = options ?? new AccountOptions();
        if (used.Faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", used.Faults), nameof(options));
        }

        // A name that is not there is refused before anything is computed.
        var selection = AccountSelection.Of(table, this, used);
        AccountFigures figures =
            NeedsExports && TableTotals.HidesExports(table) ? WithoutExports(table) : _compute(table, used, cancellation);
        return new AccountResult
        {
            Measure = this,
            Table = table,
            Options = used,
            Rows = selection.From(figures.Rows),
            Notes = [.. AccountNotes.Common(table), .. figures.Notes],
        };
    }

    private AccountFigures WithoutExports(FlowTable table) =>
        Shape == AccountShape.Region
            ? AccountFigures.OfRegions([null], AccountNotes.HiddenExports)
            : AccountFigures.OfSectors(table, new double?[table.Size], AccountNotes.HiddenExports);
}
