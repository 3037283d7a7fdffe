using System.Reflection;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Shared;

/// <summary>
/// What is known of published layouts, out of embedded lists: editions with their sizes, and English names of the codes of regions and
/// industries.
/// </summary>
/// <remarks>The lists are data, so that a new edition needs a line and no code. A code that is on no list names itself.</remarks>
internal static class LayoutNames
{
    private static readonly Lazy<Dictionary<string, string>> Regions = new(() => Names("regions"));
    private static readonly Lazy<Dictionary<string, string>> Industries = new(() => Names("industries"));
    private static readonly Lazy<List<Edition>> Editions = new(ReadEditions);

    /// <summary>The region of a code: ISO 3166 alpha-3 or alpha-2, or one of the sources' own.</summary>
    public static Region RegionOf(string code) => new(code, Regions.Value.GetValueOrDefault(code, code));

    /// <summary>The industry of a code of the OECD, of NACE or of the WIOD.</summary>
    public static Industry IndustryOf(string code) => new(code, Industries.Value.GetValueOrDefault(code, code));

    /// <summary>Whether the sizes are those of an edition known, in one sentence for the derivations of a table.</summary>
    public static string EditionOf(string layout, int regions, int industries)
    {
        Edition[] known = [.. Editions.Value.Where(e => e.Layout == layout)];
        return Array.Find(known, e => e.Regions == regions && e.Industries == industries) is { } found
            ? $"Edition recognised by its size: {found.Name}, {Size(found)} ({found.Note})."
            : $"Edition not recognised: {regions} × {industries} is none of "
                + $"{string.Join(", ", known.Select(e => $"{e.Name} ({Size(e)})"))}. It is read by its labels alone.";
    }

    private static string Size(Edition edition) => $"{edition.Regions} × {edition.Industries}";

    private static Dictionary<string, string> Names(string list)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        using CsvFile csv = Open(list);
        while (csv.Read())
        {
            names.Add(csv.Text(0), csv.Text(1));
        }

        return names;
    }

    private static List<Edition> ReadEditions()
    {
        var editions = new List<Edition>();
        using CsvFile csv = Open("editions");
        while (csv.Read())
        {
            editions.Add(new Edition(csv.Text(0), csv.Text(1), (int)csv.Number(2), (int)csv.Number(3), csv.Text(4)));
        }

        return editions;
    }

    private static CsvFile Open(string list) =>
        CsvFile.Open(
            new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"data/layouts/{list}.csv")!),
            $"embedded layouts, {list}"
        );

    private sealed record Edition(string Layout, string Name, int Regions, int Industries, string Note);
}
