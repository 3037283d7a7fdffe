using Rootscope.Tables;

namespace Rootscope.Accounts.Measures;

/// <summary>The rows of a measure that the options ask for.</summary>
internal sealed class AccountSelection
{
    private readonly SectorSelection? _supplier;
    private readonly SectorSelection? _buyer;

    private AccountSelection(SectorSelection? supplier, SectorSelection? buyer)
    {
        _supplier = supplier;
        _buyer = buyer;
    }

    public static AccountSelection Of(FlowTable table, AccountMeasure measure, AccountOptions options) => new(
        Read(table, measure, AccountParameter.Supplier, options.Supplier), Read(table, measure, AccountParameter.Buyer, options.Buyer));

    public IReadOnlyList<AccountRow> From(IReadOnlyList<AccountRow> rows) => _supplier is null && _buyer is null
        ? rows
        : [.. rows.Where(r => (_supplier?.Holds(r.Key) ?? true) && (_buyer is null || (r.Partner is { } partner && _buyer.Value.Holds(partner))))];

    private static SectorSelection? Read(FlowTable table, AccountMeasure measure, AccountParameter parameter, string? name) =>
        name is null || !measure.Parameters.Contains(parameter) ? null : SectorSelection.Parse(table.Sectors, name);
}
