using System.Globalization;
using System.Reflection;
using Rootscope.Storage.Downloads;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage;

/// <summary>The published data that can be fetched by name: addresses, lengths, hashes and licences, all in one embedded file.</summary>
public static class DownloadSources
{
    private const string Resource = "data/downloads/sources.csv";

    /// <summary>Every source, in the order of the file.</summary>
    public static IReadOnlyList<DownloadSource> All { get; } = Read();

    /// <summary>The source of that name, in any case of letters.</summary>
    /// <exception cref="UnknownNameException">There is none; the message has the nearest.</exception>
    public static DownloadSource Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string[] names = [.. All.Select(s => s.Name)];
        return All.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new UnknownNameException("source", name, NearestNames.Of(name, names), $"Sources are {string.Join(", ", names)}.");
    }

    private static DownloadSource[] Read()
    {
        using CsvFile csv = CsvFile.Open(
            new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!),
            "embedded list of downloads"
        );
        var sources = new List<DownloadSource>();
        while (csv.Read())
        {
            SourceFile file = FileOf(csv);
            DownloadSource source = SourceOf(csv, file);
            if (sources.Count > 0 && sources[^1].Name == source.Name)
            {
                sources[^1] = sources[^1] with { Files = [.. sources[^1].Files, file] };
            }
            else
            {
                sources.Add(source);
            }
        }

        return [.. sources];
    }

    private static DownloadSource SourceOf(CsvFile csv, SourceFile file) =>
        new()
        {
            Name = csv.Text(csv.Column("name")),
            Title = csv.Text(csv.Column("title")),
            Layout = Maybe(csv, "layout"),
            Released = Maybe(csv, "released"),
            Licence = csv.Text(csv.Column("licence")),
            Page = new Uri(csv.Text(csv.Column("page"))),
            Note = Maybe(csv, "note"),
            Files = [file],
        };

    private static SourceFile FileOf(CsvFile csv)
    {
        string? size = Maybe(csv, "size");
        return new SourceFile
        {
            FirstYear = Maybe(csv, "first") is { } first ? int.Parse(first, CultureInfo.InvariantCulture) : null,
            LastYear = Maybe(csv, "last") is { } last ? int.Parse(last, CultureInfo.InvariantCulture) : null,
            Name = csv.Text(csv.Column("file")),
            Address = csv.Text(csv.Column("address")),
            Size = size is null ? null : long.Parse(size.TrimStart('~'), CultureInfo.InvariantCulture),
            IsSizeExact = size is not null && size[0] != '~',
            Hash = Maybe(csv, "hash") is { } hash ? FileHash.Parse(hash) : null,
            Record = Maybe(csv, "record"),
        };
    }

    private static string? Maybe(CsvFile csv, string column) => csv.Text(csv.Column(column)) is { Length: > 0 } text ? text : null;
}
