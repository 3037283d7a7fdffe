using System.Security.Cryptography;
using Rootscope.Storage.Formats.Files;
using Rootscope.Storage.Formats.Mapped;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.DataPackage;

/// <summary>
/// Reads a Frictionless data package: a <c>datapackage.json</c> whose key <c>rootscope</c> holds a mapping, and the CSV or Parquet resource
/// that it names.
/// </summary>
/// <remarks>
/// Title, sources and licences of the package are those of the table where the mapping is silent. The <c>hash</c> (SHA-256, SHA-1 or MD5)
/// and
/// <c>bytes</c> of the resource are checked where they are given. Paths stay inside the package's folder.
/// </remarks>
internal static class DataPackageReader
{
    /// <summary>The name of the description.</summary>
    public const string FileName = "datapackage.json";

    /// <summary>Reads the table of a package.</summary>
    /// <param name="path">The folder, or its datapackage.json.</param>
    /// <param name="id">The name the table is to have.</param>
    /// <param name="year">The year; where null, that of the mapping.</param>
    /// <param name="tolerance">Share of output that a row or column may be off.</param>
    /// <param name="cancellation">Stops the reading at the next row.</param>
    /// <exception cref="TableException">The description has a fault, a resource is missing or not the one described, or the table does not
    /// balance.</exception>
    public static FlowTable Read(
        string path,
        string id,
        int? year = null,
        double? tolerance = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(path);
        string file = Directory.Exists(path) ? Path.Combine(path, FileName) : path;
        var package = YamlBlock.Read(file);
        IReadOnlyList<YamlBlock> resources = package.Blocks("resources");
        YamlBlock described =
            package.FindBlock("rootscope")
            ?? throw package.Fault(
                "rootscope",
                "the package has no key 'rootscope'. Add one that says which columns are what: the keys of a mapping (docs/data/mapped.md)."
            );
        if (described.FindBlock("metadata") is not null)
        {
            return ExportedPackage.Read(file, id, cancellation);
        }

        string? named = described.Find("resource");
        YamlBlock resource =
            resources.FirstOrDefault(r => named is null || r.Find("name") == named)
            ?? throw package.Fault(
                "resources",
                named is null
                    ? "the package has no resource. Add one with a 'path'."
                    : $"there is no resource '{named}'. Correct 'resource' under 'rootscope', or add it."
            );
        var mapping = TableMapping.Of(described, Defaults(package));
        string data = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, PathOf(resource));
        CheckBytes(resource, data, cancellation);
        string? delimiter = resource.FindBlock("dialect")?.Find("delimiter");
        return MappedReader.Read(
            delimiter is { Length: 1 } ? mapping with { Text = mapping.Text with { Delimiter = delimiter[0] } } : mapping,
            data,
            id,
            year,
            tolerance,
            cancellation
        );
    }

    private static string PathOf(YamlBlock resource)
    {
        string path = resource.Text("path");
        bool leaves = Path.IsPathRooted(path) || path.Contains("://", StringComparison.Ordinal) || path.Split('/', '\\').Contains("..");
        return leaves ? throw resource.Fault("path", $"the path '{path}' leaves the package. Give a path inside its folder.") : path;
    }

    private static void CheckBytes(YamlBlock resource, string data, CancellationToken cancellation)
    {
        if (!File.Exists(data))
        {
            throw resource.Fault("path", $"there is no file {data}. Fetch the whole package.");
        }

        if (
            resource.Find("bytes") is { } bytes
            && bytes != new FileInfo(data).Length.ToString(System.Globalization.CultureInfo.InvariantCulture)
        )
        {
            throw resource.Fault("bytes", $"{data} has {new FileInfo(data).Length} bytes and the package says {bytes}. Fetch it again.");
        }

        if (resource.Find("hash") is { } hash)
        {
            cancellation.ThrowIfCancellationRequested();
            string found = HashOf(data, hash);
            string expected = hash[(hash.IndexOf(':', StringComparison.Ordinal) + 1)..];
            if (found.Length > 0 && !string.Equals(found, expected, StringComparison.OrdinalIgnoreCase))
            {
                throw resource.Fault("hash", $"{data} has the hash {found} and the package says {expected}. Fetch it again.");
            }
        }
    }

    /// <summary>
    /// The hash in the algorithm that the description names, MD5 where it names none as the specification has it; empty for others.
    /// </summary>
    private static string HashOf(string data, string described)
    {
        using FileStream stream = File.OpenRead(data);
        return described.Split(':') switch
        {
            ["sha256", _] => Convert.ToHexStringLower(SHA256.HashData(stream)),
#pragma warning disable CA5350, CA5351 // The specification of data packages names them; they find damaged files and keep nothing secret.
            ["sha1", _] => Convert.ToHexStringLower(SHA1.HashData(stream)),
            [_] or ["md5", _] => Convert.ToHexStringLower(MD5.HashData(stream)),
#pragma warning restore CA5350, CA5351
            _ => string.Empty,
        };
    }

    private static TableMetadata Defaults(YamlBlock package) =>
        new()
        {
            Id = "unnamed",
            Title = package.Find("title") ?? package.Find("name") ?? "untitled data package",
            Year = 0,
            Currency = string.Empty,
            UnitScale = 1,
            Unit = string.Empty,
            Prices = string.Empty,
            Source = string.Join("; ", package.Blocks("sources").Select(s => s.Find("title") ?? s.Text("path"))) is { Length: > 0 } sources
                ? sources
                : "not stated in the data package",
            Licence = string.Join("; ", package.Blocks("licenses").Select(l => l.Find("name") ?? l.Find("title") ?? l.Text("path")))
                is { Length: > 0 } licences
                ? licences
                : "not stated in the data package",
            Classification = "own",
        };
}
