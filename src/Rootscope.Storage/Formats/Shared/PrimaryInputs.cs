using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Shared;

/// <summary>What the rows of primary inputs in published tables stand for.</summary>
internal static class PrimaryInputs
{
    /// <summary>The kind that an English name tells; <see cref="ValueAddedKind.Other"/> where it tells none.</summary>
    public static ValueAddedKind KindOf(string name)
    {
        bool Has(string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);
        return Has("compensation") ? ValueAddedKind.Labour
            : Has("tax") || Has("subsid") ? ValueAddedKind.Taxes
            : Has("fixed capital") ? ValueAddedKind.Depreciation
            : Has("surplus") || Has("mixed income") ? ValueAddedKind.Surplus
            : ValueAddedKind.Other;
    }
}
