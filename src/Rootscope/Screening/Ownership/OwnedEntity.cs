namespace Rootscope.Screening.Ownership;

/// <summary>How an entity stands by a rule of ownership.</summary>
public enum OwnershipState
{
    /// <summary>Blocked owners have a share in it, and however the unknown shares are, it is not enough.</summary>
    Below,

    /// <summary>It depends on shares that are not known.</summary>
    Possible,

    /// <summary>It counts as listed whatever the unknown shares are.</summary>
    Owned,

    /// <summary>It is on a list itself.</summary>
    Listed,
}

/// <summary>An entity in which listed parties have a share, or that is listed itself.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">How it stands.</param>
/// <param name="Least">The least that blocked owners hold of it: share between 0 and 1; 1 where it is listed.</param>
/// <param name="Most">The most that they can hold: share between <paramref name="Least"/> and 1.</param>
/// <param name="Layer">How many layers it is below a list: 0 for who is on one, 1 for who is owned by those; a count. Where it does not
/// count as listed, the layer at which it would.</param>
/// <param name="Listed">The listed parties that it comes from, in ordinal order; itself where it is listed.</param>
/// <param name="Path">The stakes by which it comes about, layer by layer from the lists down; none where it is listed.</param>
public sealed record OwnedEntity(
    string Name,
    OwnershipState State,
    decimal Least,
    decimal Most,
    int Layer,
    IReadOnlyList<string> Listed,
    IReadOnlyList<OwnershipStake> Path
);
