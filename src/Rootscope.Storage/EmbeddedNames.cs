using System.Reflection;

namespace Rootscope.Storage;

/// <summary>The names under which data is embedded.</summary>
internal static class EmbeddedNames
{
    /// <summary>What stands between a prefix and a suffix in the names of embedded files, in ordinal order.</summary>
    /// <param name="prefix">The folder, with slashes.</param>
    /// <param name="suffix">The end of every file's name there.</param>
    public static IReadOnlyList<string> Of(string prefix, string suffix) =>
        [
            .. Assembly
                .GetExecutingAssembly()
                .GetManifestResourceNames()
                .Select(n => n.Replace('\\', '/'))
                .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
                .Select(n => n[prefix.Length..^suffix.Length])
                .Order(StringComparer.Ordinal),
        ];
}
