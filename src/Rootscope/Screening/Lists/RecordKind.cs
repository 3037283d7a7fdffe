namespace Rootscope.Screening.Lists;

/// <summary>What is listed.</summary>
public enum RecordKind
{
    /// <summary>The list does not say.</summary>
    Unknown,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A firm, an authority, a group.</summary>
    Organisation,

    /// <summary>A ship.</summary>
    Vessel,

    /// <summary>An aircraft.</summary>
    Aircraft,
}

/// <summary>What a name of a record is.</summary>
public enum NameRole
{
    /// <summary>The name under which the list has the record.</summary>
    Primary,

    /// <summary>Another name that the publisher holds for good.</summary>
    Alias,

    /// <summary>Another name that the publisher calls weak: too common to act on alone.</summary>
    WeakAlias,

    /// <summary>A former name.</summary>
    Former,
}
