using System.Reflection;
using Rootscope.Storage.Codec;
using Rootscope.Tables;

namespace Rootscope.Storage;

/// <summary>The tables that ship inside this library, so that every command answers without a download.</summary>
public static class EmbeddedTables
{
    private const string Prefix = "tables/";
    private const string Suffix = ".rst1";

    /// <summary>The names of the embedded tables, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = EmbeddedNames.Of(Prefix, Suffix);

    /// <summary>Whether a table of that name is embedded.</summary>
    public static bool Has(string name) => Names.Contains(name, StringComparer.Ordinal);

    /// <summary>Reads an embedded table.</summary>
    /// <exception cref="UnknownNameException">There is none of that name.</exception>
    public static FlowTable Read(string name)
    {
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name + Suffix);
        return stream is null
            ? throw new UnknownNameException(
                "embedded table",
                name,
                NearestNames.Of(name, Names),
                $"Embedded are {string.Join(", ", Names)}."
            )
            : TableCodec.Read(stream, $"embedded table {name}");
    }
}
