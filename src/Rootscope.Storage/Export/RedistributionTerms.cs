using Rootscope.Tables;

namespace Rootscope.Storage.Export;

/// <summary>Whether an export may hold a table's figures, and why.</summary>
/// <param name="IsAllowed">Whether the terms are known to allow passing the figures on.</param>
/// <param name="MayBeConfirmed">Where they are not: whether a user may state that they hold the right. Never where the terms forbid
/// it.</param>
/// <param name="Reason">Why, as a sentence.</param>
public sealed record RedistributionTerms(bool IsAllowed, bool MayBeConfirmed, string Reason)
{
    /// <summary>Words in a licence by which its figures may be passed on by anyone, for any purpose.</summary>
    private static readonly string[] Open =
    [
        "public domain",
        "CC0",
        "CC BY 4",
        "CC BY 3",
        "CC-BY-4",
        "CC-BY-3",
        "CC BY-SA",
        "CC-BY-SA",
        "Open Government Licence",
        "ODC-BY",
        "ODbL",
        "Etalab",
        "none needed",
        "own figures",
    ];

    /// <summary>Words that take it back.</summary>
    private static readonly string[] Restricted =
    [
        "unconfirmed",
        "unstated",
        "unknown",
        "not ",
        "no redistribution",
        "non-commercial",
        "noncommercial",
        "-NC",
        "restricted",
        "permission",
        "except",
    ];

    /// <summary>Decides by what the table's metadata say, on the side of caution: what is not known to be allowed is not.</summary>
    public static RedistributionTerms Of(TableMetadata about)
    {
        ArgumentNullException.ThrowIfNull(about);
        if (about.Redistribution == Redistribution.Forbidden)
        {
            return new RedistributionTerms(
                IsAllowed: false,
                MayBeConfirmed: false,
                $"The terms of the source forbid passing its figures on ({about.Licence})."
            );
        }

        if (about.Redistribution == Redistribution.Allowed)
        {
            return new RedistributionTerms(
                IsAllowed: true,
                MayBeConfirmed: true,
                $"The terms of the source allow passing its figures on with the citation ({about.Licence})."
            );
        }

        bool open = Holds(about.Licence, Open) && !Holds(about.Licence, Restricted);
        return open
            ? new RedistributionTerms(
                IsAllowed: true,
                MayBeConfirmed: true,
                $"The licence allows passing the figures on with the citation ({about.Licence})."
            )
            : new RedistributionTerms(
                IsAllowed: false,
                MayBeConfirmed: true,
                $"It is not known that the figures may be passed on (licence: {about.Licence})."
            );
    }

    private static bool Holds(string licence, string[] words) =>
        Array.Exists(words, w => licence.Contains(w, StringComparison.OrdinalIgnoreCase));
}
