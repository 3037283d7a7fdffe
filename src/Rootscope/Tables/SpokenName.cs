namespace Rootscope.Tables;

/// <summary>A region's name inside a sentence: "the United States", "the Netherlands", but "China".</summary>
public static class SpokenName
{
    /// <summary>The name as it stands in a sentence.</summary>
    public static string Of(string region) =>
        region.StartsWith("United ", StringComparison.Ordinal)
        || region.StartsWith("Rest of ", StringComparison.Ordinal)
        || region.StartsWith("Russian ", StringComparison.Ordinal)
        || region.EndsWith(" Republic", StringComparison.Ordinal)
        || string.Equals(region, "Netherlands", StringComparison.Ordinal)
            ? $"the {region}"
            : region;
}
