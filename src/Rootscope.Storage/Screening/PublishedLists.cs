using System.Globalization;
using System.Reflection;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Screening;

/// <summary>The lists that publishers offer at stable addresses: data in one file, with licence and the day they were looked up.</summary>
public static class PublishedLists
{
    private const string Resource = "data/screening/published.csv";

    private static readonly Lazy<IReadOnlyList<PublishedList>> Lists = new(Read);

    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<PublishedList> All => Lists.Value;

    /// <summary>The list of that name, in any case of letters.</summary>
    /// <exception cref="UnknownNameException">There is none.</exception>
    public static PublishedList Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string[] names = [.. All.Select(l => l.Name)];
        return All.FirstOrDefault(l => string.Equals(l.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new UnknownNameException(
                "published list",
                name,
                NearestNames.Of(name, names),
                $"Lists that can be fetched are {string.Join(", ", names)}; any other is added from a file."
            );
    }

    private static PublishedList[] Read()
    {
        using var text = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!);
        using CsvFile csv = CsvFile.Open(text, "addresses of published lists");
        List<PublishedList> lists = [];
        while (csv.Read())
        {
            string Cell(string column) => csv.Text(csv.Column(column));
            var file = new PublishedFile(
                Cell("file"),
                new Uri(Cell("address")),
                int.Parse(Cell("megabytes"), NumberStyles.None, CultureInfo.InvariantCulture)
            );
            if (lists.Count > 0 && lists[^1].Name == Cell("list"))
            {
                lists[^1] = lists[^1] with { Files = [.. lists[^1].Files, file] };
                continue;
            }

            lists.Add(
                new PublishedList(
                    Cell("list"),
                    Cell("layout"),
                    [file],
                    new Uri(Cell("page")),
                    Cell("licence"),
                    Cell("checked"),
                    Cell("note")
                )
            );
        }

        return [.. lists];
    }
}
