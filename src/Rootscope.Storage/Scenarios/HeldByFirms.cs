using System.Globalization;
using Rootscope.WeakSpots;

namespace Rootscope.Storage.Scenarios;

/// <summary>What published shares say of a firm's part of what its economy makes.</summary>
/// <remarks>
/// A source says what a firm holds of the world's market. Its share of its own economy's product is that over what the economy holds of the
/// same subject, by the same basis, in the same year; where nobody published that it is not known, and lies between the firm's share of
/// the world and all. A subject may be narrower than the technology, which is then said.
/// </remarks>
internal sealed class HeldByFirms(IReadOnlyList<HoldingFact> facts)
{
    private static readonly string[] CountedByPlace = ["headquarters", "mining", "production", "refining"];

    /// <summary>A share that follows, or why none does.</summary>
    /// <param name="Firm">The share of the firm.</param>
    /// <param name="Economy">The share of its economy; null where none is published.</param>
    public sealed record Finding(HoldingFact Firm, HoldingFact? Economy)
    {
        /// <summary>The firm's share of its economy's product; null where it does not follow. Unit: share.</summary>
        public double? Share =>
            Economy is { Share: > 0 } economy
            && economy.Share >= Firm.Share
            && economy.Bound != ShareBound.AtLeast
            && Firm.Bound != ShareBound.AtLeast
                ? Firm.Share / economy.Share
                : null;

        /// <summary>What is known, with year and source.</summary>
        public string Known =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Firm.Holder} ({string.Join("+", Firm.Economies)}) holds {Of(Firm)} of {Firm.Subject} in the world "
                    + $"({Basis(Firm)}{Firm.Year}, {Firm.Source})"
            );

        /// <summary>What of it was published, for notes beside figures.</summary>
        public string Source =>
            Economy is null
                ? Known
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Known}, its economy {Of(Economy)} ({Economy.Year}, {Economy.Source}); the share of {Firm.Subject} stands for all of "
                        + $"{Firm.Technology}"
                );

        private static string Of(HoldingFact fact) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{fact.Bound switch
                {
                    ShareBound.About => "about ",
                    ShareBound.AtLeast => "at least ",
                    _ => string.Empty,
                }}{fact.Share * 100:0.#}%"
            );

        private static string Basis(HoldingFact fact) => fact.Basis.Length == 0 ? string.Empty : $"{fact.Basis}, ";
    }

    /// <summary>Firms of which something is published, each once.</summary>
    /// <param name="isRegion">Whether a name is that of a region of the table.</param>
    public IReadOnlyList<string> Firms(Func<string, bool> isRegion) =>
        [.. facts.Where(f => IsFirm(f, isRegion)).Select(f => f.Holder).Distinct(StringComparer.Ordinal)];

    /// <summary>What is published of a firm: by technology the newest subject from which its share follows, or the newest of all.</summary>
    /// <param name="firm">Its name, capitals or not.</param>
    /// <param name="isRegion">Whether a name is that of a region of the table.</param>
    public IReadOnlyList<Finding> Of(string firm, Func<string, bool> isRegion) =>
        [
            .. facts
                .Where(f => IsFirm(f, isRegion) && string.Equals(f.Holder, firm, StringComparison.OrdinalIgnoreCase))
                .Select(f => new Finding(f, EconomyOf(f, isRegion)))
                .GroupBy(f => f.Firm.Technology, StringComparer.Ordinal)
                .Select(g => g.OrderByDescending(f => f.Share is not null).ThenByDescending(f => f.Firm.Year).First()),
        ];

    private HoldingFact? EconomyOf(HoldingFact firm, Func<string, bool> isRegion) =>
        firm.Economies.Count != 1
            ? null
            : facts.FirstOrDefault(f =>
                IsPlace(f.Holder, isRegion)
                && f.Economies.SequenceEqual(firm.Economies, StringComparer.Ordinal)
                && (f.Technology, f.Subject, f.Basis, f.Buyer, f.Year) == (firm.Technology, firm.Subject, firm.Basis, firm.Buyer, firm.Year)
            );

    /// <summary>A holder is a place where it is named like a region, or counted by mines, plants or seats anywhere.</summary>
    private bool IsPlace(string holder, Func<string, bool> isRegion) =>
        isRegion(holder) || facts.Any(f => f.Holder == holder && Array.IndexOf(CountedByPlace, f.Basis) >= 0);

    private bool IsFirm(HoldingFact fact, Func<string, bool> isRegion) =>
        fact.Buyer.Length == 0
        && fact.Economies.Count > 0
        && !fact.Economies.Contains(HoldingFact.Abroad, StringComparer.Ordinal)
        && !IsPlace(fact.Holder, isRegion);
}
