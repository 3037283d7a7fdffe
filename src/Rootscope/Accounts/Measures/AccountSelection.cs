using Rootscope.Tables;

namespace Rootscope.Accounts.Measures;

/// <summary>The rows of a measure that the options ask for.</summary>
internal sealed class AccountSelection
{
    private readonly SectorSelection? _key;
    private readonly SectorSelection? _partner;

    private AccountSelection(SectorSelection? key, SectorSelection? partner)
    {
        _key = key;
        _partner = partner;
    }

    public static AccountSelection Of(FlowTable table, AccountMeasure measure, AccountOptions options)
    {
        SectorSelection? supplier = Read(table, measure, AccountParameter.Supplier, options.Supplier);
        SectorSelection? buyer = Read(table, measure, AccountParameter.Buyer, options.Buyer);
        return measure.KeyBuys ? new AccountSelection(buyer, supplier) : new AccountSelection(supplier, buyer);
    }

    public IReadOnlyList<AccountRow> From(IReadOnlyList<AccountRow> rows) =>
        _key is null && _partner is null
            ? rows
            :
            [
                .. rows.Where(r =>
                    (_key?.Holds(r.Key) ?? true) && (_partner is null || (r.Partner is { } partner && _partner.Value.Holds(partner)))
                ),
            ];

    private static SectorSelection? Read(FlowTable table, AccountMeasure measure, AccountParameter parameter, string? name) =>
        name is null || !measure.Parameters.Contains(parameter) ? null : SectorSelection.Parse(table.Sectors, name);
}
