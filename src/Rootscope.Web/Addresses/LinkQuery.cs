namespace Rootscope.Web.Addresses;

/// <summary>The query of an address that a link with a secret leads to.</summary>
internal sealed class LinkQuery : ITakesQuery
{
    /// <summary>The longest secret; most are half as long. Unit: characters.</summary>
    private const int LongestToken = 1000;

    public static IReadOnlyList<QueryField> Fields { get; } = [new("token") { Longest = LongestToken }];
}
