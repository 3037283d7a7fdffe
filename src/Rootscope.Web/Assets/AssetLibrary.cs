using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Rootscope.Web.Assets;

/// <summary>A file that pages load: its address holds the hash of its content, so that browsers may keep it for ever.</summary>
internal sealed class Asset
{
    private readonly Lazy<byte[]> _brotli;
    private readonly Lazy<byte[]> _gzip;

    public Asset(string name, byte[] content)
    {
        Name = name;
        Content = content;
        Hash = Convert.ToHexStringLower(SHA256.HashData(content))[..12];
        _brotli = new Lazy<byte[]>(() => Compressed(to => new BrotliStream(to, CompressionLevel.Optimal, leaveOpen: true)));
        _gzip = new Lazy<byte[]>(() => Compressed(to => new GZipStream(to, CompressionLevel.SmallestSize, leaveOpen: true)));
    }

    public string Name { get; }

    public string Hash { get; }

    public string Address => $"/assets/{Hash}/{Name}";

    public byte[] Content { get; }

    public byte[] Brotli => _brotli.Value;

    public byte[] Gzip => _gzip.Value;

    public string MediaType =>
        Path.GetExtension(Name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "application/octet-stream",
        };

    private byte[] Compressed(Func<Stream, Stream> compressor)
    {
        using var result = new MemoryStream();
        using (Stream stream = compressor(result))
        {
            stream.Write(Content);
        }

        return result.ToArray();
    }
}

/// <summary>The embedded files of the site. Nothing comes from elsewhere.</summary>
internal static class AssetLibrary
{
    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, Asset> Assets = Load();

    /// <summary>The address of a file, such as <c>/assets/0123456789ab/site.css</c>.</summary>
    public static string AddressOf(string name) => Assets[name].Address;

    /// <summary>Finds a file by name and hash; null when either is not known.</summary>
    public static Asset? Find(string hash, string name) =>
        Assets.TryGetValue(name, out Asset? asset) && string.Equals(asset.Hash, hash, StringComparison.Ordinal) ? asset : null;

    private static FrozenDictionary<string, Asset> Load()
    {
        System.Reflection.Assembly assembly = typeof(AssetLibrary).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(n => new Asset(n[Prefix.Length..], Read(assembly, n)))
            .ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);
    }

    private static byte[] Read(System.Reflection.Assembly assembly, string name)
    {
        using Stream stream = assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
