namespace Rootscope.Cli.Roots;

/// <summary>Sentences that are not always said.</summary>
internal static class Sentences
{
    /// <summary>The sentence, or none.</summary>
    public static IEnumerable<string> Of(string? sentence) => sentence is null ? [] : [sentence];
}
