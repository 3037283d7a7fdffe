namespace Rootscope.Web.Addresses;

/// <summary>What the query of an address may hold.</summary>
internal interface ITakesQuery
{
    /// <summary>Its fields.</summary>
    static abstract IReadOnlyList<QueryField> Fields { get; }
}

/// <summary>Says which fields the query of a page or an endpoint may hold; without it there are none but those of every page.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal abstract class QueryFieldsAttribute : Attribute
{
    /// <summary>The fields.</summary>
    public abstract IReadOnlyList<QueryField> Fields { get; }
}

/// <summary>The fields that a type lists.</summary>
/// <typeparam name="T">The type.</typeparam>
internal sealed class TakesAttribute<T> : QueryFieldsAttribute
    where T : ITakesQuery
{
    /// <inheritdoc />
    public override IReadOnlyList<QueryField> Fields => T.Fields;
}
