using System.Globalization;

namespace Rootscope.Shocks.Kinds;

/// <summary>Values as text: for sentences, and in the canonical form behind a scenario's hash.</summary>
internal static class ShockText
{
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.####}%");

    public static string Canonical(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Order and repeats of names mean nothing.</summary>
    public static string Canonical(IEnumerable<string> names) =>
        string.Join(' ', names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    public static string Canonical(IEnumerable<Scenarios.ScenarioProduct> products) =>
        Canonical(products.Select(p => p.IsPartOfCarrier ? $"{p.WorkingCode}={ShareOf(p)}*{p.Code}" : p.Code));

    /// <summary>A declared share, or that the economy's own split sizes the part.</summary>
    private static string ShareOf(Scenarios.ScenarioProduct product) => product.ShareOfCarrier is { } share ? Canonical(share) : "part";
}
